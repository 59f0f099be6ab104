/** Files of a case in the report: by their names, where the case is released, and nothing more of them. */
import { strFromU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ExportFormatName, exportFormats } from '../../server/outcomes/exports.ts'
import { reportDataOf } from '../../server/outcomes/json.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import type { ReportInput } from '../../server/outcomes/reportInput.ts'
import { reportData } from '../../shared/contracts/report.ts'
import { attributions, languages } from '../../shared/contracts/terms.ts'
import { setNotApplicable } from '../../shared/documents/caseDocument.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches, names } from './sketches.ts'
import { unzipped } from './unzipped.ts'

const formats = Object.keys(exportFormats) as ExportFormatName[]

/** Carol adds a file to each case; one more of the green case was taken back. */
function inputWith(asked: Partial<ReportInput> = {}): ReportInput {
  const added = (caseId: string, file: string) => ({
    type: 'attachment.added',
    caseId,
    attachmentId: file,
    nameId: file,
    mediaType: 'application/pdf',
    bytes: 20_480,
    addedById: 'carol',
  })
  const events = [
    ...caseSketches.map(({ id }) => added(id, `file-${id}`)),
    added('green', 'file-gone'),
    { type: 'attachment.removed', caseId: 'green', attachmentId: 'file-gone' },
  ]
  const files = [...caseSketches.map(({ id }) => `file-${id}`), 'file-gone']
  const content = Object.fromEntries(files.map((id) => [id, { text: `Sentencia ${id}.pdf` }]))
  const write = (doc: Parameters<typeof setNotApplicable>[0]) => setNotApplicable(doc, 'sources', true)
  return { ...meetingInput({ events, content, write }, asked), ...asked }
}

async function textOf(format: ExportFormatName, input: ReportInput): Promise<string> {
  const file = await exportFormats[format].render(buildReport(input), input)
  return format === 'docx' ? unzipped(file).everything : strFromU8(file)
}

describe.each(formats)('in %s', (format) => {
  test('files of released cases stand by name; those of withheld cases and those taken back are nowhere', async () => {
    for (const language of languages) {
      const text = await textOf(format, inputWith({ language }))
      for (const id of ['green', 'clear']) expect(text).toContain(`Sentencia file-${id}.pdf`)
      for (const id of ['amber', 'red', 'doubt', 'gone']) expect(text).not.toContain(`file-${id}`)
    }
  })

  test('nobody is named for having added one, where names are hidden', async () => {
    for (const attribution of attributions.filter((one) => one !== 'name')) {
      const text = await textOf(format, inputWith({ attribution }))
      for (const name of names.filter((one) => !one.startsWith('Fiscalía'))) expect(text).not.toContain(name)
    }
  })
})

test('a file counts in a section that somebody put aside', () => {
  const part = buildReport(inputWith()).parts.find(({ id }) => id === 'cases')
  const words = JSON.stringify(part)
  expect(words).toContain('Archivos adjuntos:')
  expect(words.indexOf('Archivos adjuntos:')).toBeGreaterThan(words.indexOf('Fuentes y anexos'))
  expect(words).not.toContain('No aplica a este caso.')
})

test('the data says what each file is', () => {
  const input = inputWith()
  const data = reportData.parse(reportDataOf(buildReport(input), input))
  expect(data.cases?.map(({ attachments }) => attachments)).toEqual([
    [{ name: 'Sentencia file-green.pdf', mediaType: 'application/pdf', bytes: 20_480 }],
    [{ name: 'Sentencia file-clear.pdf', mediaType: 'application/pdf', bytes: 20_480 }],
  ])
})
