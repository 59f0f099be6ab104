/** A number as the reader's language writes it, without buttons to step it. */
import { Input } from 'react-aria-components/Input'
import { NumberField as RacNumberField } from 'react-aria-components/NumberField'
import { cx } from './classNames.ts'
import styles from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'

export interface NumberFieldProps extends FieldWords {
  value: number | null
  /** Heard when the number is whole: on leaving the field or on Enter. */
  onChange: (value: number | null) => void
  min?: number
}

export function NumberField({ value, onChange, label, isLabelHidden, hint, error, min = 0 }: NumberFieldProps) {
  return (
    <RacNumberField
      className={cx(styles.field)}
      // NaN is how the field says empty.
      value={value ?? Number.NaN}
      onChange={(number) => onChange(Number.isNaN(number) ? null : number)}
      minValue={min}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <Input className={cx(styles.input)} />
      </FieldFrame>
    </RacNumberField>
  )
}
