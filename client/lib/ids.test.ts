import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { newId, uuidOf } from './ids.ts'

describe('ids made in the browser', () => {
  it('are uuids that the command schema accepts', () => {
    expect(z.uuid().safeParse(newId()).success).toBe(true)
  })

  it('are version 4 uuids when made from random bytes', () => {
    const id = uuidOf(new Uint8Array(16).fill(0xff))
    expect(id).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
    expect(z.uuidv4().safeParse(id).success).toBe(true)
  })
})
