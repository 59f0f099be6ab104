/** People in the reader's words: their name, their country and institution from the vocabulary. */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonCard } from '../../shared/contracts/events.ts'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import type { MeetingSession } from './MeetingSession.ts'
import { useMeeting } from './useMeeting.ts'

/** What can be said of a person; an unknown or hidden name is a word, not an empty place. */
export interface PersonWords {
  name: string
  /** Country and institution, as far as they are known. */
  details: string
}

/** Gives the words for any person of the meeting, by id. */
export function usePeople(session: MeetingSession): (participantId: string) => PersonWords {
  const { t } = useTranslation()
  const [language] = useLanguage()
  const people = useMeeting(session, (snapshot) => snapshot.people)
  return (participantId) => {
    const card: PersonCard | undefined = people[participantId]
    const { country, agency } = card ?? {}
    const facts = [
      country && labelOf('countries', country, language),
      agency && labelOf('agencyTypes', agency, language),
    ]
    return { name: card?.name ?? t('someone'), details: facts.filter(Boolean).join(' · ') }
  }
}

/** Gives the words for a card that stands alone: the name, or the delegation where the policy shows no more. */
export function useCardWords(): (card: PersonCard) => string {
  const { t } = useTranslation()
  const [language] = useLanguage()
  return useCallback(
    ({ name, country, agency }) => {
      const delegation = [
        country && labelOf('countries', country, language),
        agency && labelOf('agencyTypes', agency, language),
      ]
      return name ?? (delegation.filter(Boolean).join(' · ') || t('someone'))
    },
    [t, language],
  )
}
