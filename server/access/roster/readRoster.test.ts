/** Lists of people as secretariats send them: what is understood, and what is said of what is not. */
import { describe, expect, test } from 'vitest'
import type { RosterRow } from '../../../shared/contracts/http.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { readRoster } from './readRoster.ts'

const byOrganizer = { by: 'organizer' as const, known: [] }

function rows(text: string, setting: Parameters<typeof readRoster>[1] = byOrganizer): RosterRow[] {
  return readRoster(new TextEncoder().encode(text), setting)
}

function refusalOf(bytes: Uint8Array): string {
  try {
    readRoster(bytes, byOrganizer)
  } catch (error) {
    if (error instanceof ProblemError) return `${error.problem.detail} ${JSON.stringify(error.problem.errors ?? '')}`
    throw error
  }
  return 'accepted'
}

const refusal = (text: string) => refusalOf(new TextEncoder().encode(text))

describe('a list', () => {
  test.each([
    [
      'Spanish, semicolons',
      'Nombre;Rol;Función;País;Institución;Idioma\nNoemí Alerce;Relatora;;Chile;Fiscalía;español',
    ],
    ['English, commas', 'Name,Role,Function,Country,Agency,Language\nNoemí Alerce,rapporteur,,CL,Fiscalía,Spanish'],
    [
      'Portuguese, tabs',
      'Nome\tPapel\tFunção\tPaís\tInstituição\tIdioma\nNoemí Alerce\tRelator(a)\t\tchile\tFiscalía\tespanhol',
    ],
    [
      'French, quotes',
      'NOM;RÔLE;FONCTION;PAYS;INSTITUTION;LANGUE\r\n"Noemí Alerce";"Rapporteuse";;"Chili";"Fiscalía";"es"\r\n',
    ],
    ['with a byte order mark', '\uFEFFnombre,rol,país,institución,idioma\nNoemí Alerce,relatora,CL,Fiscalía,es\n'],
    ['with empty rows', 'nombre,rol,país,institución,idioma\n\n,,,,\nNoemí Alerce,relatora,CL,Fiscalía,es\n\n'],
  ])('is understood: %s', (_what, text) => {
    const [row, ...more] = rows(text)
    expect([row?.action, row?.errors, more]).toEqual(['invite', [], []])
    expect(row?.person).toEqual({
      role: 'rapporteur',
      name: 'Noemí Alerce',
      country: 'CL',
      agency: 'Fiscalía',
      language: 'es',
    })
  })

  test('needs a name only: whoever has no role is a participant', () => {
    expect(rows('nombre\nAna').map(({ person }) => person)).toEqual([{ role: 'participant', name: 'Ana' }])
  })

  test('takes the name of a function in the column of roles for that function', () => {
    const text = 'name,role\nIvonne,Presidencia\nMarcos,ponente\nIrene,Interpreter'
    expect(rows(text).map(({ person }) => [person.role, person.function])).toEqual([
      ['participant', 'chair'],
      ['participant', 'presenter'],
      ['participant', 'interpreter'],
    ])
  })

  test('knows the vocabulary’s institutions and its anonymized States', () => {
    const [row] = rows('name,country,agency\nAna,XA,Policía / policía judicial')
    expect([row?.person.country, row?.person.agency]).toEqual(['XA', 'ag-police'])
  })

  test('may hold separators, quotes and line breaks within quotes', () => {
    const [row] = rows('name,agency\n"Alerce, Noemí ""Mimí""","Unidad A,\nUnidad B"')
    expect(row?.person).toMatchObject({ name: 'Alerce, Noemí "Mimí"', agency: 'Unidad A,\nUnidad B' })
  })

  test('holds text only: what looks like a formula is kept as it was typed', () => {
    const [row] = rows('name,agency\n"=HYPERLINK(""http://evil"",""x"")",@SUM(A1)')
    expect(row).toMatchObject({
      action: 'invite',
      person: { name: '=HYPERLINK("http://evil","x")', agency: '@SUM(A1)' },
    })
  })
})

describe('a row', () => {
  test.each([
    ['without a name', 'name,role\n,observer', 'name', 'missing'],
    ['with an unknown role', 'name,role\nAna,boss', 'role', 'unknown'],
    ['with an unknown function', 'name,function\nAna,cook', 'function', 'unknown'],
    ['with a country that does not exist', 'name,country\nAna,Ruritania', 'country', 'unknown'],
    ['with a code of no country', 'name,country\nAna,QQ', 'country', 'unknown'],
    ['with a language that is none of the four', 'name,language\nAna,Deutsch', 'language', 'unknown'],
    ['with a name that is too long', `name\n${'a'.repeat(121)}`, 'name', 'tooLong'],
    ['with NUL in it', 'name\nA\0na', 'name', 'unreadable'],
    ['with more cells than columns', 'name,country\nAlerce, Noemí, CL', 'name', 'surplus'],
  ])('%s is refused by its column', (_what, text, column, code) => {
    const [row] = rows(text)
    expect([row?.action, row?.line]).toEqual(['refuse', 2])
    expect(row?.errors).toContainEqual(expect.objectContaining({ column, code, message: expect.stringMatching(/\S/) }))
  })

  test('that says the same person again names the line of the first', () => {
    const [, again, other] = rows('name,country\nNoemí Alerce,CL\nNOEMI  ALERCE,Chile\nNoemí Alerce,PE')
    expect(again?.errors).toEqual([expect.objectContaining({ code: 'twice', value: '2' })])
    expect(other?.action).toBe('invite')
  })

  test('about somebody who is here or invited already is skipped', () => {
    const known = [{ name: 'Noemí Alerce', country: 'CL' }, {}]
    expect(
      rows('name,country\nnoemi alerce,CL\nAna,CL', { by: 'facilitator', known }).map(({ action }) => action),
    ).toEqual(['skip', 'invite'])
  })

  test('with an organizer is for organizers to send', () => {
    const text = 'name,role\nElena,organizer'
    expect(rows(text)[0]?.action).toBe('invite')
    const [row] = rows(text, { by: 'facilitator', known: [] })
    expect(row?.errors.map(({ code }) => code)).toEqual(['notYours'])
  })
})

describe('a file', () => {
  test.each([
    ['that is empty', '', /empty/],
    ['with headers only', 'name,role', /nobody below/],
    ['without names', 'role\nobserver', /no column "name"/],
    ['with an unknown column', 'name,telephone\nAna,1', /telephone.*is none of/],
    ['with a column twice', 'name,nombre\nAna,Ana', /stands twice/],
    ['with an open quote', 'name\n"Ana\nBea', /quotation marks/],
    ['that is far too long', `name\n${'Ana\n'.repeat(1_001)}`, /at most 1000/],
  ])('%s is refused', (_what, text, says) => {
    expect(refusal(text)).toMatch(says)
  })

  test('in another encoding is refused with what to do', () => {
    expect(refusalOf(Buffer.from('nombre\nNoemí', 'latin1'))).toMatch(/CSV UTF-8/)
    expect(refusalOf(Buffer.from('\uFEFFnombre\nNoemí', 'utf16le'))).toMatch(/CSV UTF-8/)
  })
})
