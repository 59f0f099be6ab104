/** One statement that is true or not, with its words beside it. */
import { Checkbox as RacCheckbox } from 'react-aria-components/Checkbox'
import styles from './CheckboxGroup.module.css'
import { cx } from './classNames.ts'
import { Icon } from './Icon.tsx'

export interface CheckboxProps {
  label: string
  isSelected: boolean
  onChange: (isSelected: boolean) => void
}

export function Checkbox({ label, isSelected, onChange }: CheckboxProps) {
  return (
    <RacCheckbox className={cx(styles.checkbox)} isSelected={isSelected} onChange={onChange}>
      <span className={styles.box}>
        <Icon name="check" size={14} />
      </span>
      {label}
    </RacCheckbox>
  )
}
