/** Which released cases and which cards speak of which article: a table for each treaty, with the numbers of the report. */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { type CardKind, cardKinds } from '../../../shared/contracts/terms.ts'
import { cardFieldsOf } from '../../../shared/documents/cardFields.ts'
import { cardTemplates, groupsOf, labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { releasedCases } from '../release.ts'
import type { ReportInput } from '../reportInput.ts'
import type { Table } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { cardList } from './cardList.ts'
import { contentOf } from './caseSections.ts'
import { markingsOf } from './cases.ts'
import { weightsOf } from './columns.ts'
import { type PartContent, section, sentence } from './part.ts'

const articleList = 'articles'

/** A card that came from another column may still have articles, where its kind shows none. */
const citingKinds = cardKinds.filter((kind) =>
  cardFieldsOf(kind).some(({ template }) => template.vocab === articleList),
)

/** Of one article: the numbers of the cases, and of the cards by kind. */
type Uses = Record<'cases' | CardKind, number[]>

export function articles(input: ReportInput): PartContent {
  const { language } = input
  const uses = new Map<string, Uses>()
  const markings: PartContent['markings'] = []
  const note = (article: string, where: keyof Uses, number: number) => {
    const known = uses.get(article) ?? {
      cases: [],
      goodPractice: [],
      obstacle: [],
      recommendation: [],
      parkedTopic: [],
    }
    known[where].push(number)
    uses.set(article, known)
  }
  for (const [index, caseId] of releasedCases(input.meeting).entries()) {
    const cited = new Set(articlesOfCase(input, caseId))
    if (cited.size > 0) markings.push(...markingsOf(input, [caseId]))
    for (const article of cited) note(article, 'cases', index + 1)
  }
  for (const kind of citingKinds) {
    for (const { number, card, marking } of cardList(input, kind).cards) {
      if (card.articles.length > 0) markings.push(marking)
      for (const article of card.articles) note(article, kind, number)
    }
  }
  const groups = groupsInUse(input, [...uses.keys()])
  if (groups.length === 0) return section([])
  const tables = articleTables(groups, uses, input)
  return section([sentence(wordsOf(language).articleNumbers), ...tables], { markings })
}

function articlesOfCase(input: ReportInput, caseId: CaseId): string[] {
  return contentOf(input, caseId).flatMap(({ values }) =>
    values.flatMap((value) => (value.kind === 'tags' && value.field.list === articleList ? value.ids : [])),
  )
}

interface Group {
  title: string
  ids: string[]
}

/** Treaties and articles in the vocabulary's order, then what people named in their own words. */
function groupsInUse({ language }: ReportInput, used: string[]): Group[] {
  const treaties = (groupsOf(articleList) ?? []).map(({ label, terms }) => ({
    title: label[language],
    ids: terms.map(({ id }) => id).filter((id) => used.includes(id)),
  }))
  const known = treaties.flatMap(({ ids }) => ids)
  const others = { title: wordsOf(language).otherArticles, ids: used.filter((id) => !known.includes(id)).toSorted() }
  return [...treaties, others].filter(({ ids }) => ids.length > 0)
}

/** One under the other, with columns that stand under each other, too. */
function articleTables(groups: Group[], uses: Map<string, Uses>, { language }: ReportInput): Table[] {
  const words = wordsOf(language)
  const columns: { title: string; textOf: (id: string) => string }[] = [
    { title: words.article, textOf: (id) => labelOf(articleList, id, language) },
    ...(['cases', ...citingKinds] as const).map((where) => ({
      title: where === 'cases' ? words.cases : cardTemplates[where].plural[language],
      textOf: (id: string) => uses.get(id)?.[where].join(', ') || '—',
    })),
  ]
  const ids = groups.flatMap((group) => group.ids)
  const weights = weightsOf(columns.map(({ title, textOf }) => ({ title, texts: ids.map(textOf) })))
  return groups.map((group) => ({
    kind: 'table',
    caption: group.title,
    columns: columns.map(({ title }, index) => ({ title, weight: weights[index] ?? 1 })),
    rows: group.ids.map((id) => columns.map(({ textOf }) => [{ text: textOf(id) }])),
  }))
}
