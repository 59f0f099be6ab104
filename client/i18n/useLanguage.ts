/** The reader's language for components, and the one way to change it: at once, without a reload, remembered. */
import { useTranslation } from 'react-i18next'
import type { Language } from '../../shared/contracts/terms.ts'
import { remember } from '../lib/browserStore.ts'
import { isLanguage } from './i18n.ts'

export function useLanguage(): [language: Language, choose: (language: Language) => void] {
  const { i18n } = useTranslation()
  const language = isLanguage(i18n.language) ? i18n.language : 'es'
  return [
    language,
    (next) => {
      remember({ language: next })
      void i18n.changeLanguage(next)
    },
  ]
}
