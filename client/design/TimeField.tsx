/** A time of day (`09:30`), always with 24 hours. */
import { parseTime } from '@internationalized/date'
import { DateInput, DateSegment, TimeField as RacTimeField } from 'react-aria-components/TimeField'
import { cx } from './classNames.ts'
import styles from './DateField.module.css'
import field from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'

export interface TimeFieldProps extends FieldWords {
  value: string | null
  onChange: (time: string | null) => void
}

export function TimeField({ value, onChange, label, hint, error }: TimeFieldProps) {
  return (
    <RacTimeField
      className={cx(field.field)}
      value={value === null ? null : parseTime(value)}
      onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 'HH:MM'.length))}
      hourCycle={24}
      granularity="minute"
      shouldForceLeadingZeros
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <FieldFrame label={label} hint={hint} error={error}>
        <DateInput className={cx(styles.input)}>
          {(segment) => <DateSegment segment={segment} className={cx(styles.segment)} />}
        </DateInput>
      </FieldFrame>
    </RacTimeField>
  )
}
