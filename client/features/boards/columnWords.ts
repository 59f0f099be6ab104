/** What columns and categories are called, from the vocabulary: no kind of card is named in words here. */
import { type CardKind, cardKinds, type Language } from '../../../shared/contracts/terms.ts'
import { cardTemplates, type Term, termsOf } from '../../../shared/vocabulary/vocabulary.ts'

export function columnTitle(column: CardKind, language: Language): string {
  return cardTemplates[column].plural[language]
}

/** The categories that cards of a column may have; none where the kind has no list. */
export function categoriesOf(column: CardKind): readonly Term[] {
  const list = cardTemplates[column].categories
  return list === undefined ? [] : termsOf(list)
}

/** A category's label. A card that moved keeps the one of its former column, so all lists are looked through. */
export function categoryLabel(category: string, language: Language): string {
  for (const kind of cardKinds) {
    const term = categoriesOf(kind).find(({ id }) => id === category)
    if (term) return term.label[language]
  }
  return category
}
