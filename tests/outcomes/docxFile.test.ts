import { describe, expect, test } from 'vitest'
import { renderDocx } from '../../server/outcomes/docx.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import { languages } from '../../shared/contracts/terms.ts'
import { writeList, writeNode } from './documents.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches, names, withheldWords } from './sketches.ts'
import { all, shown, type Unzipped, unzipped, valueIn, type XmlNode } from './unzipped.ts'

const fileOf = async (...input: Parameters<typeof meetingInput>): Promise<Unzipped> =>
  unzipped(await renderDocx(buildReport(meetingInput(...input))))

/** Paragraphs with a style, as `Heading1: Casos analizados`. */
function styled(file: Unzipped): string[] {
  return all(file.part('word/document.xml'), 'w:p').flatMap((paragraph) => {
    const style = valueIn(paragraph, 'w:pStyle')
    return style === undefined ? [] : [`${style}: ${shown(paragraph)}`]
  })
}

const typeOf = ({ attributes }: XmlNode) => attributes['w:type']

const headings = (file: Unzipped) => styled(file).filter((line) => /^(Title|Heading)/.test(line))

describe('the structure', () => {
  test('is made of the headings that Word knows', async () => {
    const cases = caseSketches.filter(({ id }) => id === 'green')
    expect(headings(await fileOf({ cases }, { language: 'fr' }))).toEqual([
      'Title: Reunión regional contra el tráfico de armas',
      'Heading1: Organisation de la réunion',
      'Heading2: Participation',
      'Heading2: Ordre du jour et méthodologie',
      'Heading1: Affaires analysées',
      'Heading2: Affaire 1\u00a0: Operación Colibrí: desvío de un arsenal',
      'Heading3: Identification',
      'Heading3: Mots-clés et classification',
      'Heading3: Résumé des faits',
      'Heading3: Enseignements : ce que nous ferions autrement',
      'Heading3: Autorisation de publication',
      'Heading1: Bonnes pratiques',
      'Heading1: Obstacles et difficultés communs',
      'Heading1: Enseignements tirés',
      'Heading2: Affaire 1\u00a0: Operación Colibrí: desvío de un arsenal',
      'Heading1: Recommandations',
      'Heading1: Annexe I. Ordre du jour',
      'Heading1: Annexe II. Liste des participants',
    ])
  })

  test('has heading styles with an outline level, and no text set justified', async () => {
    const styles = (await fileOf()).part('word/styles.xml')
    for (const level of [1, 2, 3]) {
      const style = all(styles, 'w:style').find((one) => one.attributes['w:styleId'] === `Heading${level}`)
      expect(style && valueIn(style, 'w:outlineLvl')).toBe(String(level - 1))
    }
    expect(all(styles, 'w:jc').map((jc) => jc.attributes['w:val'])).not.toContain('both')
  })

  test('is listed on the cover with links that lead to the headings, and asks nothing when it is opened', async () => {
    const file = await fileOf()
    const document = file.part('word/document.xml')
    const bookmarks = all(document, 'w:bookmarkStart').map((mark) => mark.attributes['w:name'])
    const links = all(document, 'w:hyperlink').map((link) => link.attributes['w:anchor'])
    expect(links.length).toBeGreaterThan(5)
    expect(bookmarks).toEqual(links)
    expect(all(document, 'w:instrText').map((field) => field.text)).toEqual(['TOC \\h \\o "1-2"'])
    expect(all(document, 'w:fldChar').map((field) => field.attributes['w:dirty'])).not.toContain('true')
    expect(all(file.part('word/settings.xml'), 'w:updateFields')).toEqual([])
  })

  test('without a cover begins with its title and has no contents', async () => {
    const file = await fileOf({}, { include: ['obstacles', 'good-practices'] })
    expect(headings(file)[0]).toMatch(/^Title: /)
    expect(all(file.part('word/document.xml'), 'w:instrText')).toEqual([])
  })
})

