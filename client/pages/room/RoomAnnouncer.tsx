/** Says to screen readers what everybody else sees change: the item that is on, the state of the meeting, the line. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Announcer } from '../../design/Announcer.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export function RoomAnnouncer({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const status = useMeeting(session, (snapshot) => snapshot.meeting?.status ?? 'draft')
  const line = useMeeting(session, (snapshot) => snapshot.connection.status)
  const current = useMeeting(session, ({ meeting, content }) => {
    const item = meeting?.agenda.find(({ itemId }) => itemId === meeting.currentItemId)
    return item ? (content[item.titleId]?.text ?? '') : ''
  })
  const said = useRef({ status, line, current })
  const [words, setWords] = useState('')

  useEffect(() => {
    const before = said.current
    said.current = { status, line, current }
    if (before.current !== current && current !== '') setWords(t('announce.now', { title: current }))
    else if (before.status !== status) setWords(t(`announce.${status}`))
    else if (before.line !== line) setWords(t(line === 'live' ? 'announce.online' : 'announce.offline'))
  }, [status, line, current, t])

  return <Announcer>{words}</Announcer>
}
