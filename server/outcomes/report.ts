/**
 * `buildReport`: the one place where a meeting becomes what leaves it. The parts come from the outline of the
 * vocabulary, in its order and with its titles; each is made by the maker of its source, and one whose source gives
 * nothing is absent. Deny by default: see release.ts for the cases; people come in as the
 * attribution lets them be seen. Formats (docx.ts, markdown.ts) only draw what this gives them.
 */
import type { Language } from '../../shared/contracts/terms.ts'
import { policiesOf } from '../../shared/proceedings/policies.ts'
import { caseTemplate, type OutlinePart, reportOutline } from '../../shared/vocabulary/vocabulary.ts'
import { legibleThroughout } from './legible.ts'
import { agenda } from './parts/agenda.ts'
import { articles } from './parts/articles.ts'
import { cardSheets } from './parts/cardSheets.ts'
import { cardsOf } from './parts/cards.ts'
import { acrossCases, cases } from './parts/cases.ts'
import { cover } from './parts/cover.ts'
import { organization } from './parts/organization.ts'
import type { PartContent, PartMaker } from './parts/part.ts'
import { participants } from './parts/people.ts'
import { strictestOf } from './release.ts'
import { isAsked, lineOf, type ReportInput } from './reportInput.ts'
import type { Omission, Report, ReportPart } from './reportTree.ts'
import { wordsOf } from './words.ts'

const coverSource = 'meeting.meta'

/** Makers of the parts after the cover, by the source that the outline names. */
const makers: Record<string, PartMaker> = {
  /** Of any section of the case template: one text per case, side by side. */
  ...Object.fromEntries(caseTemplate.sections.map(({ id }) => [`cases.${id}`, acrossCases(id)])),
  auto: organization,
  'cases.cleared': cases,
  'board.goodPractice': cardsOf('goodPractice'),
  'board.obstacle': cardsOf('obstacle'),
  'board.recommendations': cardsOf('recommendation'),
  agenda,
  participants,
  boards: cardSheets,
  tags: articles,
}

/** The parts a report can be asked for. */
export const reportPartIds: readonly string[] = reportOutline.map((part) => part.id)

export function buildReport(input: ReportInput): Report {
  const { language, generatedAt, attribution, meeting } = input
  const asked = reportOutline.filter((part) => isAsked(input, part.id))
  const sections = asked.flatMap((part) => madeOf(part, makers[part.source]?.(input, part)))
  const marking = strictestOf(sections.flatMap(({ content }) => content.markings))
  const covers = asked.flatMap((part) => madeOf(part, part.source === coverSource ? cover(input, marking) : undefined))
  return {
    ...legibleThroughout({
      title: lineOf(input, meeting.titleId).text,
      parts: [...covers, ...sections].flatMap((made) => partOf(made, language)),
    }),
    subtitle: wordsOf(language).documentKind,
    language,
    marking,
    unLevel: policiesOf(meeting).unLevel,
    attribution,
    generatedAt,
    omitted: distinct(sections.flatMap(({ content }) => content.omitted)),
  }
}

interface Made {
  part: OutlinePart
  content: PartContent
}

function madeOf(part: OutlinePart, content: PartContent | undefined): Made[] {
  return content ? [{ part, content }] : []
}

function partOf({ part, content }: Made, language: Language): ReportPart[] {
  const { kind, blocks } = content
  return blocks.length === 0 ? [] : [{ id: part.id, kind, title: part.title[language], blocks }]
}

/** Two parts can leave out the same case for the same reason. */
function distinct(omitted: Omission[]): Omission[] {
  return [...new Map(omitted.map((omission) => [JSON.stringify(omission), omission])).values()]
}
