import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Clock } from '../lib/time.ts'
import { settledVersion } from './settledVersion.ts'

function handClock() {
  let pending: (() => void) | null = null
  const clock: Clock = {
    now: () => 0,
    after(_delayMs, action) {
      pending = action
      return () => {
        pending = null
      }
    },
  }
  return {
    clock,
    rest: () => {
      const action = pending
      pending = null
      action?.()
    },
    isWaiting: () => pending !== null,
  }
}

function listenTo(docs: Y.Doc[]) {
  const hand = handClock()
  const store = settledVersion(docs, hand.clock)
  let heard = 0
  const stop = store.subscribe(() => {
    heard += 1
  })
  return { ...hand, store, stop, heard: () => heard }
}

test('the first change is told at once, those that follow together after a rest', () => {
  const [one, two] = [new Y.Doc(), new Y.Doc()]
  const told = listenTo([one, two])
  one.getText('t').insert(0, 'a')
  expect(told.heard()).toBe(1)
  one.getText('t').insert(0, 'b')
  two.getText('t').insert(0, 'c')
  expect(told.heard()).toBe(1)
  told.rest()
  expect(told.heard()).toBe(2)
  told.rest()
  expect(told.heard()).toBe(2)
})

test('whoever stops listening leaves nothing behind', () => {
  const doc = new Y.Doc()
  const told = listenTo([doc])
  doc.getText('t').insert(0, 'a')
  told.stop()
  expect(told.isWaiting()).toBe(false)
  doc.getText('t').insert(0, 'b')
  expect(told.heard()).toBe(1)
})

test('what changed before somebody listens again counts', () => {
  const doc = new Y.Doc()
  const { store, stop } = listenTo([doc])
  const before = store.getSnapshot()
  stop()
  doc.getText('t').insert(0, 'a')
  store.subscribe(() => undefined)
  expect(store.getSnapshot()).toBeGreaterThan(before)
})
