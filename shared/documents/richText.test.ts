import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { isBlank, readRichText } from './richText.ts'

function element(name: string, children: (Y.XmlElement | Y.XmlText)[] = [], attributes: Record<string, string> = {}) {
  const node = new Y.XmlElement(name)
  node.insert(0, children)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value)
  return node
}

function text(value: string, attributes: Record<string, unknown> = {}) {
  const node = new Y.XmlText()
  node.insert(0, value, attributes)
  return node
}

function read(...nodes: (Y.XmlElement | Y.XmlText)[]) {
  const fragment = new Y.Doc().getXmlFragment('f')
  fragment.insert(0, nodes)
  return readRichText(fragment)
}

test('paragraphs, headings, lists and quotes come as blocks with their runs', () => {
  expect(
    read(
      element('heading', [text('Title')], { level: '2' }),
      element('paragraph', [text('plain '), text('bold', { bold: {} }), element('hardBreak'), text('next')]),
      element('bulletList', [element('listItem', [element('paragraph', [text('item')])])]),
      element('blockquote', [element('paragraph', [text('quoted')])]),
    ),
  ).toEqual([
    { kind: 'heading', level: 2, runs: [{ text: 'Title' }] },
    { kind: 'paragraph', runs: [{ text: 'plain ' }, { text: 'bold', bold: true }, { text: '\n' }, { text: 'next' }] },
    { kind: 'list', ordered: false, items: [[{ kind: 'paragraph', runs: [{ text: 'item' }] }]] },
    { kind: 'quote', runs: [{ text: 'quoted' }] },
  ])
})

test('a link keeps its address', () => {
  expect(read(element('paragraph', [text('here', { link: { href: 'https://example.org' } })]))).toEqual([
    { kind: 'paragraph', runs: [{ text: 'here', link: 'https://example.org' }] },
  ])
})

test('an unknown element is read through to its words', () => {
  expect(read(element('carousel', [element('paragraph', [text('inside')])]))).toEqual([
    { kind: 'paragraph', runs: [{ text: 'inside' }] },
  ])
})

test('empty paragraphs are left out, and white space is blank', () => {
  expect(read(element('paragraph'))).toEqual([])
  expect(isBlank(read(element('paragraph', [text('  ')])))).toBe(true)
  expect(isBlank(read(element('paragraph', [text('x')])))).toBe(false)
})

test('a passage keeps the language that its author gave it', () => {
  expect(
    read(
      element('paragraph', [text('hello')], { lang: 'en' }),
      element('blockquote', [element('paragraph', [text('olá')], { lang: 'pt' })]),
      element('paragraph', [text('??')], { lang: 'klingon' }),
    ),
  ).toEqual([
    { kind: 'paragraph', runs: [{ text: 'hello' }], language: 'en' },
    { kind: 'quote', runs: [{ text: 'olá' }], language: 'pt' },
    { kind: 'paragraph', runs: [{ text: '??' }] },
  ])
})

test('a table comes with its rows, header cells and what is in them', () => {
  const cell = (name: string, words: string) => element(name, [element('paragraph', [text(words)])])
  const table = element('table', [
    element('tableRow', [cell('tableHeader', 'Route'), cell('tableHeader', 'Arms')]),
    element('tableRow', [cell('tableCell', 'land'), element('tableCell', [element('paragraph')])]),
  ])
  const words = (value: string) => [{ kind: 'paragraph', runs: [{ text: value }] }]
  expect(read(table)).toEqual([
    {
      kind: 'table',
      rows: [
        [
          { isHeader: true, blocks: words('Route') },
          { isHeader: true, blocks: words('Arms') },
        ],
        [
          { isHeader: false, blocks: words('land') },
          { isHeader: false, blocks: [] },
        ],
      ],
    },
  ])
  expect(isBlank(read(element('table', [element('tableRow', [element('tableCell', [element('paragraph')])])])))).toBe(
    true,
  )
})
