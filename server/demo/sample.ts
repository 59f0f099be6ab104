/**
 * The sample meeting as typed data. All of it is fictional: people, cases and figures. What this version of the program
 * has no place for stays in the file and out of the meeting: the working groups, and the votes and clusters of the cards,
 * which boards do not have yet.
 */
import { z } from 'zod'
import { type CardKind, cardKind, clearance, language, marking, unLevel } from '../../shared/contracts/terms.ts'
import data from './sample-meeting.json'

const inLanguages = z.object({ es: z.string(), en: z.string(), pt: z.string(), fr: z.string() })

const person = z.object({
  id: z.string(),
  displayName: z.string(),
  country: z.string().nullable(),
  agencyType: z.string(),
  role: z.string(),
  language,
})
export type SamplePerson = z.infer<typeof person>

const agendaItem = z.object({
  day: z.int(),
  start: z.string(),
  end: z.string(),
  kind: z.string(),
  title: inLanguages,
  caseId: z.string().optional(),
})
export type SampleAgendaItem = z.infer<typeof agendaItem>

const cell = z.union([z.string(), z.number(), z.boolean()])

const sampleCase = z.looseObject({
  id: z.string(),
  code: z.string(),
  title: z.string(),
  tlp: marking,
  stage: z.string(),
  legalSystem: z.string(),
  countries: z.array(z.string()),
  presenterId: z.string(),
  periodo: z.string(),
  clearance: z.object({
    anonymized: z.boolean(),
    useInReport: clearance,
    useInDigest: clearance,
    clearedBy: z.string(),
  }),
  tags: z.record(z.string(), z.array(z.string())),
  items: z.array(z.record(z.string(), cell)),
  persons: z.array(z.record(z.string(), cell)),
  charges: z.array(z.record(z.string(), cell)),
  sections: z.record(z.string(), z.string()),
})
export type SampleCase = z.infer<typeof sampleCase>

/** The kind of card that a sample board is for. */
const boardKind = z.string().transform((type): CardKind => (type === 'parking' ? 'parkedTopic' : cardKind.parse(type)))

const board = z.object({ id: z.string(), type: boardKind, title: inLanguages })
export type SampleBoard = z.infer<typeof board>

const card = z.object({
  id: z.string(),
  boardId: z.string(),
  type: z.enum(['goodPractice', 'obstacle']),
  title: z.string(),
  text: z.string(),
  category: z.string(),
  stage: z.string().optional(),
  caseId: z.string().optional(),
  articles: z.array(z.string()),
  authorId: z.string(),
  tlp: marking,
  lang: language,
})
export type SampleCard = z.infer<typeof card>

const recommendation = z.object({
  id: z.string(),
  text: z.string(),
  addressee: z.string(),
  articles: z.array(z.string()),
})
export type SampleRecommendation = z.infer<typeof recommendation>

const sampleMeeting = z.object({
  meeting: z.object({
    id: z.string(),
    title: inLanguages,
    place: z.string(),
    timezone: z.string(),
    startDate: z.string(),
    endDate: z.string(),
    workingLanguages: z.array(language),
    rules: z.object({ chathamHouse: z.boolean(), defaultTlp: marking, unClassification: unLevel }),
    activityTypes: z.array(z.string()),
    focusOfActivity: z.array(z.string()),
  }),
  participants: z.array(person),
  agenda: z.array(agendaItem),
  cases: z.array(sampleCase),
  boards: z.array(board),
  notes: z.array(card),
  parkingLot: z.array(z.string()),
  draftRecommendations: z.array(recommendation),
})

export const sample = sampleMeeting.parse(data)
