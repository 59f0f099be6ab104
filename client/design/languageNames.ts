/** The languages of the interface by their own names: who looks for one knows it by no other. */
import { type Language, languages } from '../../shared/contracts/terms.ts'

export const languageNames: Record<Language, string> = {
  es: 'Español',
  en: 'English',
  pt: 'Português',
  fr: 'Français',
}

/** As HTML's `lang` says it: which Portuguese a screen reader speaks. */
export const languageTags: Record<Language, string> = { es: 'es', en: 'en', pt: 'pt-BR', fr: 'fr' }

export const languageChoices = languages.map((id) => ({ id, label: languageNames[id] }))
