/** What a document's state means to its reader: the short words of the status, and the sentence that explains them. */
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { MeetingStatus, Role } from '../../shared/contracts/terms.ts'
import type { IconName } from '../design/Icon.tsx'
import type { StatusTone } from '../design/StatusLine.tsx'
import type { DocumentStatus } from './documentState.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { useMeeting, useRole } from './useMeeting.ts'

export interface DocumentWords {
  tone: StatusTone
  icon: IconName
  status: string
  /** What happened, what is safe, what to do; null while there is nothing to explain. */
  explanation: string | null
}

/** The words for a status, in the reader's language and for their place in the meeting. */
export function useDocumentWords(status: DocumentStatus, meetingSession: MeetingSession): DocumentWords {
  const { t } = useTranslation('document')
  const role = useRole(meetingSession)
  const meetingStatus = useMeeting(meetingSession, ({ meeting }) => meeting?.status ?? 'live')
  return wordsFor(t, status, role, meetingStatus)
}

function wordsFor(
  t: TFunction<'document'>,
  status: DocumentStatus,
  role: Role | null,
  meetingStatus: MeetingStatus,
): DocumentWords {
  switch (status.state) {
    case 'connecting':
      return { tone: 'quiet', icon: 'wait', status: t('connecting'), explanation: null }
    case 'saved':
      return { tone: 'good', icon: 'check', status: t('saved'), explanation: null }
    case 'saving':
      return { tone: 'quiet', icon: 'wait', status: t('saving'), explanation: null }
    case 'offline': {
      const { unsent } = status
      const words = unsent === 0 ? t('offline') : t('offlineUnsent', { count: unsent })
      return { tone: 'warning', icon: 'offline', status: words, explanation: t('offlineHelp') }
    }
    case 'readOnly': {
      const reason = role === 'observer' ? 'observer' : meetingStatus === 'closed' ? 'closed' : 'paused'
      const explanation = sentences(t(`readOnlyHelp.${reason}`), notTaken(t, status.unsent))
      return { tone: 'quiet', icon: 'lock', status: t('readOnly'), explanation }
    }
    case 'refused': {
      const explanation = sentences(t(`refusedHelp.${refusalOf(status.code)}`), notTaken(t, status.unsent))
      return { tone: 'danger', icon: 'attention', status: t('refused'), explanation }
    }
  }
}

function notTaken(t: TFunction<'document'>, unsent: number): string {
  return unsent === 0 ? '' : t('notTaken', { count: unsent })
}

function sentences(...parts: string[]): string {
  return parts.filter((part) => part !== '').join(' ')
}

type Refusal = 'signedOut' | 'forbidden' | 'unknownDocument' | 'frameTooLarge' | 'malformed'

/** Codes without words of their own (a newer server's) read as a document that no longer syncs. */
function refusalOf(code: number): Refusal {
  switch (code) {
    case closeCodes.signedOut:
      return 'signedOut'
    case closeCodes.forbidden:
      return 'forbidden'
    case closeCodes.unknownDocument:
      return 'unknownDocument'
    case closeCodes.frameTooLarge:
      return 'frameTooLarge'
    default:
      return 'malformed'
  }
}
