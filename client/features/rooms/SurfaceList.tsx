/** Where one can go in this meeting: the plenary, its boards, its cases with their marks; and how new ones begin. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { boardIcon } from '../../design/kindIcons.ts'
import { NavLink } from '../../design/NavLink.tsx'
import { SideSection } from '../../design/SideSection.tsx'
import { TlpMark } from '../../design/TlpMark.tsx'
import { isSameSurface, meetingPath, type Surface } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'
import { NewSurfaceDialog, type NewSurfaceKind } from './NewSurfaceDialog.tsx'

export interface SurfaceListProps {
  session: MeetingSession
  current: Surface
  /** Somebody goes somewhere: on a narrow window the drawer closes. */
  onFollow?: () => void
}

export function SurfaceList({ session, current, onFollow }: SurfaceListProps) {
  const { t } = useTranslation('room')
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const content = useMeeting(session, (snapshot) => snapshot.content)
  const canAddCase = useVerdict(session, 'case.create') === 'allowed'
  const canAddBoard = useVerdict(session, 'board.create') === 'allowed'
  const [adding, setAdding] = useState<NewSurfaceKind | null>(null)
  if (!meeting) return null

  const titleOf = (entry: { titleId: string }) => content[entry.titleId]?.text ?? '—'
  const link = (surface: Surface) => ({
    href: meetingPath(session.meetingId, session.seat, surface),
    isCurrent: isSameSurface(surface, current),
    onFollow,
  })
  const cases = Object.entries(meeting.cases)

  return (
    <>
      <SideSection title={t('rooms')}>
        <ul>
          <NavLink {...link({ kind: 'plenary' })} icon="people">
            {t('plenary')}
          </NavLink>
          {Object.entries(meeting.boards).map(([boardId, board]) => (
            <NavLink key={boardId} {...link({ kind: 'board', boardId })} icon={boardIcon(board.columns)}>
              {titleOf(board)}
            </NavLink>
          ))}
        </ul>
        {canAddBoard && (
          <Button size="small" variant="quiet" icon="plus" onPress={() => setAdding('board')}>
            {t('newBoard')}
          </Button>
        )}
      </SideSection>
      {(cases.length > 0 || canAddCase) && (
        <SideSection title={t('cases')}>
          {cases.length > 0 && (
            <ul>
              {cases.map(([caseId, entry]) => (
                <NavLink
                  key={caseId}
                  {...link({ kind: 'case', caseId })}
                  icon="document"
                  end={<TlpMark marking={entry.marking} isDense />}
                >
                  <span lang={content[entry.titleId]?.language}>{titleOf(entry)}</span>
                </NavLink>
              ))}
            </ul>
          )}
          {canAddCase && (
            <Button size="small" variant="quiet" icon="plus" onPress={() => setAdding('case')}>
              {t('newCase')}
            </Button>
          )}
        </SideSection>
      )}
      {adding && (
        <NewSurfaceDialog session={session} kind={adding} onClose={() => setAdding(null)} onCreated={onFollow} />
      )}
    </>
  )
}
