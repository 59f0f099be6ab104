/**
 * Rules about the interface's words: every catalogue complete in every language, nothing left in English, and nothing
 * asked for that is not there. Reads texts only; whether they read well is for people.
 */
import { type Language, languages } from '../../shared/contracts/terms.ts'

/** The texts of one file, `a.b` for nested keys. */
export type Texts = Record<string, string>
/** Namespace, then language. */
export type Catalogues = Record<string, Partial<Record<Language, Texts>>>

/** Flattens a parsed catalogue; what is no text is kept as an empty one, which is a finding. */
export function flatten(catalogue: unknown, prefix = ''): Texts {
  if (typeof catalogue !== 'object' || catalogue === null) return {}
  return Object.fromEntries(
    Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
      if (typeof value === 'object') return Object.entries(flatten(value, `${prefix}${key}.`))
      return [[`${prefix}${key}`, typeof value === 'string' ? value : '']]
    }),
  )
}

const pluralEnding = /_(zero|one|two|few|many|other)$/

/** A key without the ending that a plural form adds. */
export function baseKey(key: string): string {
  return key.replace(pluralEnding, '')
}

/** The keys that a language must have, given the English ones: plural forms follow its own grammar. */
function requiredKeys(english: Texts, language: Language): Set<string> {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
  return new Set(
    Object.keys(english).flatMap((key) =>
      pluralEnding.test(key) ? forms.map((form) => `${baseKey(key)}_${form}`) : key,
    ),
  )
}

/** Keys that a language lacks, or has beyond the others. */
export function findUneven(catalogues: Catalogues): string[] {
  return forEachLanguage(catalogues, ({ name, language, texts, english }) => {
    const required = requiredKeys(english, language)
    const missing = [...required].filter((key) => !(key in texts)).map((key) => `${name}: ${key} is missing`)
    const extra = Object.keys(texts).filter((key) => !required.has(key))
    return [...missing, ...extra.map((key) => `${name}: ${key} is in no other language`)]
  })
}

export function findEmpty(catalogues: Catalogues): string[] {
  return forEachLanguage(catalogues, ({ name, texts }) =>
    Object.entries(texts).flatMap(([key, text]) => (text.trim() === '' ? [`${name}: ${key} says nothing`] : [])),
  )
}

/** Values that a translation leaves out or invents: `{{name}}`. */
export function findOtherValues(catalogues: Catalogues): string[] {
  return forEachLanguage(catalogues, ({ name, texts, english }) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const model = english[key] ?? english[`${baseKey(key)}_other`] ?? ''
      return valuesOf(text) === valuesOf(model) ? [] : [`${name}: ${key} has other values than the English text`]
    }),
  )
}

function valuesOf(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, value]) => value)
    .sort()
    .join()
}

/** Texts that are the same as in English and were not reviewed: left untranslated, or an accident of the languages. */
export function findUntranslated(catalogues: Catalogues, reviewed: Readonly<Record<string, string>>): string[] {
  const same = forEachLanguage(catalogues, ({ namespace, language, texts, english }) =>
    language === 'en'
      ? []
      : Object.entries(texts).flatMap(([key, text]) =>
          text === english[key] ? [`${namespace}.${language}: ${key}`] : [],
        ),
  )
  const needless = Object.keys(reviewed).filter((entry) => !same.includes(entry))
  return [
    ...same.filter((entry) => !(entry in reviewed)).map((entry) => `${entry} is the same as in English`),
    ...needless.map((entry) => `${entry} is reviewed as the same as in English, and is not`),
  ]
}

/** A key that code asks for by its whole name: `t('close')` under `useTranslation('room')`. */
export interface AskedKey {
  file: string
  namespace: string
  key: string
}

const translatorPattern = /const \{ t(?:: (\w+))?(?:, \w+)? \} = useTranslation\((?:'(\w+)')?\)/g

/** Finds the keys in a source by its translators' names. One that arrives as an argument under another name is not seen. */
export function askedKeys(file: string, source: string): AskedKey[] {
  const namespaces = new Map<string, Set<string>>()
  for (const [, name = 't', namespace = 'common'] of source.matchAll(translatorPattern)) {
    namespaces.set(name, (namespaces.get(name) ?? new Set()).add(namespace))
  }
  return [...namespaces].flatMap(([name, spaces]) => {
    const [namespace] = spaces
    // The same name for two namespaces in one file: which one is meant is not for a pattern to say.
    if (namespace === undefined || spaces.size > 1) return []
    const calls = source.matchAll(new RegExp(`\\b${name}\\('([\\w.]+)'`, 'g'))
    return [...calls].map(([, key = '']) => ({ file, namespace, key }))
  })
}

export function findUnknown(catalogues: Catalogues, asked: readonly AskedKey[]): string[] {
  return asked.flatMap(({ file, namespace, key }) => {
    const known = Object.keys(catalogues[namespace]?.en ?? {}).map(baseKey)
    return known.includes(key) ? [] : [`${file}: ${namespace} has no ${key}`]
  })
}

/**
 * Keys that no source names: neither whole in quotes nor as a template's fixed parts (`errors.${code}`). A word that
 * stands in quotes for another reason counts too, so what is found here is unused for certain.
 */
export function findUnused(catalogues: Catalogues, sources: readonly string[]): string[] {
  const quoted = new Set(sources.flatMap((source) => [...source.matchAll(/'([\w.]+)'/g)].map(([, text]) => text)))
  const templates = sources
    .flatMap((source) => [...source.matchAll(/`([\w.]*\$\{[^`]+\}[\w.]*)`/g)])
    .map(([, template = '']) => new RegExp(`^${template.replaceAll('.', '\\.').replace(/\$\{[^}]+\}/g, '[\\w.]+')}$`))
  return Object.entries(catalogues).flatMap(([namespace, { en = {} }]) =>
    [...new Set(Object.keys(en).map(baseKey))]
      .filter((key) => !quoted.has(key) && !templates.some((template) => template.test(key)))
      .map((key) => `${namespace}: ${key} is used nowhere`),
  )
}

interface LanguageFile {
  /** `room.es`. */
  name: string
  namespace: string
  language: Language
  texts: Texts
  english: Texts
}

function forEachLanguage(catalogues: Catalogues, find: (file: LanguageFile) => string[]): string[] {
  return Object.entries(catalogues).flatMap(([namespace, byLanguage]) =>
    languages.flatMap((language) => {
      const name = `${namespace}.${language}`
      const texts = byLanguage[language]
      return texts ? find({ name, namespace, language, texts, english: byLanguage.en ?? {} }) : [`${name} is missing`]
    }),
  )
}
