/** A card whose mark keeps it in the meeting: its words are in no file, and who asks for the file is told. */
import { expect, test } from 'vitest'
import { exportFormats } from '../../server/outcomes/exports.ts'
import { previewOf } from '../../server/outcomes/preview.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import { reportData } from '../../shared/contracts/report.ts'
import { setCase } from '../../shared/documents/boardDocument.ts'
import { cardFieldsOf } from '../../shared/documents/cardFields.ts'
import { fieldTextOf, setFieldTag } from '../../shared/documents/cardValues.ts'
import { meetingInput } from './meetingInput.ts'
import { unzipped } from './unzipped.ts'

const kept = 'Ficha-que-se-queda'
const reasoning = 'razonamiento-que-se-queda'

/** It is linked to a released case and cites an article of its own: whatever part speaks of cards would show it. */
const input = meetingInput({
  cards: [
    { column: 'obstacle', title: kept },
    { column: 'obstacle', title: 'Pericias sin traducir' },
  ],
  events: [{ type: 'card.marked', boardId: 'b', cardId: 'card-0000', marking: 'TLP:AMBER' }],
  writeCards: (board) => {
    for (const field of cardFieldsOf('obstacle')) {
      if (field.kind === 'paragraphs') fieldTextOf(board, 'card-0000', field)?.insert(0, reasoning)
      if (field.kind === 'tags') setFieldTag(board, 'card-0000', field, 'FP-15', true)
    }
    setCase(board, 'card-0000', 'green')
  },
})

test('no word of it is in any format', async () => {
  const report = buildReport(input)
  const [docx, md, json] = await Promise.all(
    (['docx', 'md', 'json'] as const).map((format) => exportFormats[format].render(report, input)),
  )
  const texts = [
    unzipped(docx ?? new Uint8Array()).everything,
    new TextDecoder().decode(md),
    new TextDecoder().decode(json),
  ]
  for (const text of texts) {
    expect(text).toContain('Pericias sin traducir')
    for (const word of [kept, reasoning, 'FP-15']) expect(text).not.toContain(word)
  }
})

test('the data say how many stay in, and the preview which', async () => {
  const bytes = await exportFormats.json.render(buildReport(input), input)
  const { cards, omitted } = reportData.parse(JSON.parse(new TextDecoder().decode(bytes)))
  expect(cards?.map(({ title, marking }) => [title, marking])).toEqual([['Pericias sin traducir', 'TLP:GREEN']])
  expect(omitted).toContainEqual({ kind: 'card', reason: 'marking', count: 1 })
  const preview = previewOf(input)
  expect(preview.counts.cards.obstacle).toBe(1)
  expect(preview.omitted).toContainEqual({ kind: 'card', reason: 'marking', title: kept })
})