describe('every page', () => {
  test('carries the mark at its head and foot, and its number in words of the language', async () => {
    const feet = new Map([
      ['es', 'Página  de \t\u00a0TLP:GREEN\u00a0'],
      ['en', 'Page  of \t\u00a0TLP:GREEN\u00a0'],
      ['pt', 'Página  de \t\u00a0TLP:GREEN\u00a0'],
      ['fr', 'Page  sur \t\u00a0TLP:GREEN\u00a0'],
    ])
    for (const language of languages) {
      const file = await fileOf({}, { language })
      const header = file.part('word/header1.xml')
      const footer = file.part('word/footer1.xml')
      expect(shown(header)).toBe('Reunión regional contra el tráfico de armas\t\u00a0TLP:GREEN\u00a0')
      expect(shown(footer)).toBe(feet.get(language))
      expect(all(footer, 'w:instrText').map((field) => field.text)).toEqual(['PAGE', 'NUMPAGES'])
      const [section, ...others] = all(file.part('word/document.xml'), 'w:sectPr')
      expect(others).toEqual([])
      expect(section && all(section, 'w:headerReference').map(typeOf)).toEqual(['default', 'first'])
      expect(section && all(section, 'w:footerReference').map(typeOf)).toEqual(['default', 'first'])
    }
  })

  test('the cover has the mark at its head and foot, too, without the title that it says itself', async () => {
    const file = await fileOf()
    expect(shown(file.part('word/header2.xml'))).toBe('\t\u00a0TLP:GREEN\u00a0')
    expect(shown(file.part('word/footer2.xml'))).toBe(shown(file.part('word/footer1.xml')))
    const bare = await fileOf({}, { include: ['obstacles'] })
    expect(bare.paths).not.toContain('word/header2.xml')
  })

  test('says at its foot that it is classified, where it is', async () => {
    const policies = { attribution: 'none', defaultMarking: 'TLP:AMBER', unLevel: 'confidential' }
    const file = await fileOf({ events: [{ type: 'meeting.policiesSet', policies }] })
    expect(shown(file.part('word/footer1.xml'))).toBe('Página  de \tCONFIDENCIAL\u00a0\u00a0\u00a0TLP:GREEN\u00a0')
  })

  test('is A4', async () => {
    const [size] = all((await fileOf()).part('word/document.xml'), 'w:pgSz')
    expect(size?.attributes).toMatchObject({ 'w:w': '11906', 'w:h': '16838' })
  })

  test('keeps the mark on one line when the meeting has a long title', async () => {
    const file = await fileOf({ content: { title: { text: 'Reunión '.repeat(25) } } })
    expect(shown(file.part('word/header1.xml')).length).toBeLessThan(110)
    expect(shown(file.part('word/header1.xml'))).toMatch(/Reunión…\t\u00a0TLP:GREEN\u00a0$/)
  })
})

test('tables have a head that is repeated and fixed widths that fill the text', async () => {
  const tables = all((await fileOf()).part('word/document.xml'), 'w:tbl')
  expect(tables).toHaveLength(7)
  for (const table of tables) {
    const [head, ...rows] = all(table, 'w:tr')
    expect(head && all(head, 'w:tblHeader')).toHaveLength(1)
    expect(rows.flatMap((row) => all(row, 'w:tblHeader'))).toEqual([])
    expect(all(table, 'w:tblLayout')[0]?.attributes['w:type']).toBe('fixed')
    const grid = all(table, 'w:gridCol').map((column) => Number(column.attributes['w:w']))
    expect(grid.reduce((sum, width) => sum + width, 0)).toBe(11_906 - 2 * 1_418)
    for (const row of all(table, 'w:tr')) {
      expect(all(row, 'w:tcW').map(({ attributes }) => [attributes['w:type'], Number(attributes['w:w'])])).toEqual(
        grid.map((width) => ['dxa', width]),
      )
    }
  }
})

