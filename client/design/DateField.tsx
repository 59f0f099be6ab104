/** A calendar day (`2021-12-13`), typed part by part in the order of the reader's language. */
import { parseDate } from '@internationalized/date'
import { DateInput, DateSegment, DateField as RacDateField } from 'react-aria-components/DateField'
import { cx } from './classNames.ts'
import styles from './DateField.module.css'
import field from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'

export interface DateFieldProps extends FieldWords {
  value: string | null
  onChange: (day: string | null) => void
}

export function DateField({ value, onChange, label, isLabelHidden, hint, error }: DateFieldProps) {
  return (
    <RacDateField
      className={cx(field.field)}
      value={value === null ? null : parseDate(value)}
      onChange={(date) => onChange(date === null ? null : date.toString())}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      shouldForceLeadingZeros
    >
      <FieldFrame label={label} isLabelHidden={isLabelHidden} hint={hint} error={error}>
        <DateInput className={cx(styles.input)}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
      </FieldFrame>
    </RacDateField>
  )
}
