import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { cardKinds } from '../contracts/terms.ts'
import { addCard, cardOf, moveCard, readCards, removeCard, setCase } from './boardDocument.ts'
import { type CardField, cardFieldsOf } from './cardFields.ts'
import { fieldTextOf, missingFields, openField, readCardFields, setFieldTag, setFieldValue } from './cardValues.ts'

function boardWith(...ids: string[]): Y.Doc {
  const doc = new Y.Doc()
  for (const id of ids) addCard(doc, id, 'goodPractice', id)
  return doc
}

function copyOf(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  return copy
}

function exchange(a: Y.Doc, b: Y.Doc): void {
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
}

/** Gives a field a value of its kind; `word` makes it known again. */
function fill(doc: Y.Doc, cardId: string, field: CardField, word: string): void {
  if (field.kind === 'scale') setFieldValue(doc, cardId, field, 1 + (word.length % 5))
  else if (field.kind === 'tags') setFieldTag(doc, cardId, field, word, true)
  else if (field.kind === 'choice' || field.kind === 'case') setFieldValue(doc, cardId, field, word)
  else fieldTextOf(doc, cardId, field)?.insert(0, word)
}

test('all fields of a kind are read in the order of the template, and an empty card says its title only', () => {
  const doc = boardWith('a')
  expect(readCardFields(doc, 'a').map(({ kind }) => kind)).toEqual(['title'])
  for (const field of [...cardFieldsOf('goodPractice')].reverse()) fill(doc, 'a', field, 'word')
  expect(readCardFields(doc, 'a').map(({ field }) => field)).toEqual(cardFieldsOf('goodPractice'))
  expect(missingFields(doc, 'a')).toEqual([])
  expect(readCards(doc)).toMatchObject([{ articles: ['word'], category: 'word', caseId: 'word' }])
})

test('what is required and empty is known', () => {
  const required = cardFieldsOf('goodPractice').filter(({ template }) => template.required)
  expect(missingFields(boardWith('a'), 'a')).toEqual(required.filter(({ kind }) => kind !== 'title'))
})

test('paragraphs end with a line break, and blank ones are left out', () => {
  const doc = boardWith('a')
  const field = cardFieldsOf('goodPractice').find(({ kind }) => kind === 'paragraphs')
  if (field) fieldTextOf(doc, 'a', field)?.insert(0, ' one \n\n  \ntwo')
  expect(readCardFields(doc, 'a')[1]).toMatchObject({ kind: 'paragraphs', paragraphs: ['one', 'two'] })
})

test('two people who begin the same field at once keep both their words', () => {
  const alice = boardWith('a')
  const bob = copyOf(alice)
  for (const field of cardFieldsOf('goodPractice')) {
    if (field.kind !== 'paragraphs' && field.kind !== 'tags') continue
    fill(alice, 'a', field, 'alice')
    fill(bob, 'a', field, 'bob')
  }
  exchange(alice, bob)
  expect(JSON.stringify(readCardFields(alice, 'a'))).toBe(JSON.stringify(readCardFields(bob, 'a')))
  for (const value of readCardFields(alice, 'a')) {
    const words =
      value.kind === 'paragraphs' ? value.paragraphs.join() : value.kind === 'tags' ? value.ids.join() : null
    if (words !== null) expect(words).toMatch(/(?=.*alice)(?=.*bob)/)
  }
})

test('a card that was written before a field came to the template can still get it', () => {
  const doc = boardWith('a')
  const [, , field] = cardFieldsOf('goodPractice')
  if (!field) throw new Error('the template has no such field')
  cardOf(doc, 'a')?.delete(field.key)
  expect(fieldTextOf(doc, 'a', field)).toBeNull()
  openField(doc, 'a', field)
  expect(fieldTextOf(doc, 'a', field)?.toString()).toBe('')
})

test('values of another shape are as if they were not there', () => {
  const doc = boardWith('a')
  for (const { key, kind } of cardFieldsOf('goodPractice')) {
    const wrong = kind === 'choice' || kind === 'case' ? 7 : kind === 'scale' ? 6 : 'a string'
    cardOf(doc, 'a')?.set(key, wrong)
  }
  cardOf(doc, 'a')?.set('language', 'tlh')
  expect(readCardFields(doc, 'a')).toEqual([])
  expect(readCards(doc)).toMatchObject([{ title: '', category: null, articles: [], caseId: null, language: null }])
})

