/**
 * What the reader may do with a person: another role, or out of the meeting. The second question is the panel's: it
 * stays when the row moves, because a connection comes and goes.
 */
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { type Role, roles } from '../../../shared/contracts/terms.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { MenuButton, type MenuGroup } from '../../design/Menu.tsx'
import { RefusalDialog } from '../../design/RefusalDialog.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting, useRole, useVerdict } from '../../session/useMeeting.ts'
import type { RosterPerson } from './roster.ts'

export interface PersonMenuProps extends Omit<RosterPerson, 'details'> {
  session: MeetingSession
  onRemove: (person: { id: ParticipantId; name: string }) => void
}

export function PersonMenu({ session, id, name, role, onRemove }: PersonMenuProps) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  const myRole = useRole(session)
  const isLastOrganizer = useMeeting(session, (snapshot) => countOrganizers(snapshot.meeting?.members) === 1)
  const mayRemove = useVerdict(session, 'participant.remove') === 'allowed'
  const maySetRole = useVerdict(session, 'participant.setRole') === 'allowed'
  const { run, problem, forget } = useCommand(session)

  const isOrganizer = role === 'organizer'
  const canSetRole = maySetRole && !(isOrganizer && isLastOrganizer)
  const canRemove = mayRemove && id !== session.seat && (!isOrganizer || myRole === 'organizer')
  if (!canSetRole && !canRemove) return null

  const setRole = (next: Role) => void run({ type: 'participant.setRole', participantId: id, role: next })
  const groups: MenuGroup[] = []
  if (canSetRole) {
    const actions = roles.map((other) => ({
      id: other,
      label: labelOf('meetingRoles', other, language),
      isCurrent: other === role,
      onAction: () => {
        if (other !== role) setRole(other)
      },
    }))
    groups.push({ id: 'role', title: t('role'), actions })
  }
  if (canRemove) {
    const remove = { id: 'remove', label: t('remove'), isDangerous: true, onAction: () => onRemove({ id, name }) }
    groups.push({ id: 'out', actions: [remove] })
  }

  return (
    <>
      <MenuButton
        variant="quiet"
        size="small"
        icon="more"
        aria-label={t('actionsFor', { name })}
        menuLabel={t('actionsFor', { name })}
        groups={groups}
      />
      {problem && <RefusalDialog problem={problem} onClose={forget} />}
    </>
  )
}

function countOrganizers(members: Record<string, { role: Role }> | undefined): number {
  return Object.values(members ?? {}).filter(({ role }) => role === 'organizer').length
}
