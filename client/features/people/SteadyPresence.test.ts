import { beforeEach, describe, expect, it } from 'vitest'
import type { Clock } from '../../lib/time.ts'
import { SteadyPresence } from './SteadyPresence.ts'

let timers: (() => void)[]
let presence: SteadyPresence

beforeEach(() => {
  timers = []
  const after: Clock['after'] = (_delay, action) => {
    timers.push(action)
    return () => undefined
  }
  const clock: Clock = { now: () => 0, after }
  presence = new SteadyPresence(clock)
})

const here = () => [...presence.getSnapshot()].sort()
const passGrace = () => {
  for (const timer of timers.splice(0)) timer()
}

describe('steady presence', () => {
  it('shows who comes at once, and who goes a moment later', () => {
    presence.update(new Set(['alice', 'bob']))
    presence.update(new Set(['alice']))
    expect(here()).toEqual(['alice', 'bob'])
    passGrace()
    expect(here()).toEqual(['alice'])
  })

  it('says nothing of somebody who was away for a moment', () => {
    presence.update(new Set(['alice', 'bob']))
    let changes = 0
    presence.subscribe(() => {
      changes += 1
    })
    presence.update(new Set(['alice']))
    presence.update(new Set(['alice', 'bob']))
    passGrace()
    expect(here()).toEqual(['alice', 'bob'])
    expect(changes).toBe(0)
  })

  it('lets go of one while others come and go', () => {
    presence.update(new Set(['alice', 'bob']))
    presence.update(new Set(['alice']))
    presence.update(new Set(['alice', 'carol']))
    passGrace()
    expect(here()).toEqual(['alice', 'carol'])
  })
})
