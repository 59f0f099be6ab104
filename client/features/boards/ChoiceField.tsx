/** One of a few choices, or none of them. */
import { Select } from '../../design/Select.tsx'

/** No choice has an id of its own in the list. */
const none = 'none'

export interface ChoiceFieldProps {
  label: string
  /** What choosing nothing is called. */
  none: string
  choices: readonly { id: string; label: string }[]
  value: string | null
  /** What a value that is not offered (any more) is called. */
  foreignLabel: string
  onChange: (id: string | null) => void
}

export function ChoiceField({ label, none: noneLabel, choices, value, foreignLabel, onChange }: ChoiceFieldProps) {
  const isForeign = value !== null && !choices.some(({ id }) => id === value)
  return (
    <Select
      label={label}
      choices={[{ id: none, label: noneLabel }, ...(isForeign ? [{ id: value, label: foreignLabel }] : []), ...choices]}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
    />
  )
}
