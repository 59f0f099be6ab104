/** Every kind of field of a case and of a card, as it stands in the report and in its data. */
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { renderDocx } from '../../server/outcomes/docx.ts'
import { renderJson } from '../../server/outcomes/json.ts'
import { renderMarkdown } from '../../server/outcomes/markdown.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import type { ReportBlock } from '../../server/outcomes/reportTree.ts'
import { reportData } from '../../shared/contracts/report.ts'
import { setCase } from '../../shared/documents/boardDocument.ts'
import { cardFieldsOf } from '../../shared/documents/cardFields.ts'
import { fieldTextOf, setFieldTag, setFieldValue } from '../../shared/documents/cardValues.ts'
import { addTag, fieldsOf, richTextOf, setNotApplicable, tagsOf } from '../../shared/documents/caseDocument.ts'
import { addRow, cellText, setCell } from '../../shared/documents/caseRows.ts'
import { setValue } from '../../shared/documents/caseValues.ts'
import { caseTemplate, otherTermId } from '../../shared/vocabulary/vocabulary.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches } from './sketches.ts'
import { all, shown, unzipped, valueIn } from './unzipped.ts'

const sketches = caseSketches.filter(({ id }) => id === 'green')

function fillCase(doc: Y.Doc): void {
  setValue(doc, { section: 'identification', field: 'period' }, { from: '2017-01-01', to: null })
  setValue(doc, { section: 'identification', field: 'legalSystem' }, 'civil-law')
  addTag(tagsOf(doc, 'keywords', 'articles'), 'FP-8')
  addTag(tagsOf(doc, 'keywords', 'articles'), otherTermId('Ley 26.216'))
  const items = caseTemplate.sections.find(({ id }) => id === 'items')
  const rows = (items ? fieldsOf(items) : []).find((field) => field.kind === 'rows')
  if (!rows) throw new Error('the template has a table of items')
  addRow(doc, rows, 'r1')
  setCell(doc, 'items', 'r1', 'type', 'ft-pistol')
  setCell(doc, 'items', 'r1', 'quantity', 5200)
  cellText(doc, 'items', 'r1', 'makeModel')?.insert(0, '9 mm')
  setNotApplicable(doc, 'assets', true)
  const passage = new Y.XmlElement('paragraph')
  passage.setAttribute('lang', 'fr')
  const words = new Y.XmlText()
  passage.insert(0, [words])
  words.insert(0, 'Le lot était détruit.', { link: { href: 'https://example.org/jugement' } })
  richTextOf(doc, 'evidence').push([
    passage,
    gridOf([
      ['Prueba', 'Resultado'],
      ['Cotejo', 'Positivo'],
    ]),
  ])
}

/** A table as the editor leaves it: its first row is a head. */
function gridOf(rows: string[][]): Y.XmlElement {
  const table = new Y.XmlElement('table')
  table.insert(
    0,
    rows.map((texts, index) => {
      const row = new Y.XmlElement('tableRow')
      row.insert(
        0,
        texts.map((text) => cellOf(index === 0 ? 'tableHeader' : 'tableCell', text)),
      )
      return row
    }),
  )
  return table
}

function cellOf(nodeName: string, text: string): Y.XmlElement {
  const [cell, paragraph] = [new Y.XmlElement(nodeName), new Y.XmlElement('paragraph')]
  cell.insert(0, [paragraph])
  paragraph.insert(0, [new Y.XmlText(text)])
  return cell
}

function fillCards(board: Y.Doc): void {
  const field = (id: string) => {
    const found = cardFieldsOf('goodPractice').find(({ template }) => template.id === id)
    if (!found) throw new Error(`the card has no field ${id}`)
    return found
  }
  fieldTextOf(board, 'card-0000', field('problem'))?.insert(0, 'Nadie rastreaba.\nNi preguntaba.')
  setFieldValue(board, 'card-0000', field('effectiveness'), 4)
  setFieldValue(board, 'card-0000', field('maturity'), 'tested')
  setFieldTag(board, 'card-0000', field('articles'), 'FP-8', true)
  setCase(board, 'card-0000', 'green')
  setCase(board, 'card-0001', 'amber')
}

const input = (language: 'es' | 'fr' = 'es', cases = sketches) =>
  meetingInput(
    {
      cases,
      write: fillCase,
      writeCards: fillCards,
      events: [{ type: 'case.staged', caseId: 'green', stage: 'ps-final' }],
    },
    { language },
  )

function blocksOf(id: string, language: 'es' | 'fr' = 'es'): ReportBlock[] {
  return buildReport(input(language)).parts.find((part) => part.id === id)?.blocks ?? []
}

const definitions = (blocks: ReportBlock[]) =>
  blocks.flatMap((block) =>
    block.kind === 'definitions'
      ? block.rows.map(({ term, runs }) => `${term}: ${runs.map((run) => run.text).join('')}`)
      : [],
  )

const rowsOf = (block: ReportBlock) =>
  block.kind === 'table'
    ? [block.columns.map(({ title }) => title), ...block.rows.map((row) => row.map((runs) => runs[0]?.text))]
    : []

test('what is chosen is said in words of the report’s language, in the order of the template', () => {
  expect(definitions(blocksOf('cases', 'fr'))).toEqual(
    expect.arrayContaining([
      'Période des faits: à partir du 1er janvier 2017',
      'Système juridique: Droit civil (romano-germanique)',
      'Stade de la procédure: Jugement définitif',
    ]),
  )
  expect(definitions(blocksOf('cases')).find((line) => line.startsWith('Artículos'))).toMatch(
    /^.*FP-8\. .*; Ley 26\.216$/,
  )
})

