/** An open case or board with what the page adds to it: the layer of authors, and versions to look back at. */
import { type ReactNode, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { StatusLine } from '../../design/StatusLine.tsx'
import { PastNotice } from '../../features/history/PastNotice.tsx'
import type { OpenVersion } from '../../features/history/versions.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { AuthorLayerContext, useOpenAuthorLayer } from '../../session/useAuthorLayer.ts'
import { usePastDocument } from '../../session/usePastDocument.ts'
import { DocumentTools } from './DocumentTools.tsx'

export interface DocumentSurfaceProps {
  name: DocumentName
  session: MeetingSession
  showsAuthors: boolean
  onShowAuthors: (shows: boolean) => void
  /** The document of now, with the tools at their place. */
  now: (tools: ReactNode) => ReactNode
  /** The document as it was. */
  past: (document: DocumentSession) => ReactNode
}

export function DocumentSurface({ name, session, showsAuthors, onShowAuthors, now, past }: DocumentSurfaceProps) {
  const { t } = useTranslation()
  const [version, setVersion] = useState<OpenVersion | null>(null)
  const [wasPast, setWasPast] = useState(false)
  const layer = useOpenAuthorLayer(name, session, showsAuthors && version === null)
  const was = usePastDocument(name, version?.state ?? null, session.seat)
  if (version !== null) {
    return (
      <>
        <PastNotice version={version.version} session={session} onBack={() => setVersion(null)} />
        {/* Its code may still have to come: the way back stays meanwhile, with the focus. */}
        <Suspense fallback={<StatusLine icon="wait">{t('loading')}</StatusLine>}>{was && past(was)}</Suspense>
      </>
    )
  }
  const tools = (
    <DocumentTools
      name={name}
      session={session}
      layer={layer}
      showsAuthors={showsAuthors}
      onShowAuthors={onShowAuthors}
      wasPast={wasPast}
      onOpenVersion={(opened) => {
        setVersion(opened)
        setWasPast(true)
      }}
    />
  )
  return <AuthorLayerContext value={layer}>{now(tools)}</AuthorLayerContext>
}
