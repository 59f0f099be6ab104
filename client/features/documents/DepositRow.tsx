/** One set of late words before whoever decides on it: what was written, taking it in, or not after a second question. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositId } from '../../../shared/contracts/ids.ts'
import type { DepositEntry } from '../../../shared/proceedings/state.ts'
import { Button } from '../../design/Button.tsx'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import { dayOf, formatDate, formatTime } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { CommandRunner } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './Documents.module.css'
import { fetchDeposit } from './fetchDeposit.ts'
import { useDocumentTitles } from './useDocumentTitles.ts'

export interface DepositRowProps {
  depositId: DepositId
  entry: DepositEntry
  session: MeetingSession
  run: CommandRunner['run']
}

export function DepositRow({ depositId, entry, session, run }: DepositRowProps) {
  const { t } = useTranslation('deposits')
  const [language] = useLanguage()
  const { name } = usePeople(session)(entry.participantId)
  const title = useDocumentTitles(session)(entry.document)
  const timezone = useMeeting(session, ({ meeting }) => meeting?.timezone ?? 'UTC')
  const [isDeclining, setIsDeclining] = useState(false)
  const day = formatDate(dayOf(entry.at, timezone), language)
  const time = `${day}, ${formatTime(entry.at, timezone, language)}`
  return (
    <li className={styles.row}>
      <h3 className={styles.what}>{t('review.inDocument', { name, title, time })}</h3>
      <Words depositId={depositId} entry={entry} session={session} label={t('review.words', { name })} />
      <div className={styles.decision}>
        <Button
          size="small"
          variant="quiet"
          aria-label={t('review.declineOf', { name })}
          onPress={() => setIsDeclining(true)}
        >
          {t('review.decline')}
        </Button>
        <Button
          size="small"
          aria-label={t('review.acceptOf', { name })}
          onPress={() => void run({ type: 'deposit.accept', depositId })}
        >
          {t('review.accept')}
        </Button>
      </div>
      <ConfirmDialog
        title={t('review.declineTitle', { name })}
        action={t('review.decline')}
        isOpen={isDeclining}
        isDangerous
        onClose={() => setIsDeclining(false)}
        onConfirm={() => void run({ type: 'deposit.decline', depositId })}
      >
        <p>{t('review.declineExplained', { name })}</p>
      </ConfirmDialog>
    </li>
  )
}

type Loaded = { state: 'loading' } | { state: 'loaded'; text: string } | { state: 'failed'; error: unknown }

function Words({ depositId, entry, session, label }: Omit<DepositRowProps, 'run'> & { label: string }) {
  const { t } = useTranslation('deposits')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const [words, setWords] = useState<Loaded>({ state: 'loading' })
  const { document } = entry
  useEffect(() => {
    let isCurrent = true
    const take = (next: Loaded) => {
      if (isCurrent) setWords(next)
    }
    fetchDeposit(document, depositId, session.seat)
      .then((text) => take({ state: 'loaded', text }))
      .catch((error: unknown) => take({ state: 'failed', error }))
    return () => {
      isCurrent = false
    }
  }, [document, depositId, session.seat])
  if (words.state === 'loading') return <p>{common('loading')}</p>
  if (words.state === 'failed') return <p role="alert">{sayProblem(words.error)}</p>
  if (words.text === '') return <p>{t('review.noWords')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
    <section className={styles.words} tabIndex={0} aria-label={label}>
      {words.text}
    </section>
  )
}
