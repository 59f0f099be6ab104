import { expect, test } from 'vitest'
import { accessCodes } from '../../shared/contracts/sync.ts'
import {
  canWrite,
  type DocumentEvent,
  evolveDocument,
  initialDocumentState,
  quietMs,
  shortDropMs,
  stalledMs,
  statusChangesAt,
  statusOf,
  unsentChanges,
} from './documentState.ts'

const opened = (at = 0): DocumentEvent => ({ type: 'opened', at })
const access = (code: 'writable' | 'readOnly' | 'leaving' | 'full' | 'unsaved', at = 0): DocumentEvent => ({
  type: 'access',
  code: accessCodes[code],
  at,
})
const fold = (...events: DocumentEvent[]) => events.reduce(evolveDocument, initialDocumentState)

/** A connection that has loaded the text and on which everything is confirmed. */
const arrival: DocumentEvent[] = [
  opened(),
  access('writable'),
  { type: 'sent', frame: 'step2' },
  { type: 'synced' },
  { type: 'confirmed', frames: 1, at: 0 },
]
/** Its one byte tells it from the others. */
const change = (at: number): DocumentEvent => ({ type: 'changed', update: Uint8Array.of(at % 251), at })
const update: DocumentEvent = { type: 'sent', frame: 'update' }
const step2: DocumentEvent = { type: 'sent', frame: 'step2' }
const lost = (at: number): DocumentEvent => ({ type: 'lost', at })
const confirmed = (frames: number, at = 0): DocumentEvent => ({ type: 'confirmed', frames, at })

test('until the text is here it is connecting and cannot be written', () => {
  const state = fold(opened(), access('writable'))
  expect(statusOf(state, 60_000)).toEqual({ state: 'connecting' })
  expect(canWrite(state)).toBe(false)
})

test('the answer to the server’s first question counts: saved is said when it is confirmed', () => {
  expect(statusOf(fold(...arrival.slice(0, -1)), 1_000)).toEqual({ state: 'saving' })
  expect(statusOf(fold(...arrival), 1_000)).toEqual({ state: 'saved' })
  expect(canWrite(fold(...arrival))).toBe(true)
})

test('a change is saving until its own frame is confirmed, not an earlier one', () => {
  const state = fold(...arrival, change(1_000), update, change(1_010), update)
  expect(statusOf(state, 5_000)).toEqual({ state: 'saving' })
  const first = evolveDocument(state, confirmed(2, 1_100))
  expect(statusOf(first, 5_000)).toEqual({ state: 'saving' })
  expect(statusOf(evolveDocument(first, confirmed(3, 1_100)), 5_000)).toEqual({ state: 'saved' })
})

test('a confirmation that repeats an older number takes nothing back', () => {
  const state = fold(...arrival, change(1_000), update, confirmed(1, 1_100))
  expect(statusOf(state, 5_000)).toEqual({ state: 'saving' })
})

test('the word stands still while somebody types', () => {
  const state = fold(...arrival, change(1_000), update, confirmed(2, 1_010))
  expect(statusOf(state, 1_020)).toEqual({ state: 'saving' })
  expect(statusChangesAt(state, 1_020)).toBe(1_000 + quietMs)
  expect(statusOf(state, 1_000 + quietMs)).toEqual({ state: 'saved' })
  expect(statusChangesAt(state, 1_000 + quietMs)).toBeNull()
})

test('a short drop is not announced', () => {
  const state = fold(...arrival, lost(10_000))
  expect(statusOf(state, 10_000 + shortDropMs - 1)).toEqual({ state: 'saved' })
  expect(statusChangesAt(state, 10_000)).toBe(10_000 + shortDropMs)
  expect(statusOf(fold(...arrival, lost(10_000), change(10_100)), 11_500)).toEqual({ state: 'saving' })
})

test('a longer drop says how many changes are kept here, with those that were under way', () => {
  const state = fold(...arrival, change(9_000), update, lost(10_000), change(11_000), change(11_500))
  expect(statusOf(state, 10_000 + shortDropMs)).toEqual({ state: 'offline', unsent: 3 })
  expect(canWrite(state)).toBe(true)
})

test('failed attempts to reconnect do not start the grace again', () => {
  const state = fold(...arrival, lost(10_000), opened(), lost(15_000))
  expect(statusOf(state, 15_000)).toEqual({ state: 'offline', unsent: 0 })
})

test('after a reconnect the whole text is saved only when its own frame is confirmed', () => {
  const away = fold(...arrival, change(9_000), update, lost(10_000), change(11_000))
  const back = [opened(19_900), access('writable', 19_910)]
  const resynced = [...back, step2, { type: 'synced' } as DocumentEvent].reduce(evolveDocument, away)
  expect(statusOf(resynced, 20_000)).toEqual({ state: 'saving' })
  expect(statusOf(evolveDocument(resynced, confirmed(1, 20_100)), 21_000)).toEqual({ state: 'saved' })
})

