/**
 * kill -9 of the server under load, with the ledger of what was confirmed kept outside of it: whatever the server said
 * was saved, or accepted, is there afterwards, once.
 */
import { expect, onTestFinished, test } from 'vitest'
import { call, createMeeting } from '../support/api.ts'
import { openDocument } from '../support/document.ts'
import { startServer } from '../support/server.ts'
import { until } from '../support/until.ts'

const rounds = 3
const writers = 5
/** A round is killed when this many words were confirmed: somewhere in the middle of everybody's writing. */
const killAfter = 40

test('[PE2] no confirmed word and no accepted message is lost or doubled by kill -9', { timeout: 60_000 }, async () => {
  let server = await startServer()
  onTestFinished(() => server.dispose())
  const { meeting, organizerToken: token } = await createMeeting(server)
  const board = `board/${meeting.boards[0]?.boardId}`
  const path = `/api/meetings/${meeting.id}/commands`
  const words = new Set<string>()
  const messages = new Set<string>()

  for (let round = 1; round <= rounds; round++) {
    const killAt = words.size + killAfter
    let running = true
    const writing = Array.from({ length: writers }, async (_, writer) => {
      const document = openDocument(server, board, { token, confirm: true })
      await document.synced()
      for (let count = 0; running; count++) {
        const word = `r${round}w${writer}n${count}`
        document.doc.getArray<string>('words').push([word])
        const saved = await document.saved().then(
          () => true,
          () => false,
        )
        if (!saved || !running) break
        words.add(word)
      }
      document.destroy()
    })
    const posting = (async () => {
      for (let count = 0; running; count++) {
        const text = `r${round}m${count}`
        const answer = await call(server, 'POST', path, { token, body: { type: 'message.post', text } }).catch(
          () => null,
        )
        if (answer?.status === 200) messages.add(text)
      }
    })()
    await until(() => words.size >= killAt, `${killAfter} words are confirmed in round ${round}`)
    running = false
    await server.kill9()
    await Promise.all([...writing, posting])
    server = await startServer({ dataDir: server.dataDir })
  }

  const reader = openDocument(server, board, { token })
  onTestFinished(() => reader.destroy())
  await reader.synced()
  const stored = reader.doc.getArray<string>('words').toArray()
  expect([...words].filter((word) => !stored.includes(word))).toEqual([])
  expect(new Set(stored).size).toBe(stored.length)
  expect(await postedTexts()).toEqual(expect.arrayContaining([...messages]))
  expect(messages.size).toBeGreaterThan(rounds)

  async function postedTexts(): Promise<string[]> {
    const texts: string[] = []
    let before = ''
    for (;;) {
      const stream = `/api/meetings/${meeting.id}/streams/room/${meeting.plenaryId}/messages${before}`
      const { body } = await call(server, 'GET', stream, { token })
      const page = body as { messages: { text: string; seq: number }[]; more: boolean }
      texts.unshift(...page.messages.map((message) => message.text))
      if (!page.more) break
      before = `?before=${page.messages[0]?.seq}`
    }
    expect(new Set(texts).size).toBe(texts.length)
    return texts
  }
})
