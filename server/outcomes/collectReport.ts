/** Gathers what a report is made from: the meeting as it is now, and only those documents that may be in it. */
import type * as Y from 'yjs'
import type { Joined } from '../../shared/contracts/events.ts'
import type { BoardId, CaseId, DocumentName } from '../../shared/contracts/ids.ts'
import type { Attribution, Language } from '../../shared/contracts/terms.ts'
import { readCards } from '../../shared/documents/boardDocument.ts'
import { readCardFields } from '../../shared/documents/cardValues.ts'
import { readCase } from '../../shared/documents/caseDocument.ts'
import type { MeetingState } from '../../shared/proceedings/state.ts'
import { releasedCases } from './release.ts'
import type { CardContent, DayAttended, ReportInput } from './reportInput.ts'

export interface ReportSource {
  meeting: MeetingState
  content: Joined['content']
  /** As the attribution asked for lets them be seen. */
  people: Joined['people']
  countryCount: number
  attendance: readonly DayAttended[]
  /** A copy of a document as it is now, which the caller owns; null when what is stored of it is damaged. */
  readDocument(document: DocumentName): Promise<Y.Doc | null>
}

export interface ReportRequest {
  language: Language
  attribution: Attribution
  include?: readonly string[]
  /** Now, in ms since the epoch. */
  generatedAt: number
}

export async function collectReport(source: ReportSource, request: ReportRequest): Promise<ReportInput> {
  const { meeting, content, people, countryCount, attendance } = source
  const boardIds = Object.keys(meeting.boards) as BoardId[]
  const damaged = new Set<DocumentName>()
  const read = async <T>(name: DocumentName, parse: (doc: Y.Doc) => T, none: T): Promise<T> => {
    const doc = await source.readDocument(name)
    if (doc) return parsed(doc, parse)
    damaged.add(name)
    return none
  }
  return {
    content,
    people,
    countryCount,
    attendance,
    cases: await readEach(releasedCases(meeting), (caseId) => read(`case/${caseId}`, readCase, [])),
    boards: await readEach(boardIds, (boardId) => read(`board/${boardId}`, readBoard, [])),
    meeting: { ...meeting, damaged },
    ...request,
  }
}

/** The cards of a board in order, each with all that it says. */
export function readBoard(doc: Y.Doc): CardContent[] {
  return readCards(doc).map((card) => ({ ...card, values: readCardFields(doc, card.id) }))
}

async function readEach<Id extends CaseId | BoardId, T>(ids: Id[], readOne: (id: Id) => Promise<T>) {
  const entries: [Id, T][] = []
  for (const id of ids) entries.push([id, await readOne(id)])
  return Object.fromEntries(entries) as Record<Id, T>
}

function parsed<T>(doc: Y.Doc, parse: (doc: Y.Doc) => T): T {
  try {
    return parse(doc)
  } finally {
    doc.destroy()
  }
}
