/** A span of days of which one side may be open. It is set as a whole: half of two people's spans would be nobody's. */
import { useTranslation } from 'react-i18next'
import type { DateRange } from '../../../shared/documents/caseValues.ts'
import styles from './Case.module.css'
import { DayInput } from './DayInput.tsx'

export interface DaysInputProps {
  label: string
  value: DateRange | null
  onChange: (range: DateRange | null) => void
}

export function DaysInput({ label, value, onChange }: DaysInputProps) {
  const { t } = useTranslation('case')
  const { from, to } = value ?? { from: null, to: null }
  const change = (next: DateRange) => onChange(next.from === null && next.to === null ? null : next)
  const isReversed = from !== null && to !== null && from > to
  return (
    <fieldset>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.days}>
        <DayInput label={t('value.from')} value={from} onChange={(day) => change({ from: day, to })} />
        <DayInput
          label={t('value.to')}
          value={to}
          onChange={(day) => change({ from, to: day })}
          {...(isReversed ? { error: t('value.reversed') } : {})}
        />
      </div>
    </fieldset>
  )
}
