import { describe, expect, test } from 'vitest'
import { buildReport, reportPartIds } from '../../server/outcomes/report.ts'
import type { Report, ReportBlock, ReportPart } from '../../server/outcomes/reportTree.ts'
import { languages } from '../../shared/contracts/terms.ts'
import { reportOutline } from '../../shared/vocabulary/vocabulary.ts'
import { writeNode } from './documents.ts'
import { meetingInput } from './meetingInput.ts'
import { caseSketches, names, withheldWords } from './sketches.ts'

const part = (report: Report, id: string): ReportPart => {
  const found = report.parts.find((candidate) => candidate.id === id)
  if (!found) throw new Error(`the report has no part ${id}`)
  return found
}

/** A block in one line, to compare whole parts at a glance. */
function outlineOf(blocks: ReportBlock[]): string[] {
  return blocks.map((block) => {
    const textOf = (runs: { text: string }[]) => runs.map((run) => run.text).join('')
    switch (block.kind) {
      case 'heading':
        return `${'#'.repeat(block.level)} ${textOf(block.runs)}`
      case 'definitions':
        return block.rows.map((row) => `${row.term}: ${textOf(row.runs)}`).join(' | ')
      case 'table':
        return [block.columns.map((column) => column.title), ...block.rows.map((row) => row.map(textOf))]
          .map((cells) => cells.join(' / '))
          .join('\n')
      case 'list':
        return block.items.map((item) => outlineOf(item).join(' ')).join(' * ')
      default:
        return textOf(block.runs)
    }
  })
}

describe('the parts', () => {
  test('come in the order of the outline, with its titles in the language asked for', () => {
    for (const language of languages) {
      const report = buildReport(meetingInput({}, { language }))
      const ids = report.parts.map(({ id }) => id)
      expect(ids).toEqual([
        'cover',
        'organization',
        'cases',
        'good-practices',
        'obstacles',
        'lessons',
        'recommendations',
        'annex-agenda',
        'annex-participants',
      ])
      expect(ids).toEqual(reportPartIds.filter((id) => ids.includes(id)))
      const titles = report.parts.map(({ id, title }) => [id, title])
      expect(titles).toEqual(ids.map((id) => [id, reportOutline.find((known) => known.id === id)?.title[language]]))
    }
  })

  test('without a source are absent, not empty', () => {
    const report = buildReport(meetingInput({ cases: [], cards: [] }))
    expect(report.parts.map(({ id }) => id)).toEqual(['cover', 'organization', 'annex-agenda', 'annex-participants'])
  })

  test('can be chosen', () => {
    const report = buildReport(meetingInput({}, { include: ['obstacles', 'cover', 'no such part'] }))
    expect(report.parts.map(({ id }) => id)).toEqual(['cover', 'obstacles'])
  })
})

describe('the record', () => {
  test('says when, where and in which languages, and counts people without naming them', () => {
    const report = buildReport(meetingInput({}, { include: ['organization'] }))
    expect(outlineOf(part(report, 'organization').blocks)).toEqual([
      'Fechas: 13–14 de diciembre de 2021 | Lugar: Ciudad de Panamá | Zona horaria: America/Panama (GMT-5) | Idiomas de trabajo: español y francés',
      '## Asistencia',
      'Participaron 3 personas de 2 países.',
      '## Programa y metodología',
      'Hora / Tema\n08:30–09:00 / Apertura',
      [
        'Hora / Tema',
        '09:00–09:45 / Presentación: Operación Colibrí: desvío de un arsenal',
        '09:00–09:45 / Presentación: Opération Héron',
        '09:00–09:45 / Caso (título reservado)',
        '09:00–09:45 / Caso (título reservado)',
        '09:00–09:45 / Caso (título reservado)',
      ].join('\n'),
    ])
  })

  test('leaves the agenda to its annex where there is one', () => {
    const report = buildReport(meetingInput())
    expect(outlineOf(part(report, 'organization').blocks).at(-1)).toBe(
      'El programa tuvo 6 puntos en 2 días. Figura en el anexo.',
    )
    expect(outlineOf(part(report, 'annex-agenda').blocks)[0]).toBe('Hora / Tema\n08:30–09:00 / Apertura')
  })

  test('of a meeting that goes on says that it is provisional', () => {
    const coverOf = (events: unknown[]) => outlineOf(part(buildReport(meetingInput({ events })), 'cover').blocks)
    expect(coverOf([]).join(' ')).not.toContain('provisional')
    expect(coverOf([{ type: 'meeting.opened' }]).join(' ')).toContain('Versión provisional')
    expect(coverOf([])).toContain('Generado el 14 de diciembre de 2021 a las 17:40.')
  })
})

