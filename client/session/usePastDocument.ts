/** A document as it was: one state from the server, in a session that is connected to nothing and can write nothing. */
import { useEffect, useState } from 'react'
import * as Y from 'yjs'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { clock } from '../lib/time.ts'
import { DocumentSession } from './DocumentSession.ts'

/** Null until the effect that opens it has run, and without a state. */
export function usePastDocument(
  document: DocumentName,
  state: Uint8Array | null,
  seat: ParticipantId,
): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null)
  useEffect(() => {
    if (state === null) return
    const connect = () => ({ origin: state, dispose: () => undefined })
    const opened = new DocumentSession({ document, participantId: seat, connect, clock })
    Y.applyUpdate(opened.doc, state, state)
    setSession(opened)
    return () => {
      setSession(null)
      opened.dispose()
    }
  }, [document, state, seat])
  return session
}
