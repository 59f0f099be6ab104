/**
 * The fixed words of a report in its four languages: column heads, sentences with counts, the foot of the page.
 * Headings and terms come from the vocabulary, the rest from what people wrote. Values are filled in at `{name}`.
 */
import type { Attribution, CardKind } from '../../../shared/contracts/terms.ts'

/** One form per plural category of the language; `other` serves those that it does not name. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export interface Words {
  documentKind: string
  contents: string
  /** On the cover while the meeting is not closed. */
  provisional: string
  /** `{moment}` with date and time of the meeting's zone. */
  generated: string
  /** What the report says of who said what. */
  attribution: Record<Attribution, string>
  dates: string
  place: string
  timezone: string
  languages: string
  attendance: Plural
  /** Goes on after `attendance`. */
  countries: Plural
  /** Caption and head of the table of days. */
  attendanceByDay: string
  day: string
  /** In place of a list of participants that may not be given. */
  peopleWithheld: string
  time: string
  topic: string
  /** Stands for the title of an agenda item that may name a case which the report leaves out. */
  withheldTitle: string
  casesIncluded: Plural
  casesWithheld: Plural
  /** Its title follows after `colon`. */
  caseNumber: string
  /** Between a label and what it labels, and between terms. */
  colon: string
  semicolon: string
  marking: string
  cards: Record<CardKind, Plural>
  /** Goes on after `cards`. */
  categories: Plural
  /** Captions; `{cards}` is the plural that the vocabulary gives a kind of card. */
  inBoardOrder: string
  byCategory: string
  number: string
  category: string
  count: string
  uncategorized: string
  /** `{page}` and `{pages}` are fields that Word fills. */
  page: string
  /** The classification of the United Nations, apart from the mark. */
  unLevel: string
  /** Who brought a case, where that is said. */
  presentedBy: string
  /** Files of a case, by their names: they are no part of the report. */
  attachments: string
  /** What has nothing to do with a case: not the same as what nobody filled in. */
  notApplicable: string
  yes: string
  no: string
  /** A span of which one end is not known; `{day}`. */
  from: string
  until: string
  /** Cards of the boards that come from a case; `{number}` is their number in the tables, the title follows `colon`. */
  cardNumber: string
  partners: string
  implementers: string
  donors: string
  budget: string
  contact: string
  venue: string
  /** The agenda in one line, where its tables are in the annex; `days` goes on after it. */
  agendaItems: Plural
  agendaDays: Plural
  agendaInAnnex: string
  addressee: string
  articles: string
  article: string
  /** Articles in somebody's own words, which no treaty of the vocabulary has. */
  otherArticles: string
  cases: string
  /** `{value}` of `{max}` on a scale. */
  scale: string
  name: string
  country: string
  institution: string
  persons: string
  /** What the numbers in the table by article stand for. */
  articleNumbers: string
}