describe('the language', () => {
  test('is that of the report, in the styles and in the properties', async () => {
    const tags = { es: 'es-MX', en: 'en-GB', pt: 'pt-BR', fr: 'fr-FR' }
    for (const language of languages) {
      const file = await fileOf({}, { language })
      const [defaults] = all(file.part('word/styles.xml'), 'w:docDefaults')
      expect(defaults && valueIn(defaults, 'w:lang')).toBe(tags[language])
      expect(all(file.part('docProps/core.xml'), 'dc:language')[0]?.text).toBe(tags[language])
    }
  })

  test('of a title that was written in another one is kept', async () => {
    const title = { text: 'Operation Heron', language: 'en' as const }
    const document = (await fileOf({ content: { 'case-clear': title } })).part('word/document.xml')
    const runs = all(document, 'w:r').filter((run) => shown(run) === 'Operation Heron' && all(run, 'w:lang').length > 0)
    expect(runs.map((run) => valueIn(run, 'w:lang'))).toEqual(['en-GB', 'en-GB'])
  })
})

test('the properties say what it is, when it was made and nothing of who or with what', async () => {
  const [properties] = (await fileOf()).part('docProps/core.xml').children
  expect(Object.fromEntries(properties?.children.map(({ name, text }) => [name, text]) ?? [])).toEqual({
    'dc:title': 'Reunión regional contra el tráfico de armas',
    'dc:creator': 'Plenaria',
    'cp:lastModifiedBy': 'Plenaria',
    'dcterms:created': '2021-12-14T22:40:00.000Z',
    'dcterms:modified': '2021-12-14T22:40:00.000Z',
    'dc:language': 'es-MX',
  })
  expect(all((await fileOf()).part('docProps/app.xml'), 'Application')).toEqual([])
})

describe('what authors wrote', () => {
  const write = async (more: Parameters<typeof meetingInput>[0]) =>
    (await fileOf({ cases: caseSketches.filter(({ id }) => id === 'green'), ...more })).part('word/document.xml')

  test('keeps its looks and links', async () => {
    const marks = { bold: true, italic: true, underline: true, strike: true, link: { href: 'https://example.org/' } }
    const document = await write({
      write: (doc) => {
        writeNode(doc, 'evidence', 'paragraph', 'Sentencia', marks)
      },
    })
    const link = all(document, 'w:hyperlink').find((one) => one.attributes['r:id'] !== undefined)
    expect(link?.attributes['r:id']).toBe('link1')
    expect(link && shown(link)).toBe('Sentencia')
    for (const look of ['w:b', 'w:i', 'w:u', 'w:strike']) expect(link && all(link, look), look).toHaveLength(1)
  })

  test('has lists of which each begins at 1', async () => {
    const document = await write({
      write: (doc) => {
        writeList(doc, 'evidence', 'orderedList', ['uno', 'dos'])
        writeList(doc, 'evidence', 'orderedList', ['otro'])
        writeList(doc, 'evidence', 'bulletList', ['punto'])
      },
    })
    const items = all(document, 'w:p').filter((paragraph) => valueIn(paragraph, 'w:numId') !== undefined)
    expect(items.map(shown)).toEqual(['uno', 'dos', 'otro', 'punto'])
    const [one, two, other, point] = items.map((item) => valueIn(item, 'w:numId'))
    expect(one).toBe(two)
    expect(new Set([one, other, point]).size).toBe(3)
  })
})

test('nobody is named and no word of a withheld case is in the file, in any language', async () => {
  for (const language of languages) {
    const { everything } = await fileOf({}, { language })
    for (const word of [...names, ...withheldWords]) expect(everything).not.toContain(word)
    expect(everything).toContain('Se recuperó una pistola con el número limado.')
  }
})

test('one report gives the same bytes every time', async () => {
  const report = buildReport(
    meetingInput({
      write: (doc) => {
        writeNode(doc, 'evidence', 'paragraph', 'Fuente', { link: { href: 'https://example.org/' } })
        writeList(doc, 'evidence', 'orderedList', ['uno'])
      },
    }),
  )
  const first = await renderDocx(report)
  expect((await renderDocx(structuredClone(report))).equals(first)).toBe(true)
})

test('every part is well-formed', async () => {
  const file = await fileOf()
  for (const path of file.paths) expect(() => file.part(path)).not.toThrow()
})
