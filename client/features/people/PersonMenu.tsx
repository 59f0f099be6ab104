/** What the reader may do with a person: another role, or out of the meeting after a second question. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Role, roles } from '../../../shared/contracts/terms.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import { MenuButton, type MenuGroup } from '../../design/Menu.tsx'
import { RefusalDialog } from '../../design/RefusalDialog.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting, useRole, useVerdict } from '../../session/useMeeting.ts'
import type { RosterPerson } from './roster.ts'

export interface PersonMenuProps {
  session: MeetingSession
  person: RosterPerson
}

export function PersonMenu({ session, person }: PersonMenuProps) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  const myRole = useRole(session)
  const isLastOrganizer = useMeeting(session, (snapshot) => countOrganizers(snapshot.meeting?.members) === 1)
  const mayRemove = useVerdict(session, 'participant.remove') === 'allowed'
  const maySetRole = useVerdict(session, 'participant.setRole') === 'allowed'
  const [isRemoving, setIsRemoving] = useState(false)
  const { run, problem, forget } = useCommand(session)

  const isOrganizer = person.role === 'organizer'
  const canSetRole = maySetRole && !(isOrganizer && isLastOrganizer)
  const canRemove = mayRemove && person.id !== session.seat && (!isOrganizer || myRole === 'organizer')
  if (!canSetRole && !canRemove) return null

  const setRole = (role: Role) => void run({ type: 'participant.setRole', participantId: person.id, role })
  const groups: MenuGroup[] = []
  if (canSetRole) {
    const actions = roles.map((role) => ({
      id: role,
      label: labelOf('meetingRoles', role, language),
      isCurrent: role === person.role,
      onAction: () => {
        if (role !== person.role) setRole(role)
      },
    }))
    groups.push({ id: 'role', title: t('role'), actions })
  }
  if (canRemove) {
    const remove = { id: 'remove', label: t('remove'), isDangerous: true, onAction: () => setIsRemoving(true) }
    groups.push({ id: 'out', actions: [remove] })
  }

  return (
    <>
      <MenuButton
        variant="quiet"
        size="small"
        icon="more"
        aria-label={t('actionsFor', { name: person.name })}
        menuLabel={t('actionsFor', { name: person.name })}
        groups={groups}
      />
      {problem && <RefusalDialog problem={problem} onClose={forget} />}
      <ConfirmDialog
        title={t('removeTitle', { name: person.name })}
        action={t('removeNow')}
        isOpen={isRemoving}
        isDangerous
        onClose={() => setIsRemoving(false)}
        onConfirm={() => void run({ type: 'participant.remove', participantId: person.id })}
      >
        <p>{t('removeExplained')}</p>
      </ConfirmDialog>
    </>
  )
}

function countOrganizers(members: Record<string, { role: Role }> | undefined): number {
  return Object.values(members ?? {}).filter(({ role }) => role === 'organizer').length
}
