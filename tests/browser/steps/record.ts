/** What the server has, asked by a script: the oracle that journeys compare the screens with. */
import type * as Y from 'yjs'
import { type MessagesPage, messagesPage } from '../../../shared/contracts/http.ts'
import { type Card, readCards } from '../../../shared/documents/boardDocument.ts'
import { type CaseValue, readCase } from '../../../shared/documents/caseDocument.ts'
import type { Block } from '../../../shared/documents/richText.ts'
import { call, type Target } from '../../support/api.ts'
import { openDocument } from '../../support/document.ts'

export interface Reader extends Target {
  token: string
  meetingId: string
}

export function storedCards(reader: Reader, boardId: string): Promise<Pick<Card, 'column' | 'title' | 'category'>[]> {
  return readStored(reader, `board/${boardId}`, (doc) =>
    readCards(doc).map(({ column, title, category }) => ({ column, title, category })),
  )
}

/** What a case says by section: paragraphs of its text, ids of its chips, its lines, its values and rows as JSON. */
export function storedCase(reader: Reader, caseId: string): Promise<Record<string, string[]>> {
  return readStored(reader, `case/${caseId}`, (doc) =>
    Object.fromEntries(readCase(doc).map(({ section, values }) => [section.id, values.flatMap(wordsOf)])),
  )
}

function wordsOf(value: CaseValue): string[] {
  switch (value.kind) {
    case 'text':
      return [value.text]
    case 'tags':
      return value.ids
    case 'richText':
      return value.blocks.flatMap(linesOf)
    case 'value':
      return [JSON.stringify(value.value)]
    case 'rows':
      return value.rows.map(({ cells }) => JSON.stringify(cells))
  }
}

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'list':
      return block.items.flat().flatMap(linesOf)
    case 'table':
      return block.rows.flat().flatMap(({ blocks }) => blocks.flatMap(linesOf))
    default:
      return [block.runs.map(({ text }) => text).join('')]
  }
}

/** All that was said in a room, oldest first, as `author: text`. */
export async function storedMessages(reader: Reader, roomId: string): Promise<string[]> {
  const said: string[] = []
  for (let before: number | undefined, more = true; more; ) {
    const page = await messagesBefore(reader, roomId, before)
    said.unshift(...page.messages.map(({ authorId, text }) => `${page.people[authorId]?.name}: ${text}`))
    before = page.messages[0]?.seq
    more = page.more
  }
  return said
}

/** The report as the server gives it to a script. */
export async function storedReport(reader: Reader, format: string, language: string): Promise<string> {
  const path = `/api/meetings/${reader.meetingId}/exports/${format}?language=${language}`
  return String((await call(reader, 'GET', path, { token: reader.token })).body)
}

async function messagesBefore(reader: Reader, roomId: string, before: number | undefined): Promise<MessagesPage> {
  const query = before === undefined ? '' : `?before=${before}`
  const path = `/api/meetings/${reader.meetingId}/streams/room/${roomId}/messages${query}`
  const { body } = await call(reader, 'GET', path, { token: reader.token })
  return messagesPage.parse(body)
}

async function readStored<T>(reader: Reader, name: string, read: (doc: Y.Doc) => T): Promise<T> {
  const document = openDocument(reader, name, { token: reader.token })
  try {
    await document.synced()
    return read(document.doc)
  } finally {
    document.destroy()
  }
}
