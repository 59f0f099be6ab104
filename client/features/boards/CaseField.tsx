/** The case that a card comes from, with the way there. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import styles from './CardSheet.module.css'
import { ChoiceField } from './ChoiceField.tsx'
import type { CaseLinks } from './useCaseLinks.ts'

export interface CaseFieldProps {
  label: string
  value: string | null
  cases: CaseLinks
  onChange: (caseId: string | null) => void
}

export function CaseField({ label, value, cases, onChange }: CaseFieldProps) {
  const { t } = useTranslation('board')
  return (
    <div className={styles.field}>
      <ChoiceField
        label={label}
        none={t('sheet.noCase')}
        choices={[...cases.titles].map(([id, { text }]) => ({ id, label: text }))}
        value={value}
        foreignLabel={t('sheet.unknownCase')}
        onChange={onChange}
      />
      {value !== null && cases.titles.has(value) && (
        <Link className={styles.link} href={cases.pathOf(value)}>
          {t('sheet.openCase')}
        </Link>
      )}
    </div>
  )
}
