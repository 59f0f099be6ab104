/**
 * What leaves a meeting as data: the JSON export, and what the person who asks for a report is told beforehand. Both
 * hold what the report's policy lets through and nothing else.
 */
import { z } from 'zod'
import { attachmentMediaType } from './attachmentKinds.ts'
import {
  agendaItemKind,
  attribution,
  cardKind,
  cardKinds,
  clearance,
  language,
  marking,
  meetingStatus,
  unLevel,
} from './terms.ts'

/** What was left out, by kind and reason. */
export const omissionKind = z.enum(['case', 'board', 'agendaTitle', 'card', 'linkedCase', 'people', 'contact'])
export const omissionReason = z.enum([
  'not-cleared',
  'marking',
  'may-name-withheld-case',
  'empty',
  'case-withheld',
  'damaged',
  'attribution',
])
export type OmissionReason = z.infer<typeof omissionReason>

const omissionCount = z.object({ kind: omissionKind, reason: omissionReason, count: z.int() })

/** A paragraph, heading, item or row of what was written at length: its words, and what they are beside words. */
const passage = z.object({
  text: z.string(),
  /** Set where its author said that it is in another language than the text around it. */
  language: language.optional(),
  links: z.array(z.object({ text: z.string(), address: z.string() })).optional(),
})
export type Passage = z.infer<typeof passage>

const textData = z.object({ field: z.string(), kind: z.literal('richText'), value: z.array(passage) })

const valueData = z.object({
  field: z.string(),
  kind: z.string(),
  value: z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.array(z.string()),
    z.object({ from: z.string().nullable(), to: z.string().nullable() }),
    z.array(z.record(z.string(), z.unknown())),
  ]),
})

/** What one field of a case or card says: term ids, not their words. */
const fieldData = z.union([textData, valueData])
export type FieldData = z.infer<typeof fieldData>

const caseData = z.object({
  /** The number of the case in the report. */
  number: z.int(),
  title: z.string(),
  marking,
  stage: z.string().nullable(),
  clearance,
  digest: clearance,
  isAnonymized: z.boolean(),
  presentedBy: z.string().optional(),
  /** What is attached, by name: the files themselves stay in the meeting. */
  attachments: z.array(z.object({ name: z.string(), mediaType: attachmentMediaType, bytes: z.int() })),
  sections: z.array(z.object({ section: z.string(), isNotApplicable: z.boolean(), fields: z.array(fieldData) })),
})

const cardData = z.object({
  kind: cardKind,
  number: z.int(),
  title: z.string(),
  marking,
  language: language.nullable(),
  /** The number of the released case that it comes from. */
  caseNumber: z.int().optional(),
  fields: z.array(fieldData),
})

/** The JSON export. A part that was not asked for, or that the policy keeps back, is absent. */
export const reportData = z.object({
  format: z.literal('plenaria-report'),
  version: z.literal(1),
  /** ISO 8601, UTC. */
  generatedAt: z.string(),
  language,
  attribution,
  marking,
  unLevel,
  meeting: z.object({
    title: z.string(),
    place: z.string(),
    status: meetingStatus,
    languages: z.array(language),
    timezone: z.string(),
    startsOn: z.string(),
    endsOn: z.string(),
    activityTypes: z.array(z.string()),
    focusOfActivity: z.array(z.string()),
  }),
  counts: z.object({
    people: z.int(),
    countries: z.int(),
    casesIncluded: z.int(),
    casesWithheld: z.int(),
    /** Of the people, so many were there on each day of the meeting. */
    attendance: z.array(z.object({ day: z.iso.date(), persons: z.int() })),
  }),
  /** Ids of the parts of the outline that a drawn report with the same wishes has. */
  parts: z.array(z.string()),
  agenda: z
    .array(
      z.object({
        kind: agendaItemKind,
        /** Null where the title may name a case that is withheld. */
        title: z.string().nullable(),
        startsAt: z.string().optional(),
        durationMinutes: z.int().optional(),
      }),
    )
    .optional(),
  cases: z.array(caseData).optional(),
  cards: z.array(cardData).optional(),
  participants: z
    .array(z.object({ name: z.string().optional(), country: z.string().optional(), agency: z.string().optional() }))
    .optional(),
  omitted: z.array(omissionCount),
})
export type ReportData = z.infer<typeof reportData>

/** What the report would hold if it were asked for now, and what it would leave out. */
export const exportPreview = z.object({
  language,
  attribution,
  /** What may be asked for, from the most open to the strictest. */
  allowedAttributions: z.array(attribution),
  marking,
  unLevel,
  /** Every part that this meeting can give, titled in the language of the report. */
  parts: z.array(z.object({ id: z.string(), title: z.string(), isIncluded: z.boolean() })),
  counts: z.object({
    people: z.int(),
    casesIncluded: z.int(),
    casesWithheld: z.int(),
    cards: z.object(
      Object.fromEntries(cardKinds.map((kind) => [kind, z.int()])) as Record<(typeof cardKinds)[number], z.ZodInt>,
    ),
  }),
  /** Titles are of things that whoever may ask for a report can open; what has none is empty. */
  omitted: z.array(z.object({ kind: omissionKind, reason: omissionReason, title: z.string() })),
})
export type ExportPreview = z.infer<typeof exportPreview>
