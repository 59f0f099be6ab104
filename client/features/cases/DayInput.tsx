/** A day of the facts. While its year is typed digit by digit it passes through years that nobody means. */
import { useEffect, useState } from 'react'
import { DateField, type DateFieldProps } from '../../design/DateField.tsx'

/** No case of a meeting is older; a year below is one that is still being typed. */
const firstYear = '1900'

export function DayInput({ value, onChange, ...words }: DateFieldProps) {
  const [draft, setDraft] = useState(value)
  // Somebody else set the day.
  useEffect(() => setDraft(value), [value])
  return (
    <DateField
      {...words}
      value={draft}
      onChange={(day) => {
        setDraft(day)
        if (day !== value && (day === null || day >= firstYear)) onChange(day)
      }}
    />
  )
}