describe('the cases', () => {
  test('are those that may leave, with the sections of the template in its order', () => {
    const report = buildReport(meetingInput({}, { language: 'fr' }))
    expect(outlineOf(part(report, 'cases').blocks)).toEqual([
      "Ce rapport comprend 2 affaires. 3 affaires n'y figurent pas\u00a0: leur utilisation n'est pas autorisée ou leur marquage ne le permet pas.",
      '## Affaire 1\u00a0: Operación Colibrí: desvío de un arsenal',
      'Marquage: TLP:GREEN',
      '### Identification',
      "Nom de code de l'affaire: Operación Colibrí: desvío de un arsenal | États concernés (origine, transit, destination): État A (anonymisé)",
      '### Mots-clés et classification',
      "Mode opératoire: Détournement de stocks de l'État (police, armée)",
      '### Résumé des faits',
      'Se recuperó una pistola con el número limado.',
      '### Enseignements : ce que nous ferions autrement',
      'Lección de Operación Colibrí: desvío de un arsenal.',
      '### Autorisation de publication',
      'Anonymisation vérifiée: Non | Utilisation dans le rapport: Oui, sans noms | Utilisation dans le recueil: Non | Date: 10 décembre 2021',
      '## Affaire 2\u00a0: Opération Héron',
      'Marquage: TLP:CLEAR',
      '### Identification',
      "Nom de code de l'affaire: Opération Héron | États concernés (origine, transit, destination): État A (anonymisé)",
      '### Mots-clés et classification',
      "Mode opératoire: Détournement de stocks de l'État (police, armée)",
      '### Résumé des faits',
      'Une arme a été retrouvée.',
      '### Enseignements : ce que nous ferions autrement',
      'Lección de Opération Héron.',
      '### Autorisation de publication',
      'Anonymisation vérifiée: Non | Utilisation dans le rapport: Oui, avec attribution | Utilisation dans le recueil: Non | Date: 10 décembre 2021',
    ])
  })

  test('that are all withheld are counted, and nothing of them is read', () => {
    const cases = caseSketches.filter(({ id }) => id === 'red')
    const input = { ...meetingInput({ cases }), cases: {} }
    expect(outlineOf(part(buildReport(input), 'cases').blocks)).toEqual([
      'No se incluye 1 caso, porque su uso no está autorizado o su marca no lo permite.',
    ])
  })

  test('that were not loaded stop the report: they must not look empty', () => {
    expect(() => buildReport({ ...meetingInput(), cases: {} })).toThrow('the content of case green')
    expect(() => buildReport({ ...meetingInput(), boards: {} })).toThrow('the cards of board b')
  })

  test('keep their authors’ headings, below the section’s own and without a gap', () => {
    const report = buildReport(
      meetingInput({
        cases: caseSketches.slice(0, 1),
        write: (doc) => {
          writeNode(doc, 'investigation', 'heading', 'Inicio')
          writeNode(doc, 'investigation', 'paragraph', 'Pista', { bold: true, link: { href: 'javascript:alert(1)' } })
          writeNode(doc, 'investigation', 'paragraph', 'Fuente', { link: { href: 'https://example.org/a b' } })
        },
      }),
    )
    const { blocks } = part(report, 'cases')
    expect(blocks).toContainEqual({ kind: 'heading', level: 4, runs: [{ text: 'Inicio' }] })
    expect(blocks).toContainEqual({ kind: 'paragraph', runs: [{ text: 'Pista', bold: true }] })
    expect(blocks).toContainEqual({
      kind: 'paragraph',
      runs: [{ text: 'Fuente', link: 'https://example.org/a%20b' }],
    })
  })

  test('give their lessons side by side as well', () => {
    expect(outlineOf(part(buildReport(meetingInput()), 'lessons').blocks)).toEqual([
      '## Caso 1: Operación Colibrí: desvío de un arsenal',
      'Lección de Operación Colibrí: desvío de un arsenal.',
      '## Caso 2: Opération Héron',
      'Lección de Opération Héron.',
    ])
  })
})

