/** One choice of a list box, as the select and the combo box show it. */
import { ListBoxItem } from 'react-aria-components/ListBox'
import { cx } from './classNames.ts'
import styles from './Popover.module.css'

export interface Choice {
  id: string
  label: string
}

export function Option({ choice }: { choice: Choice }) {
  return (
    <ListBoxItem id={choice.id} textValue={choice.label} className={cx(styles.item)}>
      {choice.label}
    </ListBoxItem>
  )
}
