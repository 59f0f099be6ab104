/** A list of the vocabulary as choices in the reader's language; countries and other names in its alphabetical order. */
import { useMemo } from 'react'
import { termsOf } from '../../shared/vocabulary/vocabulary.ts'
import { localeOf } from './dates.ts'
import { useLanguage } from './useLanguage.ts'

/** Anonymized States stand for the parties of a case and are nobody's country. */
const anonymized = 'anonymized'

export function useTermChoices(list: string): { id: string; label: string }[] {
  const [language] = useLanguage()
  return useMemo(() => {
    const { compare } = new Intl.Collator(localeOf(language))
    return termsOf(list)
      .filter((term) => term.group !== anonymized)
      .map((term) => ({ id: term.id, label: term.label[language] }))
      .sort((a, b) => compare(a.label, b.label))
  }, [list, language])
}
