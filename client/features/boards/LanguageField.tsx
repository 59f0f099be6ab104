/** Which language the words of a card are in: screen readers and the report speak it by that. */
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../shared/contracts/terms.ts'
import { languageChoices } from '../../design/languageNames.ts'
import { ChoiceField } from './ChoiceField.tsx'

export interface LanguageFieldProps {
  value: Language | null
  onChange: (language: Language | null) => void
}

export function LanguageField({ value, onChange }: LanguageFieldProps) {
  const { t } = useTranslation('board')
  return (
    <ChoiceField
      label={t('language')}
      none={t('sheet.noChoice')}
      choices={languageChoices}
      value={value}
      foreignLabel=""
      onChange={(id) => onChange(languages.find((known) => known === id) ?? null)}
    />
  )
}
