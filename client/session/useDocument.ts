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
    const key = `${seat} ${document}`
    const url = `${location.origin.replace(/^http/, 'ws')}/sync`
    const open = () => new DocumentSession(syncConnection({ url, document, seat }), seat, clock)
    setSession(openDocuments.borrow(key, open))
    return () => {
      setSession(null)
      openDocuments.release(key)
    }
  }, [document, seat])
  return session
}

export function useDocumentSnapshot(session: DocumentSession): DocumentSnapshot {
  return useSyncExternalStore(session.subscribe, session.getSnapshot)
}