test('a change made between the reconnect and the server’s question is counted once', () => {
  const state = fold(...arrival, lost(10_000), change(11_000), opened(), change(13_000), update, step2)
  expect(statusOf(evolveDocument(state, lost(13_100)), 20_000)).toEqual({ state: 'offline', unsent: 2 })
})

test('an open line that confirms nothing for long is no connection', () => {
  const state = fold(...arrival, change(10_000), update)
  expect(statusOf(state, 10_000 + stalledMs - 1)).toEqual({ state: 'saving' })
  expect(statusOf(state, 10_000 + stalledMs)).toEqual({ state: 'offline', unsent: 1 })
})

test('read-only is said, with what the server did not take; writable again sends it', () => {
  const closed = fold(...arrival, change(5_000), update, access('readOnly', 5_100))
  expect(statusOf(closed, 9_000)).toEqual({ state: 'readOnly', reason: 'right', unsent: 1 })
  expect(canWrite(closed)).toBe(false)
  const again: DocumentEvent[] = [access('writable'), step2, confirmed(3, 9_500)]
  expect(statusOf(again.reduce(evolveDocument, closed), 11_000)).toEqual({ state: 'saved' })
})

test('a connection that may only read is whole without being asked for anything', () => {
  const state = fold(opened(), access('readOnly'), { type: 'synced' })
  expect(statusOf(state, 60_000)).toEqual({ state: 'readOnly', reason: 'right', unsent: 0 })
})

test('a refusal is final and remembers what never arrived', () => {
  const state = fold(...arrival, change(5_000), update, lost(5_100), { type: 'refused', code: 4403 })
  expect(statusOf(state, 5_100)).toEqual({ state: 'refused', code: 4403, unsent: 1 })
  expect(canWrite(state)).toBe(false)
})

test('a full document and a server that cannot save are read-only for a reason of their own', () => {
  expect(statusOf(fold(...arrival, access('full')), 9_000)).toEqual({ state: 'readOnly', reason: 'full', unsent: 0 })
  expect(statusOf(fold(...arrival, access('unsaved')), 9_000)).toMatchObject({ reason: 'unsaved' })
})

test('while the server cannot save, nothing is called saved or offline, and one writes on', () => {
  const trouble: DocumentEvent = { type: 'trouble', isTrouble: true, at: 5_100 }
  const state = fold(...arrival, change(5_000), update, trouble)
  expect(statusOf(state, 5_000 + 2 * stalledMs)).toEqual({ state: 'unsaved', unsent: 1 })
  expect(canWrite(state)).toBe(true)
  const over: DocumentEvent[] = [{ type: 'trouble', isTrouble: false, at: 30_000 }, confirmed(2, 30_001)]
  expect(statusOf(over.reduce(evolveDocument, state), 31_000)).toEqual({ state: 'saved' })
  expect(statusOf(fold(...arrival, trouble, lost(6_000), opened(7_000), access('writable')), 60_000).state).not.toBe(
    'unsaved',
  )
})

test('whoever loses the document is leaving until it closes, and writes no more', () => {
  const state = fold(...arrival, change(5_000), update, access('leaving', 5_100))
  expect(statusOf(state, 5_200)).toEqual({ state: 'leaving', unsent: 1 })
  expect(canWrite(state)).toBe(false)
  const taken = [confirmed(2, 5_300), lost(8_000), { type: 'refused', code: 4403 } as DocumentEvent]
  expect(statusOf(taken.reduce(evolveDocument, state), 8_000)).toEqual({ state: 'refused', code: 4403, unsent: 0 })
})

test('a damaged document says so through all attempts, until one succeeds', () => {
  const damaged: DocumentEvent = { type: 'quarantined' }
  const before = fold(opened(), damaged, lost(10))
  expect(statusOf(before, 60_000)).toEqual({ state: 'quarantined', unsent: 0 })
  const during = fold(...arrival, lost(1_000), change(1_500), opened(2_000), damaged, lost(2_010), opened(4_000))
  expect(statusOf(during, 4_000)).toEqual({ state: 'quarantined', unsent: 1 })
  expect(canWrite(during)).toBe(false)
  const mended = [access('writable', 5_000), step2, { type: 'synced' } as DocumentEvent, confirmed(1, 5_100)]
  expect(statusOf(mended.reduce(evolveDocument, during), 9_000)).toEqual({ state: 'saved' })
})

test('the unsent changes are kept as they are, in order, until each is confirmed', () => {
  const [a, b, c] = [1, 2, 3].map((at) => Uint8Array.of(at))
  const away = fold(...arrival, change(1), update, lost(2), change(2))
  expect(unsentChanges(away)).toEqual([a, b])
  // Made before the server's question came: it goes alone, and the older two go with the answer.
  const back = [opened(), change(3), update, step2].reduce(evolveDocument, away)
  expect(unsentChanges(evolveDocument(back, confirmed(1)))).toEqual([a, b])
  expect(unsentChanges(evolveDocument(back, { type: 'released' }))).toEqual([])
  expect(unsentChanges(back)).toEqual([c, a, b])
  expect(unsentChanges(evolveDocument(back, confirmed(2)))).toEqual([])
})
