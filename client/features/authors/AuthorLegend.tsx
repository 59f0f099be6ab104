/** Who has which colour and line. */
import { useTranslation } from 'react-i18next'
import { AuthorName } from '../../design/AuthorName.tsx'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import { useAuthorLayerSnapshot, useAuthorWords } from '../../session/useAuthorLayer.ts'
import styles from './AuthorLegend.module.css'

export function AuthorLegend({ layer }: { layer: AuthorLayer }) {
  const { t } = useTranslation('authors')
  const { state, authors, hasBrought } = useAuthorLayerSnapshot(layer)
  const wordsOf = useAuthorWords()
  return (
    <section className={styles.legend} aria-label={t('legend')}>
      <p role="status" className={styles.state}>
        {state !== 'ready' ? t(state) : authors.length === 0 && t('nobody')}
      </p>
      {authors.length > 0 && (
        <ul className={styles.authors}>
          {authors.map((author) => (
            <li key={author.key}>
              <AuthorName author={wordsOf(author)} />
            </li>
          ))}
        </ul>
      )}
      {hasBrought && (
        <p className={styles.note}>
          <span className={styles.wavy}>{t('broughtNote')}</span>
        </p>
      )}
    </section>
  )
}
