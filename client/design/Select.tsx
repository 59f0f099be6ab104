/** One of a few choices that all fit in sight. Longer lists are searched: see ComboBox. */
import { Button } from 'react-aria-components/Button'
import { ListBox } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as RacSelect, SelectValue } from 'react-aria-components/Select'
import { cx } from './classNames.ts'
import styles from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'
import { Icon } from './Icon.tsx'
import { type Choice, Option } from './Option.tsx'
import popover from './Popover.module.css'

export interface SelectProps extends FieldWords {
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string) => void
  placeholder?: string
  isDisabled?: boolean
  className?: string
}

export function Select({
  choices,
  value,
  onChange,
  label,
  isLabelHidden,
  hint,
  error,
  placeholder,
  isDisabled,
  className,
}: SelectProps) {
  return (
    <RacSelect
      className={cx(styles.field, className)}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key))
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      {...(placeholder !== undefined ? { placeholder } : {})}
      {...(isDisabled !== undefined ? { isDisabled } : {})}
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <Button className={cx(styles.input, styles.trigger)}>
          <SelectValue />
          <Icon name="down" />
        </Button>
      </FieldFrame>
      <Popover className={cx(popover.popover)}>
        <ListBox className={cx(popover.list)} items={choices}>
          {(choice) => <Option choice={choice} />}
        </ListBox>
      </Popover>
    </RacSelect>
  )
}
