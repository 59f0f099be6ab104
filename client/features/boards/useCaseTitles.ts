/** The cases of the meeting by their titles: what a card can be linked to. */
import { useMemo } from 'react'
import { languageTags } from '../../design/languageNames.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { useMeeting } from '../../session/useMeeting.ts'

export interface CaseTitle {
  text: string
  /** As HTML says it; absent when nobody said it. */
  lang?: string
}

/** In the order of the meeting. */
export type CaseTitles = ReadonlyMap<string, CaseTitle>

export function useCaseTitles(session: MeetingSession): CaseTitles {
  // As a string, because the texts of the meeting change with every message, and hundreds of cards show these.
  const titles = useMeeting(session, titlesOf)
  return useMemo(() => new Map(JSON.parse(titles) as [string, CaseTitle][]), [titles])
}

function titlesOf({ meeting, content }: MeetingSnapshot): string {
  const titles = Object.entries(meeting?.cases ?? {}).flatMap(([caseId, { titleId }]): [string, CaseTitle][] => {
    const title = content[titleId]
    return title
      ? [[caseId, { text: title.text, ...(title.language ? { lang: languageTags[title.language] } : {}) }]]
      : []
  })
  return JSON.stringify(titles)
}
