/** The middle of the room. Cases and boards are loaded when one is opened: the editor is not in the first load. */
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BoardId, CaseId, DocumentName } from '../../../shared/contracts/ids.ts'
import { FailureBoundary } from '../../design/FailureBoundary.tsx'
import { Notice } from '../../design/Notice.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { UnsentActions } from '../../features/documents/UnsentActions.tsx'
import { PreparePanel } from '../../features/facilitation/PreparePanel.tsx'
import { ReportDownload } from '../../features/outcomes/ReportDownload.tsx'
import { PlenaryView } from '../../features/plenary/PlenaryView.tsx'
import { meetingPath, type Surface } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'

import { DocumentSurface, type DocumentSurfaceProps } from './DocumentSurface.tsx'
import styles from './SurfaceView.module.css'

const CaseView = lazy(async () => ({ default: (await import('../../features/cases/CaseView.tsx')).CaseView }))
const PastCase = lazy(async () => ({ default: (await import('../../features/cases/PastCase.tsx')).PastCase }))
const BoardView = lazy(async () => ({ default: (await import('../../features/boards/BoardView.tsx')).BoardView }))
const PastBoard = lazy(async () => ({ default: (await import('../../features/boards/PastBoard.tsx')).PastBoard }))

export interface SurfaceViewProps {
  session: MeetingSession
  surface: Surface
}

export function SurfaceView({ session, surface }: SurfaceViewProps) {
  const { t } = useTranslation()
  const [showsAuthors, onShowAuthors] = useState(false)
  const authors = { showsAuthors, onShowAuthors }
  const key = surface.kind === 'case' ? surface.caseId : surface.kind === 'board' ? surface.boardId : 'plenary'
  return (
    <FailureBoundary key={key}>
      <Suspense fallback={<StatusLine icon="wait">{t('loading')}</StatusLine>}>
        <OpenSurface session={session} surface={surface} authors={authors} />
      </Suspense>
    </FailureBoundary>
  )
}

interface OpenSurfaceProps extends SurfaceViewProps {
  authors: Pick<DocumentSurfaceProps, 'showsAuthors' | 'onShowAuthors'>
}

function OpenSurface({ session, surface, authors }: OpenSurfaceProps) {
  const exists = useMeeting(session, ({ meeting }) => {
    if (surface.kind === 'case') return Object.hasOwn(meeting?.cases ?? {}, surface.caseId)
    if (surface.kind === 'board') return Object.hasOwn(meeting?.boards ?? {}, surface.boardId)
    return true
  })
  if (!exists) return <UnknownSurface session={session} />
  const unsentIn = (document: DocumentName) => <UnsentActions document={document} session={session} />
  switch (surface.kind) {
    case 'case':
      return (
        <DocumentSurface
          name={`case/${surface.caseId as CaseId}`}
          session={session}
          {...authors}
          now={(tools) => (
            <CaseView
              caseId={surface.caseId as CaseId}
              meetingSession={session}
              tools={tools}
              unsent={unsentIn(`case/${surface.caseId}`)}
            />
          )}
          past={(was) => <PastCase caseId={surface.caseId as CaseId} document={was} meetingSession={session} />}
        />
      )
    case 'board':
      return (
        <DocumentSurface
          name={`board/${surface.boardId as BoardId}`}
          session={session}
          {...authors}
          now={(tools) => (
            <BoardView
              boardId={surface.boardId as BoardId}
              meetingSession={session}
              tools={tools}
              unsent={unsentIn(`board/${surface.boardId}`)}
            />
          )}
          past={(was) => <PastBoard boardId={surface.boardId as BoardId} document={was} meetingSession={session} />}
        />
      )
    case 'plenary':
      return <Plenary session={session} />
  }
}

function Plenary({ session }: { session: MeetingSession }) {
  const canExport = useVerdict(session, 'export.report') === 'allowed'
  return (
    <>
      <PreparePanel session={session} />
      <PlenaryView session={session} />
      {canExport && (
        <div className={styles.after}>
          <ReportDownload meetingId={session.meetingId} seat={session.seat} />
        </div>
      )}
    </>
  )
}

function UnknownSurface({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  return (
    <Notice>
      <p>{t('surfaceGoneHint')}</p>
      <Link href={meetingPath(session.meetingId, session.seat)}>{t('toPlenary')}</Link>
    </Notice>
  )
}
