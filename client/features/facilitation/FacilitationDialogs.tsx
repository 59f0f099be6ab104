/** The dialogs of those who run the meeting and write its report; they are loaded when one is opened. */
import { lazy } from 'react'
import { Deferred } from '../../design/Deferred.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'

const CodeDialog = lazy(async () => ({ default: (await import('./CodeDialog.tsx')).CodeDialog }))
const PoliciesDialog = lazy(async () => ({ default: (await import('./PoliciesDialog.tsx')).PoliciesDialog }))
const RecordDialog = lazy(async () => ({ default: (await import('./RecordDialog.tsx')).RecordDialog }))
const InviteDialog = lazy(async () => ({ default: (await import('./InviteDialog.tsx')).InviteDialog }))
const AttendanceDialog = lazy(async () => ({ default: (await import('./AttendanceDialog.tsx')).AttendanceDialog }))
const ArchiveDialog = lazy(async () => ({ default: (await import('./ArchiveDialog.tsx')).ArchiveDialog }))
const RosterDialog = lazy(async () => ({ default: (await import('./RosterDialog.tsx')).RosterDialog }))

const dialogs = {
  code: CodeDialog,
  invite: InviteDialog,
  roster: RosterDialog,
  policies: PoliciesDialog,
  record: RecordDialog,
  attendance: AttendanceDialog,
  archive: ArchiveDialog,
}

export type FacilitationDialog = keyof typeof dialogs

export interface FacilitationDialogsProps {
  session: MeetingSession
  open: FacilitationDialog | null
  onClose: () => void
}

export function FacilitationDialogs({ session, open, onClose }: FacilitationDialogsProps) {
  if (open === null) return null
  const Chosen = dialogs[open]
  return (
    <Deferred>
      <Chosen session={session} onClose={onClose} />
    </Deferred>
  )
}
