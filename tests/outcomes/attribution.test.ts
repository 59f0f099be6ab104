/** Under which attribution whom a report names: read in the bytes of every format. */
import { strFromU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { type ExportFormatName, exportFormats } from '../../server/outcomes/exports.ts'
import { previewOf } from '../../server/outcomes/preview.ts'
import { allowedAttributions } from '../../server/outcomes/release.ts'
import { buildReport } from '../../server/outcomes/report.ts'
import type { DayAttended, ReportInput } from '../../server/outcomes/reportInput.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { reportData } from '../../shared/contracts/report.ts'
import { type Attribution, attributions, languages } from '../../shared/contracts/terms.ts'
import { setValue } from '../../shared/documents/caseValues.ts'
import { meetingInput } from './meetingInput.ts'
import { names, withheldWords } from './sketches.ts'
import { unzipped } from './unzipped.ts'

const people = names.filter((name) => !name.startsWith('Fiscalía'))
const formats = Object.keys(exportFormats) as ExportFormatName[]

/** Every place where somebody could be named has a name in it. */
function inputWith(attribution: Attribution, more: Partial<ReportInput> = {}): ReportInput {
  const input = meetingInput(
    {
      events: [
        { type: 'case.presenterSet', caseId: 'clear', presenterId: 'alice' },
        { type: 'case.cleared', caseId: 'green', clearance: 'anonymized', clearedById: 'office' },
        { type: 'meeting.recordSet', record: { activityTypes: [], focusOfActivity: [], contactId: 'contact' } },
      ],
      content: { office: { text: 'Roberto Ñandubay' }, contact: { text: 'Carolina Tamarindo' } },
      write: (doc) => setValue(doc, { section: 'identification', field: 'presentedBy' }, 'ag-prosecution'),
    },
    { attribution },
  )
  return { ...input, ...more }
}

/** All bytes of a file as text, opened where it is packed. */
async function bytesOf(format: ExportFormatName, input: ReportInput): Promise<string> {
  const file = await exportFormats[format].render(buildReport(input), input)
  return format === 'docx' ? unzipped(file).everything : strFromU8(file)
}

describe.each(formats)('in %s', (format) => {
  test('nobody and no delegation is named under the Chatham House Rule', async () => {
    for (const language of languages) {
      const text = await bytesOf(format, inputWith('none', { language }))
      for (const word of [...names, ...withheldWords]) expect(text).not.toContain(word)
      expect(text).not.toContain('ag-prosecution')
    }
  })

  test('delegations are counted and nobody is named where only those may be seen', async () => {
    const text = await bytesOf(format, inputWith('delegation'))
    for (const word of [...people, ...withheldWords]) expect(text).not.toContain(word)
    expect(text).toContain('Fiscalía de Prueba')
  })

  test('people are named where names may be seen', async () => {
    const text = await bytesOf(format, inputWith('name'))
    for (const name of names) expect(text).toContain(name)
    for (const word of withheldWords) expect(text).not.toContain(word)
  })
})

test('who presents a case is named where both the case and the report are attributed', () => {
  const casesOf = (attribution: Attribution) => {
    const part = buildReport(inputWith(attribution)).parts.find(({ id }) => id === 'cases')
    return JSON.stringify(part)
  }
  expect(casesOf('name')).toContain('Alicia Quebracho (Fiscalía de Prueba, Panamá)')
  // The other case is anonymized: neither its owner nor who cleared it is said.
  expect(casesOf('name')).not.toContain('Roberto Ñandubay')
  expect(casesOf('delegation')).not.toContain('Alicia Quebracho')
})

test('the list of participants is sorted by country and name, or counts delegations', () => {
  const rowsOf = (attribution: Attribution) => {
    const part = buildReport(inputWith(attribution)).parts.find(({ id }) => id === 'annex-participants')
    return part?.blocks.flatMap((block) =>
      block.kind === 'table' ? block.rows.map((row) => row.map((runs) => runs[0]?.text)) : [],
    )
  }
  expect(rowsOf('name')).toEqual([
    ['Roberto Ñandubay', 'Costa Rica', 'Fiscalía de Prueba'],
    ['Alicia Quebracho', 'Panamá', 'Fiscalía de Prueba'],
    ['Carolina Tamarindo', 'Panamá', 'Fiscalía de Prueba'],
  ])
  expect(rowsOf('delegation')).toEqual([
    ['Costa Rica', 'Fiscalía de Prueba', '1'],
    ['Panamá', 'Fiscalía de Prueba', '2'],
  ])
  expect(rowsOf('none')).toEqual([])
})

test('a list that may not be given is not missing: its place says so', () => {
  for (const language of languages) {
    const { parts } = buildReport(inputWith('none', { language }))
    const [block, ...others] = parts.find(({ id }) => id === 'annex-participants')?.blocks ?? []
    expect(others).toEqual([])
    expect(block).toMatchObject({ kind: 'paragraph', runs: [{ text: expect.stringMatching(/\.$/) }] })
  }
})

describe('attendance', () => {
  /** Two came on the first day, one on the second; somebody prepared the meeting, and somebody else was removed. */
  const attendance = [
    { day: '2021-12-12', participantIds: ['alice'] },
    { day: '2021-12-13', participantIds: ['alice', 'bob', 'removed'] },
    { day: '2021-12-14', participantIds: ['alice'] },
  ].map(({ day, participantIds }): DayAttended => ({ day, participantIds: participantIds as ParticipantId[] }))
  const tableIn = (attribution: Attribution, partId: string) => {
    const part = buildReport(inputWith(attribution, { attendance })).parts.find(({ id }) => id === partId)
    const table = part?.blocks.find((block) => block.kind === 'table')
    return table?.kind === 'table'
      ? [table.columns.map(({ title }) => title), ...table.rows.map((row) => row.map((runs) => runs[0]?.text))]
      : undefined
  }

  test('is counted by day, whoever may be named', () => {
    for (const attribution of attributions) {
      expect(tableIn(attribution, 'organization')).toEqual([
        ['Día', 'Personas'],
        ['Lunes, 13 de diciembre de 2021', '2'],
        ['Martes, 14 de diciembre de 2021', '1'],
      ])
    }
  })

  test('says who was there on which day where names may be seen, and nowhere else', () => {
    expect(tableIn('name', 'annex-participants')).toEqual([
      ['Nombre', 'País', 'Institución', '13 dic', '14 dic'],
      ['Roberto Ñandubay', 'Costa Rica', 'Fiscalía de Prueba', 'Sí', '—'],
      ['Alicia Quebracho', 'Panamá', 'Fiscalía de Prueba', 'Sí', 'Sí'],
      ['Carolina Tamarindo', 'Panamá', 'Fiscalía de Prueba', '—', '—'],
    ])
    expect(tableIn('delegation', 'annex-participants')?.[0]).toEqual(['País', 'Institución', 'Personas'])
  })

  test('stands in the data as numbers', async () => {
    const data = reportData.parse(JSON.parse(await bytesOf('json', inputWith('none', { attendance }))))
    expect(data.counts.attendance).toEqual([
      { day: '2021-12-13', persons: 2 },
      { day: '2021-12-14', persons: 1 },
    ])
  })
})

test('a report may be as open as the policies, and names nobody before they are set', () => {
  const allowed = (attribution: Attribution | null) =>
    allowedAttributions({
      policies: attribution && { attribution, defaultMarking: 'TLP:AMBER', unLevel: 'unclassified' },
    })
  expect(allowed(null)).toEqual(['none'])
  expect(allowed('none')).toEqual(['none'])
  expect(allowed('delegation')).toEqual(['delegation', 'none'])
  expect(allowed('name')).toEqual(['name', 'delegation', 'none'])
})

describe('the preview', () => {
  test('says of parts, mark and omissions what the file says', async () => {
    for (const include of [undefined, ['cover', 'obstacles', 'annex-agenda']]) {
      const input = inputWith('delegation', include ? { include } : {})
      const preview = previewOf(input)
      const data = reportData.parse(JSON.parse(await bytesOf('json', input)))
      expect(preview.parts.filter(({ isIncluded }) => isIncluded).map(({ id }) => id)).toEqual(data.parts)
      expect(preview).toMatchObject({ marking: data.marking, attribution: data.attribution, unLevel: data.unLevel })
      expect(preview.counts).toMatchObject({ people: data.counts.people, casesIncluded: data.counts.casesIncluded })
      expect(data.omitted.reduce((sum, { count }) => sum + count, 0)).toBe(preview.omitted.length)
    }
  })

  test('names what is left out by its title', () => {
    expect(previewOf(inputWith('none')).omitted).toContainEqual({
      kind: 'case',
      reason: 'marking',
      title: 'Operación Roja',
    })
  })

  test('offers the parts that were not chosen, too', () => {
    const parts = previewOf(inputWith('none', { include: ['cases'] })).parts
    expect(parts.find(({ id }) => id === 'cases')?.isIncluded).toBe(true)
    expect(parts.find(({ id }) => id === 'obstacles')?.isIncluded).toBe(false)
  })
})
