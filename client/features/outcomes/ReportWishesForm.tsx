/** How the report is wished for: language, who appears in it, and its parts. Only what the meeting allows is offered. */
import { useTranslation } from 'react-i18next'
import type { ExportPreview } from '../../../shared/contracts/report.ts'
import { type Attribution, languages } from '../../../shared/contracts/terms.ts'
import { reportOutline } from '../../../shared/vocabulary/vocabulary.ts'
import { CheckboxGroup } from '../../design/CheckboxGroup.tsx'
import { languageChoices } from '../../design/languageNames.ts'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { Select } from '../../design/Select.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { ReportWishes } from './reportRequest.ts'

export interface ReportWishesFormProps {
  wishes: ReportWishes
  onChange: (wishes: ReportWishes) => void
  /** What the meeting can give; null until the server has said it. */
  offer: Pick<ExportPreview, 'allowedAttributions' | 'parts'> | null
}

export function ReportWishesForm({ wishes, onChange, offer }: ReportWishesFormProps) {
  const { t } = useTranslation('outcomes')
  return (
    <>
      <Select
        label={t('language')}
        choices={languageChoices}
        value={wishes.language}
        onChange={(id) => onChange({ ...wishes, language: languages.find((known) => known === id) ?? wishes.language })}
      />
      {offer && offer.allowedAttributions.length === 1 && <p>{t('attribution.only')}</p>}
      {offer && offer.allowedAttributions.length > 1 && (
        <RadioGroup
          label={t('attribution.label')}
          value={wishes.attribution}
          onChange={(attribution: Attribution) => onChange({ ...wishes, attribution })}
          choices={offer.allowedAttributions.toReversed().map((id) => ({
            id,
            label: t(`attribution.${id}`),
            meaning: t(`attribution.${id}Meaning`),
          }))}
        />
      )}
      {offer && <PartsChoice wishes={wishes} onChange={onChange} offer={offer} />}
    </>
  )
}

function PartsChoice({
  wishes,
  onChange,
  offer,
}: ReportWishesFormProps & { offer: { parts: ExportPreview['parts'] } }) {
  const { t } = useTranslation('outcomes')
  const [reader] = useLanguage()
  const ids = offer.parts.map(({ id }) => id)
  const titleOf = (id: string) => reportOutline.find((part) => part.id === id)?.title[reader] ?? id
  const values = ids.filter((id) => !wishes.without.includes(id))
  return (
    <CheckboxGroup
      label={t('parts')}
      choices={ids.map((id) => ({ id, label: titleOf(id) }))}
      values={values}
      onChange={(chosen) => onChange({ ...wishes, without: ids.filter((id) => !chosen.includes(id)) })}
      error={values.length === 0 ? t('noParts') : undefined}
    />
  )
}
