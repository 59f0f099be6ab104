/** What a list of the vocabulary offers: in its groups where it has titled ones, else in alphabetical order. */
import type { Language } from '../../../shared/contracts/terms.ts'
import { groupsOf, type Term, termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import type { Choice } from '../../design/Option.tsx'
import { localeOf } from '../../i18n/dates.ts'

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
