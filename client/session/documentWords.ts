/**
 * What a document's state means to its reader: the short words of the status, and the sentences that explain them: what
 * happened, what is safe, what to do. Pure; useDocumentWords.ts brings the reader's language and place.
 */
import type { TFunction } from 'i18next'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { MeetingStatus, Role } from '../../shared/contracts/terms.ts'
import type { IconName } from '../design/Icon.tsx'
import type { StatusTone } from '../design/StatusLine.tsx'
import type { DocumentStatus, ReadOnlyReason } from './documentState.ts'

export interface DocumentWords {
  tone: StatusTone
  icon: IconName
  status: string
  /** Null while there is nothing to explain. */
  explanation: string | null
}

/** What the reasons for a state are looked for in. */
export interface ReaderPlace {
  role: Role | null
  meetingStatus: MeetingStatus
  /** A moderator has locked the document. */
  isLocked: boolean
}

export function documentWords(t: TFunction<'document'>, status: DocumentStatus, place: ReaderPlace): DocumentWords {
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
    case 'unsaved':
      return { tone: 'warning', icon: 'wait', status: t('unsaved'), explanation: t('unsavedHelp') }
    case 'readOnly':
      return readOnlyWords(t, status, place)
    case 'leaving':
      return { tone: 'warning', icon: 'wait', status: t('leaving'), explanation: t('leavingHelp') }
    case 'quarantined': {
      const explanation = sentences(t('quarantinedHelp'), keptHere(t, status.unsent))
      return { tone: 'danger', icon: 'attention', status: t('quarantined'), explanation }
    }
    case 'refused': {
      const explanation = sentences(t(`refusedHelp.${refusalOf(status.code)}`), notTaken(t, status))
      return { tone: 'danger', icon: 'attention', status: t('refused'), explanation }
    }
  }
}

function readOnlyWords(
  t: TFunction<'document'>,
  { reason, unsent }: { reason: ReadOnlyReason; unsent: number },
  place: ReaderPlace,
): DocumentWords {
  const why = reason === 'right' ? lackOfRight(place) : reason
  const kept = unsent === 0 ? '' : t('goesInItself', { count: unsent })
  // With words of one's own left over it is more than a state of the document.
  const tone = unsent > 0 || reason !== 'right' ? 'warning' : 'quiet'
  return { tone, icon: 'lock', status: t('readOnly'), explanation: sentences(t(`readOnlyHelp.${why}`), kept) }
}

/** `paused`: the right was taken, and why is not known here (yet). */
function lackOfRight({ role, meetingStatus, isLocked }: ReaderPlace): 'observer' | 'closed' | 'locked' | 'paused' {
  if (role === 'observer') return 'observer'
  if (meetingStatus === 'closed') return 'closed'
  return isLocked ? 'locked' : 'paused'
}

function keptHere(t: TFunction<'document'>, unsent: number): string {
  return unsent === 0 ? '' : t('keptHere', { count: unsent })
}

/** Words that lost their document's readers are handed in by themselves: what became of them is said beside this. */
function notTaken(t: TFunction<'document'>, { code, unsent }: { code: number; unsent: number }): string {
  return unsent === 0 || isHandedInItself(code) ? '' : t('notTaken', { count: unsent })
}

/** The right has ended: what was not taken by then goes to the facilitators without being asked. */
export function isHandedInItself(code: number): boolean {
  return code === closeCodes.forbidden || code === closeCodes.signedOut
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
