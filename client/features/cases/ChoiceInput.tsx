/** One of a field's choices, or none: few of them are listed, many are searched. */
import { useTranslation } from 'react-i18next'
import { ComboBox } from '../../design/ComboBox.tsx'
import type { Choice } from '../../design/Option.tsx'
import { Select } from '../../design/Select.tsx'

/** What fits in sight at once; more is found faster by typing. */
const mostInSight = 14

/** The choice that takes the answer back; no id of the vocabulary has a space. */
const noneId = 'no answer'

export interface ChoiceInputProps {
  choices: readonly Choice[]
  value: string | null
  onChange: (id: string | null) => void
  label: string
  isLabelHidden: boolean
}

export function ChoiceInput({ choices, value, onChange, label, isLabelHidden }: ChoiceInputProps) {
  const { t } = useTranslation('case')
  const isKnown = value === null || choices.some(({ id }) => id === value)
  // An id of another version of the vocabulary is shown as it is, not taken for no answer.
  const offered = isKnown ? choices : [...choices, { id: value, label: value }]
  const words = { label, isLabelHidden, placeholder: t('value.choose') }
  // In a cell there is no width to type in: the list jumps to what is typed, and its words wrap.
  if (choices.length > mostInSight && !isLabelHidden) {
    return <ComboBox {...words} choices={offered} value={value} onChange={onChange} />
  }
  return (
    <Select
      {...words}
      choices={value === null ? offered : [...offered, { id: noneId, label: t('value.none') }]}
      value={value}
      onChange={(id) => onChange(id === noneId ? null : id)}
    />
  )
}
