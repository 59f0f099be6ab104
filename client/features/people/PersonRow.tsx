/** One person of the list: name, role if it is a special one, country and institution, and an action at the end. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Avatar } from '../../design/Avatar.tsx'
import { cx } from '../../design/classNames.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './PeoplePanel.module.css'
import type { RosterPerson } from './roster.ts'

export interface PersonRowProps {
  person: RosterPerson
  isSelf: boolean
  isAway?: boolean
  action?: ReactNode
}

export function PersonRow({ person, isSelf, isAway = false, action }: PersonRowProps) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  const { name, details, role } = person
  return (
    <li className={cx(styles.person, isAway && styles.away)}>
      <span className={styles.avatar}>
        <Avatar person={person} />
      </span>
      <span className={styles.name}>
        {name} {isSelf && <span className={styles.self}>({t('you')})</span>}
        {role !== 'participant' && (
          <span className={cx(styles.details, styles.role)}>{labelOf('meetingRoles', role, language)}</span>
        )}
        {details !== '' && <span className={styles.details}>{details}</span>}
      </span>
      {action}
    </li>
  )
}
