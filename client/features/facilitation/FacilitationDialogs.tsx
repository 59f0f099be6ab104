/** The dialogs that only moderators open; they are loaded when one is. */
import { lazy } from 'react'
import { Deferred } from '../../design/Deferred.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'

const CodeDialog = lazy(async () => ({ default: (await import('./CodeDialog.tsx')).CodeDialog }))
const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.tsx')).InviteDialog }))

export interface FacilitationDialogsProps {
  session: MeetingSession
  open: 'code' | 'invite' | null
  onClose: () => void
}

export function FacilitationDialogs({ session, open, onClose }: FacilitationDialogsProps) {
  if (open === null) return null
  const Chosen = open === 'code' ? CodeDialog : InviteDialog
  return (
    <Deferred>
      <Chosen session={session} onClose={onClose} />
    </Deferred>
  )
}
