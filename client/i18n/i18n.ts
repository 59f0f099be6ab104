/**
 * The interface in four languages. Catalogues are JSON files named `<namespace>.<language>.json`, one namespace per
 * feature; a test compares their keys. Switching the language never reloads the page.
 */
import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/contracts/terms.ts'
import { localeOf } from './dates.ts'

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

/** Starts i18next in a language; the page's own follows it, with the region whose words the catalogues use. */
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
  setPageLanguage(language)
  instance.on('languageChanged', setPageLanguage)
  return instance
}

function setPageLanguage(language: string): void {
  document.documentElement.lang = isLanguage(language) ? localeOf(language) : language
}

export function isLanguage(value: unknown): value is Language {
  return languages.some((language) => language === value)
}