test('tables have a head, and columns that nobody filled in are left out', () => {
  const [items, passage] = blocksOf('cases').filter((block) => block.kind === 'table')
  expect(items && rowsOf(items)).toEqual([
    ['Tipo', 'Cantidad', 'Marca / modelo / calibre'],
    ['Pistola', '5,200', '9 mm'],
  ])
  expect(passage && rowsOf(passage)).toEqual([
    ['Prueba', 'Resultado'],
    ['Cotejo', 'Positivo'],
  ])
})

test('a section that has nothing to do with the case says so, an empty one is absent', () => {
  const blocks = blocksOf('cases')
  const index = blocks.findIndex((block) => block.kind === 'heading' && block.runs[0]?.text.startsWith('Activos'))
  expect(blocks[index + 1]).toEqual({ kind: 'paragraph', runs: [{ text: 'No aplica a este caso.' }] })
  expect(JSON.stringify(blocks)).not.toContain('Preguntas para el grupo')
})

test('a passage in another language and a link are such in every file', async () => {
  const report = buildReport(input())
  const address = 'https://example.org/jugement'
  const file = unzipped(await renderDocx(report))
  const link = all(file.part('word/document.xml'), 'w:hyperlink').find((one) => shown(one) === 'Le lot était détruit.')
  expect(link && valueIn(link, 'w:lang')).toBe('fr-FR')
  const targets = all(file.part('word/_rels/document.xml.rels'), 'Relationship')
  expect(targets.find(({ attributes }) => attributes.Id === link?.attributes['r:id'])?.attributes).toMatchObject({
    Target: address,
    TargetMode: 'External',
  })
  expect(renderMarkdown(report)).toContain(`<span lang="fr">[Le lot était détruit.](${address})</span>`)
  const { cases = [] } = reportData.parse(JSON.parse(renderJson(report, input())))
  const fields = cases.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
  const words = 'Le lot était détruit.'
  expect(fields.find(({ field }) => field === 'evidence')?.value).toEqual([
    { text: words, language: 'fr', links: [{ text: words, address }] },
    { text: 'Prueba\tResultado' },
    { text: 'Cotejo\tPositivo' },
  ])
})

test('cards say all their fields in the annex, under the number of the table', () => {
  expect(blocksOf('annex-cards').filter((block) => block.kind === 'heading')).toHaveLength(2)
  const lines = definitions(blocksOf('annex-cards'))
  expect(lines).toEqual([
    'Categoría: Rastreo sistemático',
    'Problema o contexto al que responde: Nadie rastreaba.\nNi preguntaba.',
    expect.stringMatching(/^Base jurídica \(artículos\): FP-8\. /),
    'Eficacia: 4 de 5',
    expect.stringMatching(/^Grado de madurez: /),
    'Caso vinculado: Caso 1: Operación Colibrí: desvío de un arsenal',
    'Marca: TLP:GREEN',
  ])
})

test('a case that is withheld is not named by a card that comes from it', () => {
  const withAmber = input('es', [...sketches, ...caseSketches.filter(({ id }) => id === 'amber')])
  const report = buildReport(withAmber)
  expect(JSON.stringify(report.parts)).not.toContain('Ámbar')
  expect(report.omitted).toContainEqual({
    kind: 'linkedCase',
    boardId: 'b',
    cardId: 'card-0001',
    reason: 'case-withheld',
  })
})

test('a card whose words name a withheld case is left out', () => {
  const cards = [{ column: 'obstacle' as const, title: 'Lo que pasó en la operacion ambar' }]
  const report = buildReport(meetingInput({ cards }))
  expect(JSON.stringify(report.parts)).not.toContain('ambar')
  expect(report.omitted).toContainEqual(expect.objectContaining({ kind: 'card', reason: 'may-name-withheld-case' }))
})

test('articles are listed by treaty, with the numbers of cases and cards', () => {
  const [, table, others] = blocksOf('annex-articles')
  expect(table && rowsOf(table)).toEqual([
    ['Artículo', 'Casos', 'Buenas prácticas', 'Obstáculos', 'Recomendaciones'],
    [expect.stringMatching(/^FP-8\. /), '1', '1', '—', '—'],
  ])
  expect(others && rowsOf(others)[1]).toEqual(['Ley 26.216', '1', '—', '—', '—'])
})

test('the data holds what the fields say, as ids, and is the same every time', () => {
  const text = renderJson(buildReport(input()), input())
  expect(renderJson(buildReport(input()), input())).toBe(text)
  const { cases = [], cards = [] } = reportData.parse(JSON.parse(text))
  const fields = cases.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields))
  expect(fields).toContainEqual({ field: 'period', kind: 'daterange', value: { from: '2017-01-01', to: null } })
  expect(fields).toContainEqual({
    field: 'items',
    kind: 'rows',
    value: [{ type: 'ft-pistol', quantity: 5200, makeModel: '9 mm' }],
  })
  expect(cases[0]?.stage).toBe('ps-final')
  expect(cards[0]).toMatchObject({ kind: 'goodPractice', number: 1, marking: 'TLP:GREEN', caseNumber: 1 })
  expect(cards[0]?.fields).toContainEqual({ field: 'effectiveness', kind: 'scale', value: 4 })
})
