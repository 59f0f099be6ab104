import { expect, test } from 'vitest'
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness'
import * as Y from 'yjs'
import { CaretMotion, lingerMs } from './caretMotion.ts'

function handClock() {
  let now = 0
  const timers = new Set<{ at: number; action: () => void }>()
  return {
    now: () => now,
    after(delayMs: number, action: () => void) {
      const timer = { at: now + delayMs, action }
      timers.add(timer)
      return () => void timers.delete(timer)
    },
    pass(ms: number) {
      now += ms
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer)
        timer.action()
      }
    },
  }
}

/** Alice's window, and Bob's, whose words and caret arrive there. */
function twoWindows() {
  const clock = handClock()
  const alice = new Y.Doc()
  const bob = new Y.Doc()
  const [aliceAwareness, bobAwareness] = [new Awareness(alice), new Awareness(bob)]
  const news: [string, boolean][] = []
  const motion = new CaretMotion(alice, aliceAwareness, clock, (who, isMoving) => news.push([who, isMoving]))
  const arrive = () => {
    applyAwarenessUpdate(aliceAwareness, encodeAwarenessUpdate(bobAwareness, [bob.clientID]), 'wire')
    Y.applyUpdate(alice, Y.encodeStateAsUpdate(bob), 'wire')
  }
  bobAwareness.setLocalStateField('user', { participantId: 'bob' })
  const end = () => {
    aliceAwareness.destroy()
    bobAwareness.destroy()
  }
  return { clock, alice, bob, bobAwareness, news, motion, arrive, end }
}

test('a caret moves when its place changes, and rests a moment later', () => {
  const { clock, bobAwareness, news, motion, arrive, end } = twoWindows()
  bobAwareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  arrive()
  expect(news).toEqual([['bob', true]])
  clock.pass(lingerMs - 1)
  expect(motion.isMoving('bob')).toBe(true)
  clock.pass(1)
  expect(motion.isMoving('bob')).toBe(false)
  expect(news.at(-1)).toEqual(['bob', false])
  end()
})

test('a caret that is only repeated does not move', () => {
  const { clock, bobAwareness, motion, arrive, end } = twoWindows()
  bobAwareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  arrive()
  clock.pass(lingerMs)
  bobAwareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  arrive()
  expect(motion.isMoving('bob')).toBe(false)
  end()
})

test('who writes is on the move, even where the caret keeps its relative place', () => {
  const { clock, bob, bobAwareness, motion, arrive, end } = twoWindows()
  bobAwareness.setLocalStateField('cursor', { anchor: 1, head: 1 })
  arrive()
  clock.pass(lingerMs)
  bob.getText('t').insert(0, 'a')
  arrive()
  expect(motion.isMoving('bob')).toBe(true)
  end()
})

test('one’s own caret is nobody’s news', () => {
  const { alice, news, end } = twoWindows()
  alice.getText('t').insert(0, 'a')
  expect(news).toEqual([])
  end()
})
