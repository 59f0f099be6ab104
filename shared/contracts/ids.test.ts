import { expect, test } from 'vitest'
import { documentName, participantId, streamName } from './ids.ts'

test.each(['a', 'kX3_-9', 'x'.repeat(64), 'constructors', '_proto_'])('%s is an id', (id) => {
  expect(participantId.safeParse(id).success).toBe(true)
  expect(streamName.safeParse(`room/${id}`).success).toBe(true)
  expect(documentName.safeParse(`case/${id}`).success).toBe(true)
})

test.each(['', 'a b', 'a/b', '../a', 'ñ', 'a\n', 'x'.repeat(65)])('%j is no id', (id) => {
  expect(participantId.safeParse(id).success).toBe(false)
  expect(streamName.safeParse(`room/${id}`).success).toBe(false)
  expect(documentName.safeParse(`case/${id}`).success).toBe(false)
})

test.each(Object.getOwnPropertyNames(Object.prototype))('%s, which every object has, is no id', (id) => {
  expect(participantId.safeParse(id).success).toBe(false)
  expect(streamName.safeParse(`room/${id}`).success).toBe(false)
  expect(documentName.safeParse(`case/${id}`).success).toBe(false)
})
