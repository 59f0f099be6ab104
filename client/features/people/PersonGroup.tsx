/** Some people under a heading. A long list shows its beginning, and all of it when asked. */
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

export interface PersonGroupProps {
  title: string
  people: readonly RosterPerson[]
  session: MeetingSession
  isAway: boolean
  onRemove: PersonMenuProps['onRemove']
}

export function PersonGroup({ title, people, session, isAway, onRemove }: PersonGroupProps) {
  const { t } = useTranslation('people')
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? people : people.slice(0, peopleInSight)
  const rest = people.length - shown.length
  return (
    <div className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      <ul>
        {shown.map((person) => (
          <PersonRow key={person.id} {...person} session={session} isAway={isAway} onRemove={onRemove} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" variant="quiet" icon="down" onPress={() => setIsWhole(true)}>
          {t('showRest', { count: rest })}
        </Button>
      )}
    </div>
  )
}