describe('the cards', () => {
  test('are counted, by category in the order of the vocabulary, and numbered in the order of the board', () => {
    expect(outlineOf(part(buildReport(meetingInput()), 'good-practices').blocks)).toEqual([
      '4 buenas prácticas en 2 categorías.',
      [
        'Categoría / Cantidad',
        'Rastreo sistemático / 2',
        'Arsenales, marcación y registros / 1',
        'Sin categoría / 1',
      ].join('\n'),
      [
        'N.º / Buena práctica / Categoría / Marca',
        '1 / Rastrear toda arma recuperada / Rastreo sistemático / TLP:GREEN',
        '2 / Auditar con un equipo ajeno / Arsenales, marcación y registros / TLP:GREEN',
        '3 / Restaurar números antes de disparar / Rastreo sistemático / TLP:GREEN',
        '4 / Pesar lo que se destruye / Sin categoría / TLP:GREEN',
      ].join('\n'),
    ])
  })

  test('of a kind without categories have none', () => {
    expect(outlineOf(part(buildReport(meetingInput()), 'recommendations').blocks)).toEqual([
      '1 recomendación.',
      'N.º / Recomendación / Marca\n1 / Adoptar un protocolo regional / TLP:GREEN',
    ])
  })

  test.each(['TLP:AMBER', 'TLP:AMBER+STRICT', 'TLP:RED'])('marked %s stay in the meeting, in every part', (marking) => {
    const events = [{ type: 'card.marked', boardId: 'b', cardId: 'card-0001', marking }]
    const report = buildReport(meetingInput({ events }))
    expect(JSON.stringify(report.parts)).not.toContain('Auditar con un equipo ajeno')
    expect(report.omitted).toContainEqual({ kind: 'card', boardId: 'b', cardId: 'card-0001', reason: 'marking' })
    expect(report.marking).toBe('TLP:GREEN')
  })

  test('marked more open than their board, or let out again, are in with the mark of the board', () => {
    const mark = (marking: string | null) => ({ type: 'card.marked', boardId: 'b', cardId: 'card-0001', marking })
    for (const events of [[mark('TLP:CLEAR')], [mark('TLP:RED'), mark(null)]]) {
      const [, , table] = outlineOf(part(buildReport(meetingInput({ events })), 'good-practices').blocks)
      expect(table).toContain('2 / Auditar con un equipo ajeno / Arsenales, marcación y registros / TLP:GREEN')
    }
  })

  test('without words are left out, and it is said', () => {
    const report = buildReport(meetingInput({ cases: [], cards: [{ column: 'obstacle', title: ' \n ' }] }))
    expect(report.parts.map(({ id }) => id)).toEqual(['cover', 'organization', 'annex-agenda', 'annex-participants'])
    expect(report.omitted).toEqual([
      { kind: 'card', boardId: 'b', cardId: 'card-0000', reason: 'empty' },
      { kind: 'people', reason: 'attribution' },
    ])
  })
})

describe('the mark', () => {
  const markOf = (ids: string[], cards: boolean) => {
    const cases = caseSketches.filter(({ id }) => ids.includes(id))
    return buildReport(meetingInput({ cases, ...(cards ? {} : { cards: [] }) })).marking
  }

  test('is the strictest of what is in the report', () => {
    expect(markOf(['clear', 'green'], false)).toBe('TLP:GREEN')
    expect(markOf(['clear', 'red', 'amber'], false)).toBe('TLP:CLEAR')
  })

  test('is at least TLP:GREEN as soon as there are cards', () => {
    expect(markOf(['clear'], true)).toBe('TLP:GREEN')
    expect(markOf([], true)).toBe('TLP:GREEN')
  })
})

test('what was left out is listed with the reason, once', () => {
  const agendaTitle = (itemId: string) => ({ kind: 'agendaTitle', itemId, reason: 'may-name-withheld-case' })
  const cards = [
    { column: 'obstacle' as const, title: 'Una' },
    { column: 'obstacle' as const, title: '' },
  ]
  expect(buildReport(meetingInput({ cards })).omitted).toEqual([
    { kind: 'case', caseId: 'amber', reason: 'marking' },
    { kind: 'case', caseId: 'red', reason: 'marking' },
    { kind: 'case', caseId: 'doubt', reason: 'not-cleared' },
    { kind: 'card', boardId: 'b', cardId: 'card-0001', reason: 'empty' },
    agendaTitle('a-amber'),
    agendaTitle('a-red'),
    agendaTitle('a-doubt'),
    { kind: 'people', reason: 'attribution' },
  ])
})

test('nobody is named and no word of a withheld case is in the report, in any language', () => {
  for (const language of languages) {
    const text = JSON.stringify(buildReport(meetingInput({}, { language })))
    for (const word of [...names, ...withheldWords]) expect(text).not.toContain(word)
  }
})

test('the same meeting gives the same report, and its input is not changed', () => {
  const input = meetingInput()
  const before = structuredClone(input)
  expect(buildReport(input)).toEqual(buildReport(structuredClone(input)))
  expect(input).toEqual(before)
})
