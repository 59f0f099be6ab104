import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renderDocx } from '../../server/outcomes/docx.ts'
import { renderMarkdown } from '../../server/outcomes/markdown.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import { writeNode } from './documents.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches } from './sketches.ts'
import { all, shown, unzipped } from './unzipped.ts'

/** A report in which this text stands wherever people can write. */
function reportFull(text: string) {
  const [sketch] = caseSketches
  if (!sketch) throw new Error('there is a case')
  return buildReport(
    meetingInput({
      cases: [{ ...sketch, title: text, facts: text }],
      cards: [{ column: 'goodPractice', title: text, category: text }],
      content: { title: { text }, place: { text }, 'agenda-1': { text } },
      write: (doc) => {
        writeNode(doc, 'evidence', 'heading', text, { bold: true })
        writeNode(doc, 'evidence', 'paragraph', text, { italic: true, link: { href: `https://example.org/${text}` } })
        writeNode(doc, 'evidence', 'codeBlock', text)
        writeNode(doc, 'evidence', 'blockquote', text, { strike: true, code: true })
      },
    }),
  )
}

async function docxOf(text: string) {
  const file = unzipped(await renderDocx(reportFull(text)))
  return { ...file, shown: shown(file.part('word/document.xml')) }
}

test('any code units at all give a Word file whose every part is well-formed', async () => {
  const pieces = [
    ...'<>&"\'',
    ']]>',
    '<w:p/>',
    '&#0;',
    '\ud83e',
    '\udd9c',
    '\u0000',
    '\u0008',
    '\ufffe',
    '\uffff',
    '\u0085',
  ]
  const unit = fc.oneof(
    fc.constantFrom(...pieces),
    fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  )
  await fc.assert(
    fc.asyncProperty(fc.string({ unit, minLength: 1, maxLength: 30 }), async (text) => {
      const { paths, part } = await docxOf(text)
      for (const path of paths) part(path)
    }),
    { seed: 20211213, numRuns: 150 },
  )
})

test.each([
  ['markup', '<script>alert(1)</script> &amp; ]]> <w:br/>'],
  ['Markdown', '| # *a* _b_ `c` [d](e) > ![f](g)'],
  ['right-to-left text', 'تهريب الأسلحة النارية'],
  ['a very long word', 'antidisestablishment'.repeat(40)],
  ['astral characters', '𝔸🦜👩🏽‍⚖️'],
])('%s is shown as it was typed', async (_what, text) => {
  const { shown } = await docxOf(text)
  expect(shown).toContain(text)
})

test('control characters and halves of emoji are gone, the words around them stay', async () => {
  const { shown, everything } = await docxOf('uno\u0000dos\u0008tres\uFFFE \ud83ecuatro')
  expect(shown).toContain('unodostres \ufffdcuatro')
  expect(everything).not.toMatch(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/u)
})

test('three hundred cards are all there, numbered to the last', async () => {
  const cards = Array.from({ length: 300 }, (_, index) => ({
    column: 'obstacle' as const,
    title: `Obstáculo ${index}`,
  }))
  const report = buildReport(meetingInput({ cards, cases: [] }, { include: ['obstacles'] }))
  const tables = all(unzipped(await renderDocx(report)).part('word/document.xml'), 'w:tbl')
  const rows = all(tables.at(-1) ?? { name: '', attributes: {}, children: [], text: '' }, 'w:tr').map((row) =>
    all(row, 'w:tc').map(shown),
  )
  expect(rows.slice(1)).toEqual(
    cards.map(({ title }, index) => [String(index + 1), title, 'Sin categoría', 'TLP:GREEN']),
  )
  expect(renderMarkdown(report)).toContain('| 300 | Obstáculo 299 | Sin categoría | TLP:GREEN |')
})
