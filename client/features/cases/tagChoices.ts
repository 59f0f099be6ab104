/** What a list of the vocabulary offers: in its groups where it has titled ones, else in alphabetical order. */
import type { Language } from '../../../shared/contracts/terms.ts'
import { groupsOf, type Term, termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import type { Choice } from '../../design/Option.tsx'
import { localeOf } from '../../i18n/dates.ts'

export interface ChoiceGroup {
  id: string
  /** Null for a list without groups. */
  title: string | null
  choices: Choice[]
}

/** The choices of a list without those that are `chosen`; groups that have nothing left are left out. */
export function choicesOf(list: string, chosen: readonly string[], language: Language): ChoiceGroup[] {
  const offer = (terms: readonly Term[]): Choice[] =>
    terms.filter((term) => !chosen.includes(term.id)).map((term) => ({ id: term.id, label: term.label[language] }))
  const groups = groupsOf(list)
  if (groups === null) {
    const { compare } = new Intl.Collator(localeOf(language))
    return [{ id: list, title: null, choices: offer(termsOf(list)).sort((a, b) => compare(a.label, b.label)) }]
  }
  return groups
    .map((group) => ({ id: group.id, title: group.label[language], choices: offer(group.terms) }))
    .filter((group) => group.choices.length > 0)
}
