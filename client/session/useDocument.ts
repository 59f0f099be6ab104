/** React's way to a document: borrows it while a screen shows it, and follows what may be said of it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { DocumentSession, DocumentSnapshot } from './DocumentSession.ts'
import { borrowDocument, keyOf, openDocuments } from './windowDocuments.ts'

/** The document as this seat may see it; null until the effect that opens it has run. */
export function useDocument(document: DocumentName, seat: ParticipantId): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null)
  useEffect(() => {
    setSession(borrowDocument(document, seat))
    const stop = openDocuments.onRenewed(() => setSession(openDocuments.current(keyOf(document, seat))))
    return () => {
      stop()
      setSession(null)
      openDocuments.release(keyOf(document, seat))
    }
  }, [document, seat])
  return session
}

/** Several documents, by name; empty until the effect that opens them has run. `names` is one array while it says the same. */
export function useDocuments(
  names: readonly DocumentName[],
  seat: ParticipantId,
): ReadonlyMap<DocumentName, DocumentSession> {
  const [sessions, setSessions] = useState<ReadonlyMap<DocumentName, DocumentSession>>(none)
  useEffect(() => {
    setSessions(new Map(names.map((document) => [document, borrowDocument(document, seat)])))
    const stop = openDocuments.onRenewed(() => setSessions(currentOf(names, seat)))
    return () => {
      stop()
      setSessions(none)
      for (const document of names) openDocuments.release(keyOf(document, seat))
    }
  }, [names, seat])
  return sessions
}

function currentOf(names: readonly DocumentName[], seat: ParticipantId): ReadonlyMap<DocumentName, DocumentSession> {
  const sessions = new Map<DocumentName, DocumentSession>()
  for (const document of names) {
    const session = openDocuments.current(keyOf(document, seat))
    if (session) sessions.set(document, session)
  }
  return sessions
}

const none: ReadonlyMap<DocumentName, DocumentSession> = new Map()

export function useDocumentSnapshot(session: DocumentSession): DocumentSnapshot {
  return useSyncExternalStore(session.subscribe, session.getSnapshot)
}
