import fc from 'fast-check'
import type { Nodes, Root, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import { gfmTable } from 'micromark-extension-gfm-table'
import { expect, test } from 'vitest'
import { renderMarkdown } from './markdown.ts'
import type { Report, ReportBlock, ReportRun } from './reportTree.ts'

function reportOf(blocks: ReportBlock[]): Report {
  return {
    title: 'Reunión',
    subtitle: 'Informe',
    language: 'es',
    marking: 'TLP:GREEN',
    unLevel: 'unclassified',
    attribution: 'none',
    generatedAt: 0,
    parts: [{ id: 'part', kind: 'section', title: 'Parte', blocks }],
    omitted: [],
  }
}

/** What a reader of the file sees between the part's heading and the last mark. */
function read(blocks: ReportBlock[]): RootContent[] {
  const root: Root = fromMarkdown(renderMarkdown(reportOf(blocks)), {
    extensions: [gfmTable(), gfmStrikethrough()],
    mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
  })
  return root.children.slice('mark title subtitle heading'.split(' ').length, -1)
}

function textOf(node: Nodes): string {
  if (node.type === 'break') return '\n'
  if (node.type === 'html') return ''
  if ('value' in node) return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function typesOf(node: Nodes): string[] {
  return [node.type, ...('children' in node ? node.children.flatMap(typesOf) : [])]
}

function htmlOf(node: Nodes): string[] {
  if (node.type === 'html') return [node.value]
  return 'children' in node ? node.children.flatMap(htmlOf) : []
}

/** Space of any length, breaks too, counts as one space. */
const asOneLine = (text: string) => text.replace(/\s+/gu, ' ').trim()

const pieces = [
  ...'*_`~|#[]()<>!\\-+1.:&;{}^$="\' \n',
  ...['a', 'é', '\t', '  ', '🦜', '\u00a0', 'www.example.org', 'https://x.y', '<b>', '&amp;', '---', '```', '[^1]'],
]
const text = fc.string({ unit: fc.constantFrom(...pieces), maxLength: 24 })
const look = fc.constantFrom(
  {},
  {},
  { bold: true },
  { italic: true },
  { bold: true, italic: true },
  { strike: true },
  { code: true },
  { bold: true, strike: true },
  { link: 'https://example.org/a(b)*_c' },
  { language: 'fr' },
  { language: 'fr', bold: true, link: 'https://example.org/' },
)
const run = fc.tuple(text, look).map(([text, look]): ReportRun => ({ text, ...look }) as ReportRun)
const runs = fc.array(run, { minLength: 1, maxLength: 4 })
const allowedTypes = ['paragraph', 'text', 'break', 'strong', 'emphasis', 'delete', 'inlineCode', 'link', 'html']
const settings = { seed: 20211213, numRuns: 300 }

const wordsOf = (runs: ReportRun[]) => runs.map((run) => run.text).join('')

test('whatever people type in a paragraph is read back as their words and nothing else', () => {
  fc.assert(
    fc.property(runs, (runs) => {
      const nodes = read([{ kind: 'paragraph', runs }])
      expect(asOneLine(nodes.map(textOf).join('\n'))).toBe(asOneLine(wordsOf(runs)))
      const types = new Set(nodes.flatMap(typesOf))
      for (const type of types) expect(allowedTypes).toContain(type)
      const markup = nodes.flatMap((node) => htmlOf(node))
      for (const tag of markup) expect(['<span lang="fr">', '</span>']).toContain(tag)
    }),
    settings,
  )
})

test('whatever people type in a cell stays in its cell', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(runs, runs), { minLength: 1, maxLength: 3 }), (rows) => {
      const columns = [
        { title: 'Hora', weight: 1 },
        { title: 'Tema', weight: 5 },
      ]
      const nodes = read([{ kind: 'table', caption: '', columns, rows }])
      expect(nodes.map((node) => node.type)).toEqual(['table'])
      const cells = nodes.flatMap((table) =>
        table.type === 'table' ? table.children.map((row) => row.children.map((cell) => asOneLine(textOf(cell)))) : [],
      )
      expect(cells).toEqual([['Hora', 'Tema'], ...rows.map((row) => row.map((cell) => asOneLine(wordsOf(cell))))])
    }),
    settings,
  )
})

