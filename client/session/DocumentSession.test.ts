import { expect, test } from 'vitest'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { DocumentSession } from './DocumentSession.ts'
import type { ConnectionListener } from './documentConnection.ts'
import { quietMs, shortDropMs } from './documentState.ts'
import { OpenDocuments } from './OpenDocuments.ts'

const alice = 'alice' as ParticipantId

/** A clock that stands until it is moved, and then runs what was due, in order. */
function handClock() {
  let now = 1_000_000
  const timers = new Set<{ at: number; action: () => void }>()
  return {
    now: () => now,
    after(delayMs: number, action: () => void) {
      const timer = { at: now + delayMs, action }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass(ms: number) {
      const end = now + ms
      for (;;) {
        const due = [...timers].filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
        if (!due) break
        timers.delete(due)
        now = due.at
        due.action()
      }
      now = end
    },
  }
}

/** A session on a wire that the test plays by hand. */
function openSession() {
  const clock = handClock()
  const origin = {}
  const wire: { listener: ConnectionListener | null; disposed: boolean } = { listener: null, disposed: false }
  const session = new DocumentSession(
    (_doc, _awareness, listener) => {
      wire.listener = listener
      return { origin, dispose: () => (wire.disposed = true) }
    },
    alice,
    clock,
  )
  const { listener } = wire
  if (!listener) throw new Error('the session did not connect')
  const words: string[] = []
  session.subscribe(() => words.push(session.getSnapshot().status.state))
  const arrive = () => {
    listener.opened()
    listener.access(true)
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
  expect(session.getSnapshot()).toEqual({ status: { state: 'offline', unsent: 1 }, canWrite: true })
})

test('listeners hear only of what differs', () => {
  const { listener, clock, words, arrive } = openSession()
  arrive()
  const heard = words.length
  listener.access(true)
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
