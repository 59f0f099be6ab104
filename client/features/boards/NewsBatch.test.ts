import { expect, test } from 'vitest'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { batchMs, NewsBatch } from './NewsBatch.ts'

/** A clock with one timer, which rings when the test says so. */
function oneTimer() {
  let ring: (() => void) | null = null
  let delay = 0
  return {
    now: () => 0,
    after(delayMs: number, action: () => void) {
      ring = action
      delay = delayMs
      return () => {
        ring = null
      }
    },
    ring: () => ring?.(),
    delay: () => delay,
    isSet: () => ring !== null,
  }
}

const counts = (...entries: [CardKind, number][]) => new Map(entries)

test('cards of a burst are told together, and the next burst starts from nothing', () => {
  const clock = oneTimer()
  const told: ReadonlyMap<CardKind, number>[] = []
  const batch = new NewsBatch(clock, (news) => told.push(news))
  batch.add(counts(['obstacle', 1]))
  batch.add(counts(['obstacle', 2], ['recommendation', 1]))
  expect(told).toEqual([])
  expect(clock.delay()).toBe(batchMs)
  clock.ring()
  batch.add(counts(['obstacle', 1]))
  clock.ring()
  expect(told).toEqual([counts(['obstacle', 3], ['recommendation', 1]), counts(['obstacle', 1])])
})

test('no news start no timer', () => {
  const clock = oneTimer()
  new NewsBatch(clock, () => undefined).add(counts())
  expect(clock.isSet()).toBe(false)
})
