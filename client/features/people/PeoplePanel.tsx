/** Everybody in the meeting, with who is connected now; for moderators what they can do with each. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SideSection } from '../../design/SideSection.tsx'
import { TextField } from '../../design/TextField.tsx'
import { localeOf } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './PeoplePanel.module.css'
import { PersonMenu } from './PersonMenu.tsx'
import { PersonRow } from './PersonRow.tsx'
import { type RosterPerson, rosterOf } from './roster.ts'

/** Up to this many people are found by looking. */
const searchFrom = 15

export function PeoplePanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  const members = useMeeting(session, (snapshot) => snapshot.meeting?.members ?? null)
  const online = useMeeting(session, (snapshot) => snapshot.online)
  const wordsOf = usePeople(session)
  const [query, setQuery] = useState('')
  if (!members) return null

  const { compare } = new Intl.Collator(localeOf(language))
  const total = Object.keys(members).length
  const { here, away } = rosterOf({ members, online, wordsOf, compare, query })
  const groups = [
    { id: 'here', title: t('here', { count: here.length }), people: here },
    { id: 'away', title: t('away', { count: away.length }), people: away },
  ].filter(({ people }) => people.length > 0)
  const row = (person: RosterPerson, isAway: boolean) => (
    <PersonRow
      key={person.id}
      person={person}
      isSelf={person.id === session.seat}
      isAway={isAway}
      action={<PersonMenu session={session} person={person} />}
    />
  )

  return (
    <SideSection title={t('title')}>
      {total > searchFrom && <TextField label={t('search')} value={query} onChange={setQuery} />}
      {groups.length === 0 && <p className={styles.empty}>{t('nobodyFound')}</p>}
      {groups.map(({ id, title, people }) => (
        <div key={id} className={styles.group}>
          <h3 className={styles.heading}>{title}</h3>
          <ul>{people.map((person) => row(person, id === 'away'))}</ul>
        </div>
      ))}
    </SideSection>
  )
}
