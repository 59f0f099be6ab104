/** One set of words that came too late, as their writer follows it; the copy is one press away as long as they are here. */
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DepositId, DocumentName } from '../../../shared/contracts/ids.ts'
import type { OwnDeposit } from '../../../shared/proceedings/state.ts'
import { Button } from '../../design/Button.tsx'
import type { IconName } from '../../design/Icon.tsx'
import { Notice, type NoticeProps } from '../../design/Notice.tsx'
import { ApiProblem } from '../../lib/api.ts'
import { clock } from '../../lib/time.ts'
import type { LateEntry } from '../../session/LateWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { lateWords } from '../../session/windowDocuments.ts'
import styles from './Documents.module.css'
import { fetchDeposit } from './fetchDeposit.ts'
import { useDocumentTitles } from './useDocumentTitles.ts'
import { useRescue } from './useRescue.ts'

type State = 'sending' | 'retrying' | 'crowded' | 'kept' | OwnDeposit['outcome']

const tones: Record<State, NoticeProps['tone']> = {
  sending: 'info',
  retrying: 'warning',
  crowded: 'warning',
  kept: 'warning',
  waiting: 'info',
  accepted: 'info',
  declined: 'warning',
}

const icons: Record<State, IconName> = {
  sending: 'wait',
  retrying: 'offline',
  crowded: 'wait',
  kept: 'attention',
  waiting: 'wait',
  accepted: 'check',
  declined: 'attention',
}

export interface OwnWordsNoticeProps {
  entry: LateEntry
  outcome: OwnDeposit['outcome']
  session: MeetingSession
}

export function OwnWordsNotice({ entry, outcome, session }: OwnWordsNoticeProps) {
  const { t } = useTranslation('deposits')
  const title = useDocumentTitles(session)(entry.document)
  const rescue = useRescue(session)
  const state = stateOf(entry, outcome)
  const isHandedIn = entry.status.state === 'handedIn'
  return (
    <WordsNotice state={state} what={t('yours', { count: entry.changes, title })} said={t(`own.${state}`)}>
      {(state === 'retrying' || state === 'crowded') && (
        <Button size="small" onPress={() => lateWords.retry(entry.id)}>
          {t('retry')}
        </Button>
      )}
      {outcome !== 'accepted' && (
        <Button
          size="small"
          icon="download"
          onPress={() => {
            rescue(entry)
            lateWords.markCopied(entry.id)
          }}
        >
          {t('saveCopy')}
        </Button>
      )}
      {(isHandedIn || (state === 'kept' && entry.hasCopy)) && (
        <Button size="small" variant="quiet" icon="close" onPress={() => lateWords.dismiss(entry.id, outcome)}>
          {t('hide')}
        </Button>
      )}
    </WordsNotice>
  )
}

export interface EarlierWordsNoticeProps {
  depositId: DepositId
  document: DocumentName
  outcome: OwnDeposit['outcome']
  session: MeetingSession
}

/** Words that were handed in before the page was loaded: as long as they wait, the server gives them for a copy. */
export function EarlierWordsNotice({ depositId, document, outcome, session }: EarlierWordsNoticeProps) {
  const { t } = useTranslation('deposits')
  const title = useDocumentTitles(session)(document)
  const rescue = useRescue(session)
  const [isHidden, setIsHidden] = useState<OwnDeposit['outcome'] | null>(null)
  if (isHidden === outcome) return null
  const save = async () => {
    const text = await fetchDeposit(document, depositId, session.seat).catch(() => null)
    // Decided in this moment, or no line: the notice says the one, and the bar the other.
    if (text !== null) rescue({ document, text, at: clock.now() })
  }
  const said = t(outcome === 'declined' ? 'own.declinedGone' : `own.${outcome}`)
  return (
    <WordsNotice state={outcome} what={t('yoursSome', { title })} said={said}>
      {outcome === 'waiting' && (
        <Button size="small" icon="download" onPress={() => void save()}>
          {t('saveCopy')}
        </Button>
      )}
      <Button size="small" variant="quiet" icon="close" onPress={() => setIsHidden(outcome)}>
        {t('hide')}
      </Button>
    </WordsNotice>
  )
}

interface WordsNoticeProps {
  state: State
  what: string
  said: string
  children: ReactNode
}

function WordsNotice({ state, what, said, children }: WordsNoticeProps) {
  const tone = tones[state] ?? 'info'
  return (
    <Notice tone={tone} icon={icons[state]}>
      <div role="status">
        <p className={styles.what}>{what}</p>
        <p>{said}</p>
      </div>
      <div className={styles.actions}>{children}</div>
    </Notice>
  )
}

function stateOf({ status }: LateEntry, outcome: OwnDeposit['outcome']): State {
  if (status.state === 'handedIn') return outcome
  if (status.state !== 'retrying') return status.state
  const { reason } = status
  return reason instanceof ApiProblem && reason.problem.code === 'not-now' ? 'crowded' : 'retrying'
}
