/**
 * The interface's own words, from the catalogues that it ships: journeys press what people read, and survive a better
 * wording. A key that no catalogue has is a failure with its name.
 */
import i18next from 'i18next'
import type { Language } from '../../../shared/contracts/terms.ts'

const files = import.meta.glob<Record<string, unknown>>('../../../client/i18n/*.json', {
  eager: true,
  import: 'default',
})

/** Gives the words for `namespace:key`, with values filled in and the plural of `count`. */
export type Say = (key: string, values?: Record<string, string | number>) => string

export function wordsIn(language: Language): Say {
  const instance = i18next.createInstance()
  void instance.init({
    lng: language,
    fallbackLng: false,
    resources: { [language]: cataloguesOf(language) },
    interpolation: { escapeValue: false },
    initAsync: false,
    parseMissingKeyHandler: (key) => {
      throw new Error(`the ${language} catalogues have no "${key}"`)
    },
  })
  return (key, values = {}) => instance.t(key, values)
}

/** Every catalogue of a language by its namespace. */
export function cataloguesOf(language: Language): Record<string, Record<string, unknown>> {
  const own = Object.entries(files).filter(([path]) => path.endsWith(`.${language}.json`))
  return Object.fromEntries(own.map(([path, catalogue]) => [namespaceOf(path), catalogue]))
}

function namespaceOf(path: string): string {
  const [namespace = ''] = path.slice(path.lastIndexOf('/') + 1).split('.')
  return namespace
}
