/**
 * The field's vocabulary as typed data: lists with labels in four languages, the case template, the outline of the
 * report. `vocabulary.json` is the source; nothing here knows what is in it, so a list or a section added there shows.
 */
import type { CardKind, Language, Marking } from '../contracts/terms.ts'
import data from './vocabulary.json'

export type Labels = Record<Language, string>

export interface Term {
  id: string
  label: Labels
  group?: string
  /** Other words by which people look for it, in any language. */
  aliases?: string[]
}

export interface TemplateField {
  id: string
  label: Labels
  type: string
  required?: boolean
  /** The list that its choices come from. */
  vocab?: string
  /** Its choices, where they are its own and no list of the vocabulary. */
  options?: Term[]
  /** The command that alone sets it: what must not be forged is in no document. */
  decidedBy?: string
  /** Where the meeting's state holds it then, in the case's entry. */
  entryKey?: string
}

export interface TemplateSection {
  id: string
  title: Labels
  hint: Labels
  kind: string
  required?: boolean
  fields?: TemplateField[]
  /** Of a table. */
  columns?: TemplateField[]
  /** Lists that a section's tags come from. */
  vocab?: string[]
  /** The kind of card that a section of cards shows. */
  cardType?: string
}

export interface OutlinePart {
  id: string
  title: Labels
  source: string
  children?: OutlinePart[]
}

export const caseTemplate: { id: string; title: Labels; sections: TemplateSection[] } = data.caseTemplate

export const reportOutline: OutlinePart[] = data.reportOutline

interface MarkingTerm {
  /** Colours of the TLP 2.0 standard, as `#RRGGBB`. */
  color: string
  background: string
  meaning: Labels
}

/** What a mark looks like and what it allows. */
export function markingTerm(marking: Marking): MarkingTerm {
  const term = data.tlp.find((known) => known.id === marking)
  if (!term) throw new Error(`the vocabulary does not explain ${marking}`)
  return term
}

/** What the board that a template brings is called. */
export const boardTitle: Labels = data.boardTitle

const articles: Term[] = data.frameworks.flatMap((framework) =>
  framework.articles
    .filter((article) => article.taggable !== false)
    .map((article) => ({
      id: article.id,
      label: withNumber(article.id, article.title),
      group: framework.id,
      // As people say it: "artículo 6", "art. 6 CIFTA".
      aliases: [`art. artículo article artigo ${article.number}`, ...Object.values(framework.shortTitle)],
    })),
)

function withNumber(id: string, title: Labels): Labels {
  return { es: `${id}. ${title.es}`, en: `${id}. ${title.en}`, pt: `${id}. ${title.pt}`, fr: `${id}. ${title.fr}` }
}

const lists: Record<string, Term[]> = {
  ...Object.fromEntries(
    Object.entries(data as Record<string, unknown>).filter((entry): entry is [string, Term[]] => isTermList(entry[1])),
  ),
  countries: data.countries.map((country) => ({ id: country.iso2, label: country.name, group: country.type })),
  articles,
}

function isTermList(value: unknown): value is Term[] {
  return Array.isArray(value) && value.every((item) => typeof item?.id === 'string' && typeof item.label === 'object')
}

/** The terms of a list, in the order of the data; an unknown list is empty. */
export function termsOf(list: string): readonly Term[] {
  return Object.hasOwn(lists, list) ? (lists[list] ?? []) : []
}

/** Where the titles of a list's groups are; a list that is not named here is shown as one. */
const groupTitles: Record<string, readonly { id: string; label: Labels }[]> = {
  modusOperandi: data.modusOperandiGroups,
  investigativeTechniques: data.investigativeTechniqueGroups,
  firearmTypes: data.firearmTypeGroups,
  articles: data.frameworks.map((framework) => ({ id: framework.id, label: framework.shortTitle })),
}

export interface TermGroup {
  id: string
  label: Labels
  terms: readonly Term[]
}

/** The terms of a list in its groups, both in the order of the data; null when the list has no titled groups. */
export function groupsOf(list: string): TermGroup[] | null {
  if (!Object.hasOwn(groupTitles, list)) return null
  const titled = groupTitles[list] ?? []
  const groups = titled.map((group) => ({ ...group, terms: termsOf(list).filter((term) => term.group === group.id) }))
  return groups.filter((group) => group.terms.length > 0)
}

/** What a field offers to choose from. */
export function choicesOfField(field: TemplateField): readonly Term[] {
  return field.vocab === undefined ? (field.options ?? []) : termsOf(field.vocab)
}

/** The words of a chosen id; one that the field does not offer is shown as it is. */
export function choiceLabel(field: TemplateField, id: string, language: Language): string {
  return choicesOfField(field).find((term) => term.id === id)?.label[language] ?? id
}

/** Begins the id of a term that no list has: the words of whoever chose it follow. */
const otherPrefix = 'other:'

/** States and articles are what they are: such a list takes no own words. */
export function takesOwnWords(list: string): boolean {
  return !data.closedLists.includes(list)
}

/** The id of a term in somebody's own words. */
export function otherTermId(words: string): string {
  return otherPrefix + words.trim().replace(/\s+/gu, ' ')
}

/** The own words that an id holds; null for a term of a list. */
export function otherWordsOf(id: string): string | null {
  return id.startsWith(otherPrefix) ? id.slice(otherPrefix.length) : null
}

/** A term's label in a language; own words and an id that the list does not hold are shown as they are. */
export function labelOf(list: string, id: string, language: Language): string {
  return termsOf(list).find((term) => term.id === id)?.label[language] ?? otherWordsOf(id) ?? id
}

/** What a list is called; an unknown list shows its id. */
export function listTitle(list: string, language: Language): string {
  const titles: Record<string, Labels> = data.listTitles
  return titles[list]?.[language] ?? list
}

interface CardTemplate {
  title: Labels
  plural: Labels
  /** The list that a card's category comes from; absent where the kind has no categories. */
  categories?: string
  fields: readonly TemplateField[]
}

/** Words and lists of each kind of card, from the card templates of the data. */
export const cardTemplates: Record<CardKind, CardTemplate> = {
  goodPractice: fromCard(data.goodPracticeCard),
  obstacle: fromCard(data.obstacleCard),
  recommendation: fromCard(data.recommendationCard),
  parkedTopic: fromCard(data.parkedTopicCard),
}

function fromCard(card: { title: Labels; plural: Labels; fields: TemplateField[] }): CardTemplate {
  const { title, plural, fields } = card
  const categories = fields.find((field) => field.id === 'category')?.vocab
  return { title, plural, fields, ...(categories !== undefined ? { categories } : {}) }
}

export interface Stage extends Term {
  /** What a case at this stage is marked at least. */
  minTlp: Marking
}

/** A stage of the procedure; undefined for an id that the list does not hold. */
export function stageOf(id: string): Stage | undefined {
  return (data.proceduralStages as Stage[]).find((stage) => stage.id === id)
}

/** The Chatham House Rule in the words of its house. */
export const chathamHouseRule: Labels = data.chathamHouseRule
