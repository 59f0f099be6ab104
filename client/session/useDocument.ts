/** React's way to a document: borrows it while a screen shows it, and follows what may be said of it. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { clock } from '../lib/time.ts'
import { DocumentSession, type DocumentSnapshot } from './DocumentSession.ts'
import { syncConnection } from './documentConnection.ts'
import { OpenDocuments } from './OpenDocuments.ts'

const openDocuments = new OpenDocuments(globalThis)

/** The document as this seat may see it; null until the effect that opens it has run. */
export function useDocument(document: DocumentName, seat: ParticipantId): DocumentSession | null {
  const [session, setSession] = useState<DocumentSession | null>(null)
  useEffect(() => {
    setSession(borrow(document, seat))
    return () => {
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
    setSessions(new Map(names.map((document) => [document, borrow(document, seat)])))
    return () => {
      setSessions(none)
      for (const document of names) openDocuments.release(keyOf(document, seat))
    }
  }, [names, seat])
  return sessions
}

const none: ReadonlyMap<DocumentName, DocumentSession> = new Map()

function borrow(document: DocumentName, seat: ParticipantId): DocumentSession {
  const url = `${location.origin.replace(/^http/, 'ws')}/sync`
  const open = () => new DocumentSession(syncConnection({ url, document, seat }), seat, clock)
  return openDocuments.borrow(keyOf(document, seat), open)
}

function keyOf(document: DocumentName, seat: ParticipantId): string {
  return `${seat} ${document}`
}

export function useDocumentSnapshot(session: DocumentSession): DocumentSnapshot {
  return useSyncExternalStore(session.subscribe, session.getSnapshot)
}
