/** What the file will hold and what not, and why, in the reader's words: what is known before it is handed in. */
import { useTranslation } from 'react-i18next'
import type { ExportPreview } from '../../../shared/contracts/report.ts'
import { cardKinds } from '../../../shared/contracts/terms.ts'
import { cardTemplates } from '../../../shared/vocabulary/vocabulary.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { groupOmissions } from './omissions.ts'
import styles from './ReportContents.module.css'

export function ReportContents({ preview }: { preview: ExportPreview }) {
  const { t } = useTranslation('outcomes')
  const [language] = useLanguage()
  const { marking, counts } = preview
  const groups = groupOmissions(preview)
  const total = counts.casesIncluded + counts.casesWithheld
  return (
    <section className={styles.contents}>
      <h3>{t('contents.title')}</h3>
      <dl className={styles.facts}>
        <div>
          <dt>{t('contents.marking')}</dt>
          <dd>
            <TlpMark marking={marking} />
          </dd>
        </div>
        <div>
          <dt>{t('contents.cases')}</dt>
          <dd>{t('contents.caseCount', { included: counts.casesIncluded, total })}</dd>
        </div>
        {cardKinds.map((kind) => (
          <div key={kind}>
            <dt>{cardTemplates[kind].plural[language]}</dt>
            <dd>{counts.cards[kind]}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('omitted.title')}</h3>
      {groups.length === 0 && <p>{t('omitted.nothing')}</p>}
      <ul className={styles.omitted}>
        {groups.map(({ words, count, titles }) => (
          <li key={words}>
            {t(`omitted.${words}`, { count })}
            {titles.length > 0 && (
              <ul className={styles.titles}>
                {titles.map((title) => (
                  <li key={title} dir="auto">
                    {title}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
