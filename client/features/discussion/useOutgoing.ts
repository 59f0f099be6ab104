/** The messages that this person writes to a room: held by the page, so that they outlive a closed drawer. */
import { useEffect, useMemo, useRef } from 'react'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { readDraft, writeDraft } from '../../lib/draftStore.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { Outgoing } from './Outgoing.ts'

/** One for each room and seat; a message carries the language of the moment in which it is sent. */
export function useOutgoing(session: MeetingSession, roomId: RoomId): Outgoing {
  const [language] = useLanguage()
  const spoken = useRef(language)
  useEffect(() => {
    spoken.current = language
  }, [language])
  return useMemo(() => {
    const key = `plenaria.draft.${session.seat}.${roomId}`
    return new Outgoing({
      text: readDraft(key),
      send: (text) => session.command({ type: 'message.post', text, roomId, language: spoken.current }),
      keep: (text) => writeDraft(key, text),
    })
  }, [session, roomId])
}
