/** What a list of the vocabulary offers: in its groups where it has titled ones, else in alphabetical order. */
import { limits } from '../../../shared/contracts/limits.ts'
import type { Language } from '../../../shared/contracts/terms.ts'
import {
  groupsOf,
  otherTermId,
  otherWordsOf,
  type Term,
  takesOwnWords,
  termsOf,
} from '../../../shared/vocabulary/vocabulary.ts'
import type { Choice } from '../../design/Option.tsx'
import { localeOf } from '../../i18n/dates.ts'
import { foldText } from '../../lib/textSearch.ts'

export interface TagChoice extends Choice {
  /** What a search goes by: the label, and other words by which people know the term, in any language. */
  foundBy: string
}

export interface ChoiceGroup {
  id: string
  /** Null for a list without groups. */
  title: string | null
  choices: TagChoice[]
}

export function choicesOf(list: string, language: Language): ChoiceGroup[] {
  const offer = (terms: readonly Term[]): TagChoice[] =>
    terms.map(({ id, label, aliases = [] }) => ({
      id,
      label: label[language],
      foundBy: [label[language], ...aliases].join(' '),
    }))
  const groups = groupsOf(list)
  if (groups !== null) {
    return groups.map(({ id, label, terms }) => ({ id, title: label[language], choices: offer(terms) }))
  }
  const { compare } = new Intl.Collator(localeOf(language))
  return [{ id: list, title: null, choices: offer(termsOf(list)).sort((a, b) => compare(a.label, b.label)) }]
}

/** What was typed, as a term of its own; null where the list takes none, has it, or it is chosen. */
export function ownTerm(
  list: string,
  query: string,
  groups: readonly ChoiceGroup[],
  chosen: readonly string[],
): string | null {
  if (!takesOwnWords(list)) return null
  const id = otherTermId(query.slice(0, limits.nameChars))
  const words = foldText(otherWordsOf(id) ?? '')
  const isKnown = groups.some(({ choices }) => choices.some(({ label }) => foldText(label) === words))
  return words === '' || isKnown || chosen.includes(id) ? null : id
}
