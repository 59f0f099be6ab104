/** Holds that the interface speaks four languages completely, and that each check can fail. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { language as languageSchema } from '../../shared/contracts/terms.ts'
import {
  askedKeys,
  type Catalogues,
  findEmpty,
  findOtherValues,
  findUneven,
  findUnknown,
  findUntranslated,
  findUnused,
  flatten,
} from './catalogues.ts'
import { sameInAllLanguages } from './sameInAllLanguages.ts'
import { isTest, projectRoot } from './sourceTree.ts'

const clientFolder = join(projectRoot, 'client')

function readCatalogues(): Catalogues {
  const folder = join(clientFolder, 'i18n')
  const catalogues: Catalogues = {}
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const [namespace = '', ending] = file.split('.')
    const language = languageSchema.parse(ending, { error: () => `${file} is not named <namespace>.<language>.json` })
    const texts = flatten(JSON.parse(readFileSync(join(folder, file), 'utf8')))
    catalogues[namespace] = { ...catalogues[namespace], [language]: texts }
  }
  return catalogues
}

function readClientSources(): { path: string; text: string }[] {
  return readdirSync(clientFolder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !isTest(path))
    .map((path) => ({ path: `client/${path}`, text: readFileSync(join(clientFolder, path), 'utf8') }))
}

describe('in this project', () => {
  const catalogues = readCatalogues()
  const sources = readClientSources()

  test('every catalogue has the same keys in all four languages', () => {
    expect(Object.keys(catalogues).length).toBeGreaterThan(5)
    expect(findUneven(catalogues)).toEqual([])
  })

  test('every text says something', () => {
    expect(findEmpty(catalogues)).toEqual([])
  })

  test('every translation has the values of its English text', () => {
    expect(findOtherValues(catalogues)).toEqual([])
  })

  test('nothing is left in English but what was reviewed', () => {
    expect(findUntranslated(catalogues, sameInAllLanguages)).toEqual([])
  })

  test('every key that is asked for by name exists', () => {
    const asked = sources.flatMap(({ path, text }) => askedKeys(path, text))
    expect(asked.length).toBeGreaterThan(100)
    expect(findUnknown(catalogues, asked)).toEqual([])
  })

  test('no key is unused', () => {
    expect(
      findUnused(
        catalogues,
        sources.map(({ text }) => text),
      ),
    ).toEqual([])
  })
})

describe('the checks of the catalogues', () => {
  const plural = { es: { n_one: 'a', n_many: 'b', n_other: 'c' }, fr: { n_one: 'a', n_many: 'b', n_other: 'c' } }
  const people = { ...plural, pt: plural.es, en: { n_one: 'x', n_other: 'y' } }

  test('know the plural forms of each language', () => {
    expect(findUneven({ people })).toEqual([])
    const { n_many: _many, ...es } = people.es
    expect(findUneven({ people: { ...people, es } })).toEqual(['people.es: n_many is missing'])
  })

  test('find a missing language, a missing key and a key of one language alone', () => {
    const room = { es: {}, en: { close: 'Close' }, pt: { close: 'Fechar', open: 'Abrir' } }
    expect(findUneven({ room })).toEqual([
      'room.es: close is missing',
      'room.pt: open is in no other language',
      'room.fr is missing',
    ])
  })

  test('find blank texts, other values and untranslated ones', () => {
    const en = { hello: 'Hello {{name}}', bye: 'Bye' }
    const room = {
      en,
      es: { hello: 'Hola', bye: ' ' },
      pt: { hello: 'Olá {{name}}', bye: 'Bye' },
      fr: { ...en, bye: 'Salut' },
    }
    expect(findEmpty({ room })).toEqual(['room.es: bye says nothing'])
    expect(findOtherValues({ room })).toEqual(['room.es: hello has other values than the English text'])
    expect(findUntranslated({ room }, { 'room.pt: bye': 'reviewed', 'room.es: bye': 'reviewed' })).toEqual([
      'room.fr: hello is the same as in English',
      'room.es: bye is reviewed as the same as in English, and is not',
    ])
  })

  test('find what code asks for in vain, and what it never asks for', () => {
    const source = `const { t } = useTranslation('room'); t('close'); t('opne'); t(\`errors.\${code}\`)`
    const texts = { close: 'x', open: 'x', 'errors.late': 'x', shut_one: 'x', shut_other: 'x' }
    const catalogues = { room: { en: texts } }
    expect(findUnknown(catalogues, askedKeys('a.tsx', source))).toEqual(['a.tsx: room has no opne'])
    expect(findUnused(catalogues, [source])).toEqual(['room: open is used nowhere', 'room: shut is used nowhere'])
  })

  test('do not guess when one name stands for two namespaces', () => {
    expect(askedKeys('a.tsx', "const { t } = useTranslation('room')\nconst { t } = useTranslation()\nt('x')")).toEqual(
      [],
    )
  })
})
