/** One person of the list: name, role if it is a special one, country and institution, and what can be done with them. */
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Avatar } from '../../design/Avatar.tsx'
import { cx } from '../../design/classNames.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './PeoplePanel.module.css'
import { PersonMenu, type PersonMenuProps } from './PersonMenu.tsx'
import type { RosterPerson } from './roster.ts'

export interface PersonRowProps extends RosterPerson {
  session: MeetingSession
  isAway: boolean
  onRemove: PersonMenuProps['onRemove']
}

/** Drawn again only when something about this person changes: presence moves all day in a room of three hundred. */
export const PersonRow = memo(function PersonRow({
  id,
  name,
  details,
  role,
  session,
  isAway,
  onRemove,
}: PersonRowProps) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  return (
    <li className={cx(styles.person, isAway && styles.away)}>
      <span className={styles.avatar}>
        <Avatar person={{ id, name }} />
      </span>
      <span className={styles.name}>
        {name} {id === session.seat && <span className={styles.self}>({t('you')})</span>}
        {role !== 'participant' && (
          <span className={cx(styles.details, styles.role)}>{labelOf('meetingRoles', role, language)}</span>
        )}
        {details !== '' && <span className={styles.details}>{details}</span>}
      </span>
      <PersonMenu session={session} id={id} name={name} role={role} onRemove={onRemove} />
    </li>
  )
})
