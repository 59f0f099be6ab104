/** An open case or board with what the page adds to it: the layer of authors. */
import type { ReactNode } from 'react'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { AuthorLayerContext, useOpenAuthorLayer } from '../../session/useAuthorLayer.ts'
import { DocumentTools } from './DocumentTools.tsx'

export interface DocumentSurfaceProps {
  name: DocumentName
  session: MeetingSession
  showsAuthors: boolean
  onShowAuthors: (shows: boolean) => void
  children: (tools: ReactNode) => ReactNode
}

export function DocumentSurface({ name, session, showsAuthors, onShowAuthors, children }: DocumentSurfaceProps) {
  const layer = useOpenAuthorLayer(name, session, showsAuthors)
  const tools = (
    <DocumentTools session={session} layer={layer} showsAuthors={showsAuthors} onShowAuthors={onShowAuthors} />
  )
  return <AuthorLayerContext value={layer}>{children(tools)}</AuthorLayerContext>
}
