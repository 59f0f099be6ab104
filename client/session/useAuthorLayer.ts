/** React's way to who wrote what: the layer of the open document, where it is shown, and its authors in words. */
import { createContext, useCallback, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { authorsAnswer } from '../../shared/contracts/http.ts'
import type { DocumentName } from '../../shared/contracts/ids.ts'
import type { Origin } from '../../shared/documents/origins.ts'
import { policiesOf } from '../../shared/proceedings/policies.ts'
import type { ShownAuthor } from '../design/AuthorName.tsx'
import { initialsOf } from '../design/personColor.ts'
import { api } from '../lib/api.ts'
import { clock } from '../lib/time.ts'
import { AuthorLayer, type AuthorLayerSnapshot } from './AuthorLayer.ts'
import type { Author } from './authorLooks.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { useSettledVersion } from './settledVersion.ts'
import { useDocument } from './useDocument.ts'
import { useMeeting } from './useMeeting.ts'
import { useCardWords } from './usePerson.ts'

/** Null where the layer is off. */
export const AuthorLayerContext = createContext<AuthorLayer | null>(null)

export function useAuthorLayer(): AuthorLayer | null {
  return useContext(AuthorLayerContext)
}

/** Whether the meeting's policy shows authors at all. */
export function useHasAuthors(meetingSession: MeetingSession): boolean {
  return useMeeting(meetingSession, ({ meeting }) => meeting !== null && policiesOf(meeting).attribution !== 'none')
}

/** Opens the layer over a document as long as it is on. */
export function useOpenAuthorLayer(
  name: DocumentName,
  meetingSession: MeetingSession,
  isOn: boolean,
): AuthorLayer | null {
  const { seat } = meetingSession
  const document = useDocument(name, seat)
  const attribution = useMeeting(meetingSession, ({ meeting }) => meeting && policiesOf(meeting).attribution)
  const [layer, setLayer] = useState<AuthorLayer | null>(null)
  useEffect(() => {
    if (!isOn || document === null || attribution === null || attribution === 'none') return
    const { name: myName, country, agency } = meetingSession.getSnapshot().people[seat] ?? {}
    const delegation = { ...(country !== undefined && { country }), ...(agency !== undefined && { agency }) }
    const byName = { participantId: seat, ...(myName !== undefined && { name: myName }), ...delegation }
    const opened = new AuthorLayer(document, {
      ask: () => api('GET', `/api/documents/${name}/authors`, { answer: authorsAnswer, seat }),
      me: attribution === 'name' ? byName : delegation,
      clock,
    })
    setLayer(opened)
    return () => {
      setLayer(null)
      opened.dispose()
    }
  }, [isOn, document, name, seat, attribution, meetingSession])
  return layer
}

export function useAuthorLayerSnapshot(layer: AuthorLayer): AuthorLayerSnapshot {
  return useSyncExternalStore(layer.subscribe, layer.getSnapshot)
}

/** Gives the words and marks of an author in the reader's language. */
export function useAuthorWords(): (author: Author) => ShownAuthor {
  const wordsOf = useCardWords()
  return useCallback(
    ({ key, said, color, line }) => {
      const initials = said.name ? initialsOf(said.name) : (said.country?.toUpperCase() ?? '–')
      return { key, words: wordsOf(said), initials, color, line }
    },
    [wordsOf],
  )
}

/** Who wrote what `read` gives, whoever wrote most of it first; null where the layer is off. */
export function useAuthorsOf(read: () => Iterable<Origin>): readonly ShownAuthor[] | null {
  const layer = useAuthorLayer()
  const wordsOf = useAuthorWords()
  const docs = useMemo(() => (layer ? [layer.doc] : []), [layer])
  useSettledVersion(docs)
  useSyncExternalStore(layer?.subscribe ?? nothing, layer?.getSnapshot ?? (() => null))
  if (layer === null) return null
  const shares = new Map<Author, number>()
  for (const origin of read()) {
    for (const { length, written } of layer.writtenBy(origin)) {
      if (written) shares.set(written.author, (shares.get(written.author) ?? 0) + length)
    }
  }
  return [...shares].sort(([, a], [, b]) => b - a).map(([author]) => wordsOf(author))
}

const nothing = () => () => undefined
