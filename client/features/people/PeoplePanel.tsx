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
import { PersonGroup } from './PersonGroup.tsx'
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
  const wordsOf = usePeople(session)
  const [removing, setRemoving] = useState<RemoveDialogProps['person']>(null)
  const [query, setQuery] = useState('')
  if (!members) return null

  const { compare } = new Intl.Collator(localeOf(language))
  const total = Object.keys(members).length
  const { here, away } = rosterOf({ members, online, wordsOf, compare, query })

  return (
    <SideSection title={t('title')}>
      {total > searchFrom && <TextField label={t('search')} value={query} onChange={setQuery} />}
      {here.length + away.length === 0 && <p className={styles.empty}>{t('nobodyFound')}</p>}
      {here.length > 0 && (
        <PersonGroup
          title={t('here', { count: here.length })}
          people={here}
          session={session}
          isAway={false}
          onRemove={setRemoving}
        />
      )}
      {away.length > 0 && (
        <PersonGroup
          title={t('away', { count: away.length })}
          people={away}
          session={session}
          isAway
          onRemove={setRemoving}
        />
      )}
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
