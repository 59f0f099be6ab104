/**
 * kill -9 of the server in the middle of a hall's writing, again and again, with the ledger of what was confirmed kept
 * outside of it. After each restart a reader who has seen nothing before finds every confirmed word and every accepted
 * message, once; only then the writers come back with what they still hold. The suite runs a few rounds of it
 * (kill.test.ts), `npm run torture` hundreds.
 */
import { create, uint32 } from 'lib0/prng'
import { admit, call, command, createMeeting } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { startServer } from '../support/server.ts'
import { until } from '../support/until.ts'
import { Writer, wordsIn } from './Writer.ts'

const writerCount = 20
const caseCount = 3
/** A round is killed after so many confirmed words: from the first commit to well into everybody's writing. */
const killAfter = { least: 1, most: 150 }

export interface Ledger {
  /** Confirmed words, by document. */
  words: Map<string, Set<string>>
  messages: Set<string>
}

/** Each open document listens for the end of this process, and so does each server. */
process.setMaxListeners(2 * writerCount)

type Server = Awaited<ReturnType<typeof startServer>>

/** Kills and reckons; throws at the first word that is lost or doubled. Gives what had been confirmed in the end. */
export async function killAndReckon({ rounds, seed }: { rounds: number; seed: number }): Promise<Ledger> {
  const chance = create(seed)
  let server = await startServer()
  const { dataDir, dispose } = server
  try {
    const hall = await gather(server)
    for (let round = 1; round <= rounds; round++) {
      await killInTheMiddle(server, hall, uint32(chance, killAfter.least, killAfter.most))
      server = await startServer({ dataDir })
      await reckon(server, hall).catch((error: Error) => {
        throw new Error(`round ${round} of seed ${seed}: ${error.message}`)
      })
    }
    await Promise.all(hall.writers.map((writer) => writer.settle(server)))
    for (const writer of hall.writers) {
      for (const word of writer.typed()) hall.ledger.words.get(writer.document)?.add(word)
    }
    await reckon(server, hall)
    return hall.ledger
  } finally {
    await server.kill9()
    await dispose()
  }
}

interface Hall {
  meetingId: string
  plenaryId: string
  organizerToken: string
  writers: Writer[]
  ledger: Ledger
  /** Counts over all rounds, so that each message is another. */
  posted: number
}

async function gather(server: Server): Promise<Hall> {
  const { meeting, organizerToken } = await createMeeting(server)
  await command(server, organizerToken, meeting.id, { type: 'meeting.open' })
  const documents = meeting.boards.map(({ boardId }) => `board/${boardId}`)
  for (let count = 1; count <= caseCount; count++) {
    const events = await command(server, organizerToken, meeting.id, { type: 'case.create', title: `Caso ${count}` })
    for (const event of events) if (event.type === 'case.created') documents.push(`case/${event.caseId}`)
  }
  const writers = await Promise.all(
    Array.from({ length: writerCount }, async (_, index) => {
      const { token } = await admit(server, organizerToken, meeting.id, {
        role: 'participant',
        name: `Persona ${index}`,
      })
      return new Writer(`w${index}`, documents[index % documents.length] ?? '', token)
    }),
  )
  const words = new Map(documents.map((document) => [document, new Set<string>()]))
  const ledger = { words, messages: new Set<string>() }
  return { meetingId: meeting.id, plenaryId: meeting.plenaryId, organizerToken, writers, ledger, posted: 0 }
}

async function killInTheMiddle(server: Server, hall: Hall, words: number): Promise<void> {
  let confirmed = 0
  let running = true
  let leave: () => void = () => undefined
  const gone = new Promise<void>((resolve) => {
    leave = resolve
  })
  const writing = hall.writers.map((writer) =>
    writer.write(server, gone, (word) => {
      confirmed += 1
      hall.ledger.words.get(writer.document)?.add(word)
    }),
  )
  const posting = (async () => {
    while (running) {
      const text = `mensaje ${hall.posted++}`
      const body = { type: 'message.post', text }
      const path = `/api/meetings/${hall.meetingId}/commands`
      const answer = await call(server, 'POST', path, { token: hall.organizerToken, body }).catch(() => null)
      if (answer?.status === 200) hall.ledger.messages.add(text)
    }
  })()
  await until(() => confirmed >= words, `${words} words are confirmed`)
  running = false
  leave()
  await server.kill9()
  await Promise.all([...writing, posting])
}

async function reckon(server: Server, hall: Hall): Promise<void> {
  for (const [document, confirmed] of hall.ledger.words) {
    compare(document, confirmed, await wordsOf(server, document, hall.organizerToken))
  }
  compare('the discussion', hall.ledger.messages, await messagesOf(server, hall))
}

function compare(place: string, confirmed: ReadonlySet<string>, found: string[]): void {
  const once = new Set(found)
  const lost = [...confirmed].filter((word) => !once.has(word))
  if (lost.length > 0)
    throw new Error(`${place} lost ${lost.length} of ${confirmed.size}: ${lost.slice(0, 5).join(', ')}`)
  if (once.size === found.length) return
  const doubled = found.filter((word, index) => found.indexOf(word) !== index)
  throw new Error(`${place} holds twice: ${doubled.slice(0, 5).join(', ')}`)
}

async function wordsOf(server: Server, document: string, token: string): Promise<string[]> {
  const reader = openDocument(server, document, { token })
  try {
    await reader.synced()
    return wordsIn(reader.doc).toArray()
  } finally {
    reader.destroy()
  }
}

async function messagesOf(server: Server, { meetingId, plenaryId, organizerToken }: Hall): Promise<string[]> {
  const texts: string[] = []
  let before = ''
  for (;;) {
    const path = `/api/meetings/${meetingId}/streams/room/${plenaryId}/messages${before}`
    const { body } = await call(server, 'GET', path, { token: organizerToken })
    const page = body as { messages: { text: string; seq: number }[]; more: boolean }
    texts.unshift(...page.messages.map(({ text }) => text))
    if (!page.more) return texts
    before = `?before=${page.messages[0]?.seq}`
  }
}
