/** kill -9 of the server under load, in the short form: `npm run torture -- kill` is the long one. */
import { expect, test } from 'vitest'
import { killAndReckon } from './killing.ts'

const rounds = 10

test('[PE2] no confirmed word and no accepted message is lost or doubled by kill -9', { timeout: 60_000 }, async () => {
  const { words, messages } = await killAndReckon({ rounds, seed: 20_261_124 })
  expect([...words.values()].every((confirmed) => confirmed.size > rounds)).toBe(true)
  expect(messages.size).toBeGreaterThan(rounds)
})
