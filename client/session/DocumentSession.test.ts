import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { accessCodes } from '../../shared/contracts/sync.ts'
import { handClock } from '../../tests/support/handClock.ts'
import { DocumentSession } from './DocumentSession.ts'
import type { ConnectionListener } from './documentConnection.ts'
import { quietMs, shortDropMs } from './documentState.ts'
import { OpenDocuments } from './OpenDocuments.ts'

const alice = 'alice' as ParticipantId

/** A session on a wire that the test plays by hand. */
function openSession() {
  const clock = handClock()
  const origin = {}
  const wire: { listener: ConnectionListener | null; disposed: boolean } = { listener: null, disposed: false }
  const session = new DocumentSession({
    document: 'case/c1',
    participantId: alice,
    connect: (_doc, _awareness, listener) => {
      wire.listener = listener
      return { origin, dispose: () => (wire.disposed = true) }
    },
    clock,
  })
  const { listener } = wire
  if (!listener) throw new Error('the session did not connect')
  const words: string[] = []
  session.subscribe(() => words.push(session.getSnapshot().status.state))
  const arrive = () => {
    listener.opened()
    listener.access(accessCodes.writable)
    listener.sent('step2')
    listener.synced()
    listener.confirmed(1)
  }
  const write = () => session.doc.getText('t').insert(0, 'a')
  return { session, listener, clock, origin, wire, words, arrive, write }
}

test('what is written is saving, then saved when the server confirms it and the person pauses', () => {
  const { session, listener, clock, words, arrive, write } = openSession()
  arrive()
  clock.pass(quietMs)
  write()
  listener.sent('update')
  listener.confirmed(2)
  expect(session.getSnapshot().status).toEqual({ state: 'saving' })
  clock.pass(quietMs)
  expect(words).toEqual(['saving', 'saved', 'saving', 'saved'])
})

test('what comes from the server is no change of this window', () => {
  const { session, origin, arrive } = openSession()
  arrive()
  session.doc.transact(() => session.doc.getText('t').insert(0, 'a'), origin)
  expect(session.hasUnsent).toBe(false)
})

test('time alone turns a drop into offline', () => {
  const { session, listener, clock, arrive, write } = openSession()
  arrive()
  clock.pass(quietMs)
  listener.lost()
  write()
  clock.pass(shortDropMs - 1)
  expect(session.getSnapshot().status).toEqual({ state: 'saving' })
  clock.pass(1)
  expect(session.getSnapshot()).toEqual({ status: { state: 'offline', unsent: 1 }, canWrite: true, isLoaded: true })
})

test('listeners hear only of what differs', () => {
  const { listener, clock, words, arrive } = openSession()
  arrive()
  const heard = words.length
  listener.access(accessCodes.writable)
  listener.confirmed(1)
  clock.pass(60_000)
  expect(words).toHaveLength(heard)
})

test('the awareness says who writes here, and nothing that others would have to believe', () => {
  expect(openSession().session.awareness.getLocalState()).toEqual({ user: { participantId: alice } })
})

test('a document given back is closed at once when all of it is saved', () => {
  const { session, wire, arrive } = openSession()
  arrive()
  const open = new OpenDocuments(new EventTarget())
  open.borrow('k', () => session)
  open.release('k')
  expect(wire.disposed).toBe(true)
})

test('a document given back with unsent changes stays open until they are on the server', () => {
  const { session, listener, clock, wire, arrive, write } = openSession()
  arrive()
  const open = new OpenDocuments(new EventTarget())
  open.borrow('k', () => session)
  write()
  listener.sent('update')
  open.release('k')
  expect(wire.disposed).toBe(false)
  listener.confirmed(2)
  clock.pass(quietMs)
  expect(wire.disposed).toBe(true)
})

test('leaving the page asks only while something is unsent', () => {
  const { session, listener, arrive, write } = openSession()
  arrive()
  const page = new EventTarget()
  const open = new OpenDocuments(page)
  open.borrow('k', () => session)
  const leave = () => page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
  expect(leave()).toBe(true)
  write()
  expect(leave()).toBe(false)
  listener.lost()
  listener.refused(closeCodes.forbidden)
  open.release('k')
  expect(leave()).toBe(false)
})

test('the unsent changes, merged, are what the session has and the server has not', () => {
  const { session, listener, arrive, write } = openSession()
  arrive()
  write()
  listener.sent('update')
  listener.confirmed(2)
  const before = Y.encodeStateVector(session.doc)
  listener.lost()
  write()
  write()
  expect(Y.mergeUpdates([...session.unsent])).toEqual(Y.encodeStateAsUpdate(session.doc, before))
  session.releaseUnsent()
  expect([session.hasUnsent, session.unsent]).toEqual([false, []])
})

test('a document is opened anew only for the screens that have the session in question', () => {
  const [first, second] = [openSession(), openSession()]
  const coming = [first.session, second.session]
  const open = new OpenDocuments(new EventTarget())
  const renewed: (DocumentSession | null)[] = []
  open.onRenewed(() => renewed.push(open.current('k')))
  open.borrow('k', () => coming.shift() ?? first.session)
  open.renew('k', first.session)
  open.renew('k', first.session)
  expect(renewed).toEqual([second.session])
  expect([first.wire.disposed, second.wire.disposed]).toEqual([true, false])
  open.release('k')
  open.renew('k', second.session)
  expect([renewed.length, second.wire.disposed]).toEqual([1, true])
})
