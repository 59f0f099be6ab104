/** What became of one's own words that their document did not take: on their way, waiting, taken in or not. */
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useLateWords } from '../../session/useLateWords.ts'
import { EarlierWordsNotice, OwnWordsNotice } from './OwnWordsNotice.tsx'

export function LateWordsNotices({ session }: { session: MeetingSession }) {
  const words = useLateWords(session)
  return words.map((each) =>
    each.kind === 'here' ? (
      <OwnWordsNotice key={each.entry.id} {...each} session={session} />
    ) : (
      <EarlierWordsNotice key={each.depositId} {...each} session={session} />
    ),
  )
}