test('a card through other kinds and back has all it had, and shows in each what both kinds share', () => {
  const route = fc.array(fc.constantFrom(...cardKinds), { maxLength: 6 })
  const filled = fc.array(fc.nat(20), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(route, filled, (kinds, numbers) => {
      const doc = boardWith('a')
      const all = cardFieldsOf('goodPractice')
      const chosen = [...new Set(numbers.map((number) => all[number % all.length]))].filter(
        (field) => field !== undefined,
      )
      for (const field of chosen) fill(doc, 'a', field, 'word')
      const before = readCardFields(doc, 'a')
      for (const kind of kinds) {
        moveCard(doc, 'a', kind, 'bottom')
        const shared = new Set(cardFieldsOf(kind).map(({ key }) => key))
        const expected = before.map(({ field }) => field.key).filter((key) => shared.has(key))
        expect(new Set(readCardFields(doc, 'a').map(({ field }) => field.key))).toEqual(new Set(expected))
      }
      moveCard(doc, 'a', 'goodPractice', 'top')
      expect(readCardFields(doc, 'a')).toEqual(before)
    }),
    { seed: 3, numRuns: 200 },
  )
})

/** One thing that somebody does to a board; numbers choose the card, the column, the spot or the field. */
const step = fc.record({
  action: fc.constantFrom('add', 'move', 'before', 'fill', 'remove', 'link'),
  card: fc.nat(7),
  other: fc.nat(7),
  choice: fc.nat(40),
})

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

function take(doc: Y.Doc, name: string, { action, card, other, choice }: Step): void {
  const ids = readCards(doc).map(({ id }) => id)
  const id = ids[card % Math.max(1, ids.length)] ?? 'none'
  const column = cardKinds[choice % cardKinds.length] ?? 'obstacle'
  if (action === 'add') addCard(doc, `${name}-${choice}-${ids.length}`, column, name)
  else if (action === 'remove') removeCard(doc, id)
  else if (action === 'link') setCase(doc, id, choice % 2 === 0 ? `case-${choice}` : null)
  else if (action === 'before') moveCard(doc, id, column, { before: ids[other % Math.max(1, ids.length)] ?? '' })
  else if (action === 'move') moveCard(doc, id, column, (['top', 'bottom', 'up', 'down'] as const)[other % 4] ?? 'top')
  else {
    const fields = cardFieldsOf(column)
    const field = fields[choice % fields.length]
    if (field) fill(doc, id, field, name)
  }
}

test('whatever two people do at once, both end with the same cards, each once and with the same values', () => {
  const session = fc.array(step, { maxLength: 12 })
  fc.assert(
    fc.property(session, session, session, (before, alices, bobs) => {
      const alice = boardWith('a', 'b', 'c')
      for (const one of before) take(alice, 'zoe', one)
      const bob = copyOf(alice)
      for (const one of alices) take(alice, 'alice', one)
      for (const one of bobs) take(bob, 'bob', one)
      exchange(alice, bob)
      const cards = readCards(alice)
      expect(readCards(bob)).toEqual(cards)
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length)
      for (const { id } of cards) {
        expect(JSON.stringify(readCardFields(bob, id))).toBe(JSON.stringify(readCardFields(alice, id)))
      }
    }),
    { seed: 11, numRuns: 150 },
  )
})

test('a card put before another stands right before it, also where two people left cards at one position', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 3, maxLength: 10 }), fc.nat(20), fc.nat(20), (turns, from, to) => {
      const alice = new Y.Doc()
      const bob = new Y.Doc()
      for (const [index, isAlice] of turns.entries()) addCard(isAlice ? alice : bob, `c${index}`, 'obstacle', '')
      exchange(alice, bob)
      const ids = readCards(alice).map(({ id }) => id)
      const moved = ids[from % ids.length] ?? ''
      const target = ids.filter((id) => id !== moved)[to % (ids.length - 1)] ?? ''
      moveCard(alice, moved, 'obstacle', { before: target })
      const after = readCards(alice).map(({ id }) => id)
      expect(after.indexOf(moved)).toBe(after.indexOf(target) - 1)
      expect(after.filter((id) => id !== moved)).toEqual(ids.filter((id) => id !== moved))
    }),
    { seed: 5, numRuns: 200 },
  )
})
