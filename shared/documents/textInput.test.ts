import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { applyInput, positionAfter } from './textInput.ts'

test('the text becomes what was typed, whatever was typed', () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(
    fc.property(words, words, (before, after) => {
      const doc = new Y.Doc()
      const text = doc.getText('t')
      text.insert(0, before)
      applyInput(text, after, 'local')
      expect(text.toString()).toBe(after)
    }),
    { seed: 1, numRuns: 500 },
  )
})

test('an edit in one place leaves a neighbour’s edit in another', () => {
  const alice = new Y.Doc()
  const bob = new Y.Doc()
  alice.getText('t').insert(0, 'one two three')
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  applyInput(alice.getText('t'), 'ONE two three', 'local')
  applyInput(bob.getText('t'), 'one two THREE', 'local')
  Y.applyUpdate(bob, Y.encodeStateAsUpdate(alice))
  expect(bob.getText('t').toString()).toBe('ONE two THREE')
})

test('an emoji replaced by another of the same half stays whole', () => {
  const doc = new Y.Doc()
  const text = doc.getText('t')
  text.insert(0, 'a😀b')
  applyInput(text, 'a😁b', 'local')
  expect(text.toString()).toBe('a😁b')
})

test('the caret keeps its place between the letters while others write before, after and around it', () => {
  // "abc|def"
  expect(positionAfter(3, [{ insert: 'xx' }])).toBe(5)
  expect(positionAfter(3, [{ retain: 4 }, { insert: 'xx' }])).toBe(3)
  expect(positionAfter(3, [{ retain: 3 }, { insert: 'xx' }])).toBe(3)
  expect(positionAfter(3, [{ retain: 1 }, { delete: 1 }])).toBe(2)
  expect(positionAfter(3, [{ retain: 1 }, { delete: 4 }])).toBe(1)
  expect(positionAfter(3, [{ delete: 1 }, { retain: 1 }, { insert: 'yy' }, { retain: 2 }, { delete: 1 }])).toBe(4)
})
