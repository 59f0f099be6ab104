/** Everybody in the meeting, with who is connected now; for moderators what they can do with each. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { SideSection } from '../../design/SideSection.tsx'
import { TextField } from '../../design/TextField.tsx'
import { localeOf } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { clock } from '../../lib/time.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './PeoplePanel.module.css'
import { type PersonGroup, PersonList } from './PersonList.tsx'
import { RemoveDialog, type RemoveDialogProps } from './RemoveDialog.tsx'
import { rosterOf } from './roster.ts'
import { SteadyPresence } from './SteadyPresence.ts'

/** Up to this many people are found by looking. */
const searchFrom = 15

export function PeoplePanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('people')
  const [language] = useLanguage()
  const members = useMeeting(session, (snapshot) => snapshot.meeting?.members ?? null)
  const online = useSteadyOnline(session)
  const isLive = useMeeting(session, (snapshot) => snapshot.connection.status === 'live')
  const wordsOf = usePeople(session)
  const [removing, setRemoving] = useState<RemoveDialogProps['person']>(null)
  const [query, setQuery] = useState('')
  if (!members) return null

  const { compare } = new Intl.Collator(localeOf(language))
  const total = Object.keys(members).length
  const { all, here, away } = rosterOf({ members, online, wordsOf, compare, query })
  const known: PersonGroup[] = [
    { id: 'here', title: t('here', { count: here.length }), people: here },
    { id: 'away', title: t('away', { count: away.length }), people: away },
  ]
  // Who has no connection cannot know who else has.
  const unknown: PersonGroup[] = [{ id: 'everybody', title: t('everybody', { count: all.length }), people: all }]
  const groups = (isLive ? known : unknown).filter(({ people }) => people.length > 0)

  return (
    <SideSection title={t('title')}>
      {total > searchFrom && <TextField label={t('search')} value={query} onChange={setQuery} />}
      {!isLive && <p className={styles.empty}>{t('presenceUnknown')}</p>}
      {groups.length === 0 && <p className={styles.empty}>{t('nobodyFound')}</p>}
      <PersonList groups={groups} session={session} onRemove={setRemoving} />
      <RemoveDialog session={session} person={removing} onClose={() => setRemoving(null)} />
    </SideSection>
  )
}

function useSteadyOnline(session: MeetingSession): ReadonlySet<string> {
  const online = useMeeting(session, (snapshot) => snapshot.online)
  const [presence] = useState(() => new SteadyPresence(clock))
  useEffect(() => presence.update(online), [presence, online])
  return useSyncExternalStore(presence.subscribe, presence.getSnapshot)
}
