/** Versions in the order in which they are given, each with the way to read it. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './History.module.css'
import { useVersionWords } from './useVersionWords.ts'
import type { Version } from './versions.ts'

export interface VersionListProps {
  versions: readonly Version[]
  session: MeetingSession
  onOpen: (version: Version) => void
}

export function VersionList({ versions, session, onOpen }: VersionListProps) {
  const { t } = useTranslation('history')
  const wordsOf = useVersionWords(session)
  return (
    <ol className={styles.list}>
      {versions.map((version) => {
        const { when, what } = wordsOf(version)
        return (
          <li key={version.version} className={styles.version}>
            <span className={styles.words}>
              <time dateTime={new Date(version.at).toISOString()} className={styles.when}>
                {when}
              </time>
              <span className={styles.what}>{what}</span>
            </span>
            <Button size="small" aria-label={t('readOf', { when, what })} onPress={() => onOpen(version)}>
              {t('read')}
            </Button>
          </li>
        )
      })}
    </ol>
  )
}