test('whatever people type in a heading or an item stays there', () => {
  fc.assert(
    fc.property(runs, (runs) => {
      fc.pre(asOneLine(wordsOf(runs)) !== '')
      const item: ReportBlock = { kind: 'paragraph', runs }
      const nodes = read([
        { kind: 'heading', level: 2, runs },
        { kind: 'list', ordered: true, items: [[item], [item]] },
      ])
      expect(nodes.map((node) => node.type)).toEqual(['heading', 'list'])
      expect(nodes.flatMap(typesOf).filter((type) => type === 'listItem')).toHaveLength(2)
      expect(nodes[0] && asOneLine(textOf(nodes[0]))).toBe(asOneLine(wordsOf(runs)))
    }),
    settings,
  )
})

test('a line break stays one, but not in a heading, and never at an edge', () => {
  const runs: ReportRun[] = [{ text: '\n uno' }, { text: ' \n dos\n', bold: true }]
  const [paragraph, heading] = read([
    { kind: 'paragraph', runs },
    { kind: 'heading', level: 2, runs },
  ])
  expect([paragraph, heading].map((node) => node && textOf(node))).toEqual(['uno\ndos', 'uno dos'])
})

test('looks that neighbours share are one', () => {
  const runs: ReportRun[] = [
    { text: 'pistola ', bold: true },
    { text: 'limada', bold: true, italic: true },
    { text: ', dos ' },
    { text: 'veces', strike: true },
    { text: '', italic: true },
    { text: ' subrayada', underline: true },
    { text: ' y ' },
    { text: 'x | `y`', code: true },
    { text: ' en ' },
    { text: 'la ', link: 'https://example.org/a(b)' },
    { text: 'sentencia', link: 'https://example.org/a(b)', bold: true },
  ]
  expect(renderMarkdown(reportOf([{ kind: 'paragraph', runs }]))).toContain(
    '**pistola _limada_**, dos ~~veces~~ subrayada y `` x | `y` `` en [la **sentencia**](https://example.org/a\\(b\\))',
  )
})

test('words in another language are told apart, with all their looks', () => {
  const runs: ReportRun[] = [
    { text: 'Dijo: ' },
    { text: 'le ', language: 'fr' },
    { text: 'jugement', language: 'fr', link: 'https://example.org/' },
  ]
  expect(renderMarkdown(reportOf([{ kind: 'paragraph', runs }]))).toContain(
    'Dijo: <span lang="fr">le [jugement](https://example.org/)</span>',
  )
})

test('the mark stands first and last', () => {
  const lines = renderMarkdown(reportOf([])).trim().split('\n')
  expect([lines.at(0), lines.at(-1)]).toEqual(['**TLP:GREEN**', '**TLP:GREEN**'])
})

test('every kind of block has its form', () => {
  const runs = [{ text: 'Texto' }]
  const blocks: ReportBlock[] = [
    { kind: 'heading', level: 2, runs },
    { kind: 'heading', level: 6, runs },
    { kind: 'quote', runs },
    { kind: 'code', runs: [{ text: 'a\nb' }] },
    { kind: 'definitions', rows: [{ term: 'Lugar', runs }] },
    { kind: 'paragraph', runs },
    {
      kind: 'list',
      ordered: false,
      items: [
        [
          { kind: 'paragraph', runs },
          { kind: 'list', ordered: true, items: [[{ kind: 'paragraph', runs }]] },
        ],
      ],
    },
    {
      kind: 'table',
      caption: 'Cuadro',
      columns: [
        { title: 'N.º', weight: 1, numeric: true },
        { title: 'Tema', weight: 5 },
      ],
      rows: [[[{ text: '1' }], runs]],
    },
  ]
  expect(renderMarkdown(reportOf(blocks))).toBe(`**TLP:GREEN**

# Reunión

Informe

## Parte

### Texto

###### Texto

> Texto

\`\`\`
a
b
\`\`\`

- **Lugar:** Texto

Texto

- Texto

  1. Texto

_Cuadro_

| N.º | Tema |
| -: | - |
| 1 | Texto |

**TLP:GREEN**
`)
})
