/**
 * A small meeting to report on, folded from its events and with documents written as the product writes them: alice
 * (organizer), bob and carol bring one case for each way in which a case is released or withheld.
 */

import type * as Y from 'yjs'
import { readBoard } from '../../server/outcomes/collectReport.ts'
import type { ReportInput } from '../../server/outcomes/reportInput.ts'
import { attributed } from '../../server/proceedings/present.ts'
import { type ContentText, type Joined, meetingEvent } from '../../shared/contracts/events.ts'
import { readCase } from '../../shared/documents/caseDocument.ts'
import { evolveMeeting } from '../../shared/proceedings/evolve.ts'
import { initialState } from '../../shared/proceedings/state.ts'
import { boardDoc, caseDoc, type WriteMore } from './documents.ts'
import { type CardSketch, type CaseSketch, cardSketches, caseSketches } from './sketches.ts'

const everybody = {
  alice: { name: 'Alicia Quebracho', country: 'PA', agency: 'Fiscalía de Prueba' },
  bob: { name: 'Roberto Ñandubay', country: 'CR', agency: 'Fiscalía de Prueba' },
  carol: { name: 'Carolina Tamarindo', country: 'PA', agency: 'Fiscalía de Prueba' },
}

/** When everything happened. */
const clearedAt = Date.UTC(2021, 11, 10, 15)

interface Sketch {
  cases?: CaseSketch[]
  cards?: CardSketch[]
  /** More events, appended. */
  events?: unknown[]
  content?: Joined['content']
  /** Writes what else a case should say. */
  write?: WriteMore
  /** Writes what else the cards should say. */
  writeCards?: (board: Y.Doc) => void
}

export function meetingInput(
  { cases = caseSketches, cards = cardSketches, events = [], content = {}, write, writeCards }: Sketch = {},
  asked: Partial<Pick<ReportInput, 'language' | 'include' | 'generatedAt' | 'attribution'>> = {},
): ReportInput {
  const texts = new Map<string, ContentText>()
  const text = (contentId: string, text: string) => {
    texts.set(contentId, { text })
    return contentId
  }
  const all: unknown[] = [
    {
      type: 'meeting.created',
      meetingId: 'm',
      template: 'case-digest',
      languages: ['es', 'fr'],
      timezone: 'America/Panama',
      startsOn: '2021-12-13',
      endsOn: '2021-12-14',
      titleId: text('title', 'Reunión regional contra el tráfico de armas'),
      placeId: text('place', 'Ciudad de Panamá'),
    },
    { type: 'room.created', roomId: 'r', kind: 'plenary' },
    { type: 'participant.joined', participantId: 'alice', role: 'organizer' },
    { type: 'participant.joined', participantId: 'bob', role: 'participant' },
    { type: 'participant.joined', participantId: 'carol', role: 'rapporteur' },
    ...cases.flatMap(({ id, title, owner, marking, clearance }) => [
      { type: 'case.created', caseId: id, roomId: 'r', titleId: text(`case-${id}`, title), ownerId: owner, marking },
      { type: 'case.cleared', caseId: id, clearance },
    ]),
    {
      type: 'board.created',
      boardId: 'b',
      roomId: 'r',
      titleId: text('board', 'Tablero'),
      columns: ['goodPractice', 'obstacle', 'recommendation'],
    },
    {
      type: 'agenda.set',
      items: [
        {
          itemId: 'a1',
          kind: 'session',
          titleId: text('agenda-1', 'Apertura'),
          startsAt: '2021-12-13T08:30',
          durationMinutes: 30,
        },
        ...cases.map(({ id, title }) => ({
          itemId: `a-${id}`,
          kind: 'case',
          caseId: id,
          titleId: text(`agenda-${id}`, `Presentación: ${title}`),
          startsAt: '2021-12-14T09:00',
          durationMinutes: 45,
        })),
      ],
    },
    { type: 'meeting.closed' },
    ...events,
  ]
  const parsed = all.map((event) => meetingEvent.parse(event))
  return {
    meeting: parsed.reduce(
      (state, event) => evolveMeeting(state, event, { seq: 1, at: clearedAt }),
      initialState.meeting,
    ),
    content: { ...Object.fromEntries(texts), ...content },
    people: Object.fromEntries(
      Object.entries(everybody).map(([id, card]) => [id, attributed(card, asked.attribution ?? 'none')]),
    ),
    countryCount: 2,
    attendance: [],
    cases: Object.fromEntries(cases.map((sketch) => [sketch.id, readCase(caseDoc(sketch, write))])),
    boards: Object.fromEntries([['b', readBoard(boardDoc(cards, writeCards))]]),
    language: 'es',
    attribution: 'none',
    generatedAt: Date.UTC(2021, 11, 14, 22, 40),
    ...asked,
  }
}
