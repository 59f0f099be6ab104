import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { AuthorsAnswer } from '../../shared/contracts/http.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { originsOfText } from '../../shared/documents/origins.ts'
import { AuthorLayer, askAgainMs, askEveryMs } from './AuthorLayer.ts'

const [alice, bob] = ['alice', 'bob'].map((id) => ({ participantId: id as ParticipantId, name: id })) as [
  AuthorsAnswer['authors'][number],
  AuthorsAnswer['authors'][number],
]

/** A layer in alice's window, whose questions the test answers and whose time it moves. */
function openLayer() {
  const doc = new Y.Doc()
  doc.clientID = 1
  const awareness = new Awareness(doc)
  const questions: { answer(answer: AuthorsAnswer): Promise<void>; fail(): Promise<void> }[] = []
  const timers = new Map<number, () => void>()
  const layer = new AuthorLayer(
    { doc, awareness },
    {
      ask: () =>
        new Promise((resolve, reject) => {
          const settled = async (settle: () => void) => {
            settle()
            // The layer hears of it in the microtasks that follow.
            for (let turn = 0; turn < 5; turn++) await Promise.resolve()
          }
          questions.push({
            answer: (answer) => settled(() => resolve(answer)),
            fail: () => settled(() => reject(new Error('no line'))),
          })
        }),
      me: alice,
      clock: {
        now: () => 0,
        after(delayMs, action) {
          timers.set(delayMs, action)
          return () => void timers.delete(delayMs)
        },
      },
    },
  )
  const pass = (delayMs: number) => {
    const action = timers.get(delayMs)
    timers.delete(delayMs)
    action?.()
  }
  return { doc, layer, questions, pass, awareness }
}

function types(doc: Y.Doc, clientId: number, words: string): void {
  const theirs = new Y.Doc()
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc))
  // After it knows what they wrote before: Yjs takes another id when its own comes in from elsewhere.
  theirs.clientID = clientId
  const text = theirs.getText('t')
  text.insert(text.length, words)
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(theirs))
}

function said({ doc, layer }: Pick<ReturnType<typeof openLayer>, 'doc' | 'layer'>): (string | null)[][] {
  return originsOfText(doc.getText('t')).flatMap((origin) =>
    [...layer.writtenBy(origin)].map(({ length, written }) => [
      '·'.repeat(length),
      written?.author.said.name ?? null,
      ...(written?.broughtBy ? [written.broughtBy.said.name ?? null] : []),
    ]),
  )
}

const stretch = (from: number, to: number, author: number, isOwn = true) => ({ from, to, author, isOwn })

test('what is written in this window is shown as one’s own at once', () => {
  const opened = openLayer()
  opened.doc.getText('t').insert(0, 'hola')
  expect(said(opened)).toEqual([['····', 'alice']])
  expect(opened.layer.getSnapshot().authors.map(({ said: { name } }) => name)).toEqual(['alice'])
})

test('words of a client that the answer does not know are asked for, not more often than every two seconds', async () => {
  const opened = openLayer()
  const { doc, questions, pass } = opened
  await questions[0]?.answer({ authors: [], clients: [] })
  types(doc, 7, 'uno')
  expect(questions).toHaveLength(1)
  expect(said(opened)).toEqual([['···', null]])
  pass(askEveryMs)
  expect(questions).toHaveLength(2)
  await questions[1]?.answer({ authors: [bob], clients: [{ clientId: 7, stretches: [stretch(0, 3, 0)] }] })
  expect(said(opened)).toEqual([['···', 'bob']])
  pass(askEveryMs)
  expect(questions).toHaveLength(2)
})

test('an id of which the server knows nothing is not asked for again and again', async () => {
  const { doc, questions, pass } = openLayer()
  types(doc, 7, 'uno')
  await questions[0]?.answer({ authors: [], clients: [] })
  pass(askEveryMs)
  expect(questions).toHaveLength(2)
  await questions[1]?.answer({ authors: [], clients: [] })
  pass(askEveryMs)
  expect(questions).toHaveLength(2)
  types(doc, 7, 'dos')
  expect(questions).toHaveLength(3)
})

test('somebody who is here writes on as themselves without a question', async () => {
  const opened = openLayer()
  const { doc, questions, pass, awareness } = opened
  types(doc, 7, 'uno')
  await questions[0]?.answer({ authors: [bob], clients: [{ clientId: 7, stretches: [stretch(0, 3, 0)] }] })
  pass(askEveryMs)
  awareness.states.set(7, {})
  types(doc, 7, 'dos')
  expect(said(opened)).toEqual([
    ['···', 'bob'],
    ['···', 'bob'],
  ])
  expect(questions).toHaveLength(1)
})

test('words that another laptop brought are their owner’s and say who brought them', async () => {
  const opened = openLayer()
  types(opened.doc, 7, 'unodos')
  const stretches = [stretch(0, 3, 0), stretch(3, 6, 1, false)]
  await opened.questions[0]?.answer({ authors: [bob, alice], clients: [{ clientId: 7, stretches }] })
  expect(said(opened)).toEqual([
    ['···', 'bob'],
    ['···', 'bob', 'alice'],
  ])
  expect(opened.layer.getSnapshot().hasBrought).toBe(true)
})

test('words under an id that nobody declared are whose connection delivered them', async () => {
  const opened = openLayer()
  types(opened.doc, 7, 'uno')
  const clients = [{ clientId: 7, stretches: [stretch(0, 3, 0, false)] }]
  await opened.questions[0]?.answer({ authors: [bob], clients })
  expect(said(opened)).toEqual([['···', 'bob']])
})

test('a question without an answer is said and asked again', async () => {
  const { layer, questions, pass } = openLayer()
  await questions[0]?.fail()
  expect(layer.getSnapshot().state).toBe('failed')
  pass(askAgainMs)
  await questions[1]?.answer({ authors: [], clients: [] })
  expect(layer.getSnapshot().state).toBe('ready')
})
