/** What moderators do from anywhere in the room, and what a rapporteur may of it: code, people, rules, opening hours. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import { type MenuAction, MenuButton } from '../../design/Menu.tsx'
import { RefusalDialog } from '../../design/RefusalDialog.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting, useVerdict } from '../../session/useMeeting.ts'
import { type FacilitationDialog, FacilitationDialogs } from './FacilitationDialogs.tsx'

export function FacilitatorMenu({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const { t: roster } = useTranslation('roster')
  const { t: organizer } = useTranslation('organizer')
  const status = useMeeting(session, (snapshot) => snapshot.meeting?.status)
  const isModerator = useVerdict(session, 'moderators.read') === 'allowed'
  const canInvite = useVerdict(session, 'invitation.create') === 'allowed'
  const canSetPolicies = useVerdict(session, 'meeting.setPolicies') === 'allowed'
  const canSetRecord = useVerdict(session, 'meeting.setRecord') === 'allowed'
  const canArchive = useVerdict(session, 'export.archive') === 'allowed'
  const canOpen = useVerdict(session, 'meeting.open') === 'allowed'
  const canClose = useVerdict(session, 'meeting.close') === 'allowed'
  const [open, setOpen] = useState<FacilitationDialog | 'close' | null>(null)
  const { run, problem, forget } = useCommand(session)
  if (!isModerator && !canSetRecord) return null

  const close = () => setOpen(null)
  const actions: MenuAction[] = []
  if (isModerator) {
    actions.push({ id: 'code', label: t('showCode'), onAction: () => setOpen('code') })
    actions.push({ id: 'invite', label: t('invite'), onAction: () => setOpen('invite'), isDisabled: !canInvite })
    actions.push({ id: 'roster', label: roster('menu'), onAction: () => setOpen('roster'), isDisabled: !canInvite })
    actions.push({ id: 'attendance', label: roster('attendance.menu'), onAction: () => setOpen('attendance') })
  }
  if (canSetPolicies) actions.push({ id: 'policies', label: t('policies'), onAction: () => setOpen('policies') })
  if (canSetRecord) actions.push({ id: 'record', label: t('record'), onAction: () => setOpen('record') })
  if (canOpen) {
    const label = t(status === 'closed' ? 'reopen' : 'open')
    actions.push({ id: 'open', label, onAction: () => void run({ type: 'meeting.open' }) })
  }
  if (canClose) actions.push({ id: 'close', label: t('close'), onAction: () => setOpen('close') })

  if (canArchive) actions.push({ id: 'archive', label: organizer('archive.menu'), onAction: () => setOpen('archive') })

  return (
    <>
      <MenuButton size="small" iconAfter="down" groups={[{ id: 'meeting', actions }]} menuLabel={t('facilitate')}>
        {t('facilitate')}
      </MenuButton>
      <FacilitationDialogs session={session} open={open === 'close' ? null : open} onClose={close} />
      <ConfirmDialog
        title={t('closeTitle')}
        action={t('closeNow')}
        isOpen={open === 'close'}
        onClose={close}
        onConfirm={() => void run({ type: 'meeting.close' })}
      >
        <p>{t('closeExplained')}</p>
      </ConfirmDialog>
      {problem && <RefusalDialog problem={problem} onClose={forget} />}
    </>
  )
}
