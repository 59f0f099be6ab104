/**
 * The interface in four languages. Catalogues are JSON files named `<namespace>.<language>.json`, one namespace per
 * feature; a test compares their keys. Switching the language never reloads the page.
 */
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/contracts/terms.ts'

const files = import.meta.glob<Record<string, unknown>>('./*.json', { eager: true, import: 'default' })

type Resources = Record<string, Record<string, Record<string, unknown>>>

function resources(): Resources {
  const byLanguage: Resources = {}
  for (const [path, catalogue] of Object.entries(files)) {
    const [namespace, language] = path.slice(2, -'.json'.length).split('.')
    if (namespace === undefined || language === undefined) continue
    byLanguage[language] = { ...byLanguage[language], [namespace]: catalogue }
  }
  return byLanguage
}

/** Starts i18next in a language; `document.documentElement.lang` follows it. */
export async function startI18n(language: Language): Promise<i18n> {
  const instance = i18next.createInstance()
  await instance.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    supportedLngs: [...languages],
    resources: resources(),
    defaultNS: 'common',
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
  instance.on('languageChanged', (next) => {
    document.documentElement.lang = next
  })
  return instance
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
