/** The rows of a list as the server understood them. Rows with something wrong stand first: they need somebody. */
import { useTranslation } from 'react-i18next'
import type { RosterError, RosterRow } from '../../../shared/contracts/http.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Icon } from '../../design/Icon.tsx'
import { languageNames } from '../../design/languageNames.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Roster.module.css'

export function RosterTable({ rows }: { rows: RosterRow[] }) {
  const { t } = useTranslation('roster')
  const columns = ['line', 'name', 'role', 'country', 'agency', 'language', 'outcome'] as const
  const order = { refuse: 0, invite: 1, skip: 2 }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.scroll} tabIndex={0} aria-label={t('rows')}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .toSorted((a, b) => order[a.action] - order[b.action])
            .map((row) => (
              <Row key={row.line} row={row} />
            ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ row: { line, action, person, errors } }: { row: RosterRow }) {
  const { t } = useTranslation('roster')
  const [reader] = useLanguage()
  const { name, role, country, agency, language } = person
  const label = labelOf('meetingRoles', person.function ?? role, reader)
  return (
    <tr>
      <td>{line}</td>
      <th scope="row">{name}</th>
      <td>{label}</td>
      <td>{country !== undefined && labelOf('countries', country, reader)}</td>
      <td>{agency !== undefined && labelOf('agencyTypes', agency, reader)}</td>
      <td lang={language}>{language !== undefined && languageNames[language]}</td>
      <td>
        {action !== 'refuse' && t(`outcome.${action}`)}
        {errors.map((error) => (
          <ErrorWords key={`${error.column} ${error.code}`} error={error} />
        ))}
      </td>
    </tr>
  )
}

function ErrorWords({ error: { column, code, value } }: { error: RosterError }) {
  const { t } = useTranslation('roster')
  return (
    <p className={styles.error}>
      <Icon name="attention" size={14} />
      <span>{t(`errors.${code}`, { column: t(`columns.${column}`), value })}</span>
    </p>
  )
}
