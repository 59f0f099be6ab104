/**
 * The documents of this window and the words that they did not take: made once, for all screens. When a document is
 * refused for good with words left over, they are handed in without being asked.
 */
import { depositAnswer } from '../../shared/contracts/http.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { api } from '../lib/api.ts'
import { newId } from '../lib/ids.ts'
import { clock } from '../lib/time.ts'
import { DocumentSession } from './DocumentSession.ts'
import { syncConnection } from './documentConnection.ts'
import { isHandedInItself } from './documentWords.ts'
import { LateWords } from './LateWords.ts'
import { OpenDocuments } from './OpenDocuments.ts'

export const openDocuments = new OpenDocuments(globalThis)

export const lateWords = new LateWords({
  async send(document, seat, update) {
    const file = { content: new Blob([new Uint8Array(update)]), mediaType: 'application/octet-stream' }
    const { deposit } = await api('POST', `/api/documents/${document}/deposits`, { answer: depositAnswer, file, seat })
    return deposit
  },
  newId,
  clock,
  page: globalThis,
})

/** Give it back with `openDocuments.release(keyOf(…))`. */
export function borrowDocument(document: DocumentName, seat: ParticipantId): DocumentSession {
  return openDocuments.borrow(keyOf(document, seat), () => {
    const url = `${location.origin.replace(/^http/, 'ws')}/sync`
    const connect = syncConnection({ url, document, seat })
    const session = new DocumentSession({ document, participantId: seat, connect, clock })
    session.subscribe(() => {
      const { status } = session.getSnapshot()
      if (status.state === 'refused' && isHandedInItself(status.code)) handIn(session, seat)
    })
    return session
  })
}

/**
 * Hands in what is unsent in a document. A document that is still read is opened anew: without these words, which are
 * the facilitators' to take in from then on, and must not come along by themselves when it may be written again.
 */
export function handIn(session: DocumentSession, seat: ParticipantId): void {
  lateWords.handIn(session, seat, () => {
    if (session.getSnapshot().status.state !== 'refused') openDocuments.renew(keyOf(session.document, seat), session)
  })
}

export function keyOf(document: DocumentName, seat: ParticipantId): string {
  return `${seat} ${document}`
}
