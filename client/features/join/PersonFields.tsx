/** Who comes: name, country, type of institution. */
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import { ComboBox } from '../../design/ComboBox.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useTermChoices } from '../../i18n/useTermChoices.ts'

export interface PersonValues {
  name: string
  country: string | null
  agency: string | null
}

export interface PersonFieldsProps {
  values: PersonValues
  onChange: (values: PersonValues) => void
  /** The name is the first thing to type on this page. */
  isNameFirst: boolean
  nameError: string | undefined
}

export function PersonFields({ values, onChange, isNameFirst, nameError }: PersonFieldsProps) {
  const { t } = useTranslation('join')
  const countries = useTermChoices('countries')
  const agencies = useTermChoices('agencyTypes')
  return (
    <>
      <TextField
        label={t('name')}
        value={values.name}
        onChange={(name) => onChange({ ...values, name })}
        isRequired
        autoFocus={isNameFirst}
        autoComplete="name"
        autoCapitalize="words"
        spellCheck="false"
        maxLength={limits.nameChars}
        error={nameError}
      />
      <ComboBox
        label={t('country')}
        choices={countries}
        value={values.country}
        onChange={(country) => onChange({ ...values, country })}
      />
      <ComboBox
        label={t('agency')}
        choices={agencies}
        value={values.agency}
        onChange={(agency) => onChange({ ...values, agency })}
      />
    </>
  )
}
