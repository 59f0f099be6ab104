import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DepositId, ParticipantId } from '../../shared/contracts/ids.ts'
import { makeProblem, type ProblemCode } from '../../shared/contracts/problems.ts'
import { accessCodes } from '../../shared/contracts/sync.ts'
import { handClock } from '../../tests/support/handClock.ts'
import { ApiProblem, NetworkFailure } from '../lib/api.ts'
import { DocumentSession } from './DocumentSession.ts'
import type { ConnectionListener } from './documentConnection.ts'
import { LateWords } from './LateWords.ts'

const alice = 'alice' as ParticipantId

/** Whoever wrote `tarde` on a line that was gone, and a server that answers as the test says. */
function lateWriter() {
  const clock = handClock()
  const page = new EventTarget()
  const answers: (DepositId | Error)[] = []
  const sent: Uint8Array[] = []
  let listener: ConnectionListener | null = null
  const session = new DocumentSession({
    document: 'case/c1',
    participantId: alice,
    connect: (_doc, _awareness, heard) => {
      listener = heard
      return { origin: 'server', dispose: () => undefined }
    },
    clock,
  })
  if (listener === null) throw new Error('the session did not connect')
  const wire: ConnectionListener = listener
  let ids = 0
  const late = new LateWords({
    send: async (_document, _seat, update) => {
      sent.push(update)
      const answer = answers.shift() ?? new NetworkFailure()
      if (answer instanceof Error) throw answer
      return answer
    },
    newId: () => `w${ids++}`,
    clock,
    page,
  })
  session.doc.transact(() => session.doc.getText('t').insert(0, 'en línea '), 'server')
  wire.opened()
  wire.access(accessCodes.writable)
  wire.synced()
  wire.lost()
  const write = (words: string) => session.doc.getText('t').insert(session.doc.getText('t').length, words)
  write('tar')
  write('de')
  const handedIn: string[] = []
  const handIn = () => late.handIn(session, alice, () => handedIn.push('handed in'))
  const lock = () => {
    wire.opened()
    wire.access(accessCodes.readOnly)
  }
  const states = () => late.getSnapshot().map(({ status }) => status.state)
  const asksBeforeLeaving = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  return { session, wire, late, clock, page, answers, sent, handIn, handedIn, lock, write, states, asksBeforeLeaving }
}

const refusal = (code: ProblemCode) => new ApiProblem(makeProblem(code, 'refused by the test'))
/** Lets the answers that are there arrive. */
const settle = () => new Promise((resolve) => setImmediate(resolve))
const deposit = 'd1' as DepositId

test('what is unsent is handed in as one update with its words, and the session lets it go', async () => {
  const { session, late, answers, sent, handIn, handedIn, lock, states } = lateWriter()
  lock()
  answers.push(deposit)
  handIn()
  handIn()
  expect(states()).toEqual(['sending'])
  await settle()
  expect(late.getSnapshot()).toMatchObject([
    { changes: 2, text: 'tarde', status: { state: 'handedIn', depositId: deposit } },
  ])
  expect([sent.length, handedIn, session.hasUnsent]).toEqual([1, ['handed in'], false])
  expect(Y.decodeUpdate(sent[0] ?? new Uint8Array()).structs.length).toBeGreaterThan(0)
})

test('a failure is tried again, later and later, and at once when the line is back', async () => {
  const { session, clock, page, answers, sent, handIn, lock, states, asksBeforeLeaving } = lateWriter()
  lock()
  handIn()
  await settle()
  expect([states(), asksBeforeLeaving(), session.hasUnsent]).toEqual([['retrying'], true, true])
  clock.pass(5_000)
  await settle()
  clock.pass(5_000)
  await settle()
  expect(sent).toHaveLength(2)
  answers.push(deposit)
  page.dispatchEvent(new Event('online'))
  await settle()
  expect([states(), sent.length, asksBeforeLeaving()]).toEqual([['handedIn'], 3, false])
})

test('words that the document took in the meantime are no longer handed in', async () => {
  const { wire, clock, handIn, lock, states, sent } = lateWriter()
  lock()
  handIn()
  await settle()
  wire.access(accessCodes.writable)
  wire.sent('step2')
  wire.confirmed(1)
  clock.pass(60_000)
  await settle()
  expect([states(), sent.length]).toEqual([[], 1])
})

test('whoever may write again is left to do so: the server says so, and nothing is taken from the session', async () => {
  const { session, answers, handIn, lock, states } = lateWriter()
  lock()
  answers.push(refusal('conflict'))
  handIn()
  await settle()
  expect([states(), session.hasUnsent]).toEqual([[], true])
})

test('who wrote on while the words were handed in keeps all of it', async () => {
  const { session, answers, handIn, handedIn, lock, write } = lateWriter()
  lock()
  answers.push(deposit)
  handIn()
  write(' y más')
  await settle()
  expect([session.unsent.length, handedIn]).toEqual([3, []])
})

test('words that build on what the server lacks are sent with all that is here', async () => {
  const { session, answers, sent, handIn, lock, states } = lateWriter()
  lock()
  answers.push(refusal('not-now'), deposit)
  handIn()
  await settle()
  expect(states()).toEqual(['handedIn'])
  expect(sent[1]).toEqual(Y.encodeStateAsUpdate(session.doc))
})

test('what the server never takes is asked about until its writer has a copy', async () => {
  const { session, wire, late, answers, handIn, states, asksBeforeLeaving } = lateWriter()
  wire.refused(closeCodes.forbidden)
  answers.push(refusal('forbidden'))
  handIn()
  await settle()
  expect([states(), asksBeforeLeaving(), session.hasUnsent]).toEqual([['kept'], true, true])
  late.markCopied('w0')
  expect([asksBeforeLeaving(), session.hasUnsent]).toEqual([false, false])
  expect(late.getSnapshot()[0]).toMatchObject({ hasCopy: true, text: 'tarde' })
})

test('a closed notice comes back with another outcome', async () => {
  const { late, answers, handIn, lock } = lateWriter()
  lock()
  answers.push(deposit)
  handIn()
  await settle()
  late.dismiss('w0', 'waiting')
  expect(late.getSnapshot()[0]?.dismissed).toBe('waiting')
})
