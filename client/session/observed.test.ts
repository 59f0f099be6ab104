import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { observed } from './observed.ts'

function listOf() {
  const doc = new Y.Doc()
  const map = doc.getMap<number>('m')
  const reads = { count: 0 }
  const store = observed(map, () => {
    reads.count += 1
    return [...map.keys()]
  })
  return { map, store, reads }
}

test('a snapshot keeps its identity until the type changes', () => {
  const { map, store, reads } = listOf()
  const stop = store.subscribe(() => undefined)
  const before = store.getSnapshot()
  expect(store.getSnapshot()).toBe(before)
  map.set('a', 1)
  expect(store.getSnapshot()).toEqual(['a'])
  expect(reads.count).toBe(2)
  stop()
})

test('listeners hear of changes until they stop', () => {
  const { map, store } = listOf()
  let heard = 0
  const stop = store.subscribe(() => {
    heard += 1
  })
  map.set('a', 1)
  stop()
  map.set('b', 2)
  expect(heard).toBe(1)
})

test('what changed while nobody listened is read again', () => {
  const { map, store } = listOf()
  expect(store.getSnapshot()).toEqual([])
  map.set('a', 1)
  const stop = store.subscribe(() => undefined)
  expect(store.getSnapshot()).toEqual(['a'])
  stop()
})
