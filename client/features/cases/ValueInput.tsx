/** The control for a typed value: a choice, yes or no, a number, a day or a span of days. */
import { useTranslation } from 'react-i18next'
import type { FieldValue, ValueType } from '../../../shared/documents/caseValues.ts'
import { choicesOfField, type TemplateField } from '../../../shared/vocabulary/vocabulary.ts'
import { NumberField } from '../../design/NumberField.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { ChoiceInput } from './ChoiceInput.tsx'
import { DayInput } from './DayInput.tsx'
import { DaysInput } from './DaysInput.tsx'

export interface ValueInputProps {
  type: ValueType
  template: TemplateField
  value: FieldValue | null
  onChange: (value: FieldValue | null) => void
  label: string
  isLabelHidden?: boolean
}

export function ValueInput({ type, template, value, onChange, label, isLabelHidden = false }: ValueInputProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const words = { label, isLabelHidden }
  switch (type) {
    case 'choice': {
      const choices = choicesOfField(template).map((term) => ({ id: term.id, label: term.label[language] }))
      const chosen = typeof value === 'string' ? value : null
      return <ChoiceInput {...words} choices={choices} value={chosen} onChange={onChange} />
    }
    case 'boolean': {
      const choices = (['yes', 'no'] as const).map((id) => ({ id, label: t(`value.${id}`) }))
      const chosen = typeof value === 'boolean' ? (value ? 'yes' : 'no') : null
      return (
        <ChoiceInput
          {...words}
          choices={choices}
          value={chosen}
          onChange={(id) => onChange(id === null ? null : id === 'yes')}
        />
      )
    }
    case 'number':
      return <NumberField {...words} value={typeof value === 'number' ? value : null} onChange={onChange} />
    case 'date':
      return <DayInput {...words} value={typeof value === 'string' ? value : null} onChange={onChange} />
    case 'daterange':
      return <DaysInput label={label} value={typeof value === 'object' ? value : null} onChange={onChange} />
  }
}
