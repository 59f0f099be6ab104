/**
 * People under headings, all rows in one list: a row that moves to another heading stays the same row, and a menu that is
 * open on it stays open. A long list shows the beginning of each group, and all when asked.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './PeoplePanel.module.css'
import type { PersonMenuProps } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import type { RosterPerson } from './roster.ts'

/** More rows than this are a scroll that nobody reads; the search above finds the others. */
const peopleInSight = 30

export interface PersonGroup {
  id: 'here' | 'away' | 'everybody'
  title: string
  people: readonly RosterPerson[]
}

export interface PersonListProps {
  groups: readonly PersonGroup[]
  session: MeetingSession
  onRemove: PersonMenuProps['onRemove']
}

export function PersonList({ groups, session, onRemove }: PersonListProps) {
  const { t } = useTranslation('people')
  const [isWhole, setIsWhole] = useState(false)
  const limit = isWhole ? Number.POSITIVE_INFINITY : peopleInSight
  const rest = groups.reduce((sum, { people }) => sum + Math.max(0, people.length - limit), 0)
  // One flat array of keyed children: React moves a row between groups instead of making a new one.
  const rows = groups.flatMap(({ id, title, people }) => [
    <li key={id} className={styles.heading}>
      <h3>{title}</h3>
    </li>,
    ...people
      .slice(0, limit)
      .map((person) => (
        <PersonRow key={person.id} {...person} session={session} isAway={id === 'away'} onRemove={onRemove} />
      )),
  ])
  return (
    <>
      <ul>{rows}</ul>
      {rest > 0 && (
        <Button size="small" variant="quiet" icon="down" onPress={() => setIsWhole(true)}>
          {t('showRest', { count: rest })}
        </Button>
      )}
    </>
  )
}
