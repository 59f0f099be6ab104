/** The long form of tests/faults/kill.test.ts. */
import { killAndReckon } from '../faults/killing.ts'
import type { Torture } from './Torture.ts'

/** A folder of data lives for so many rounds; then a new meeting begins, so that a late round is as quick as an early one. */
const roundsPerFolder = 25

export const kill: Torture = {
  name: 'kill',
  about: '20 writers on several documents, kill -9, restart: nothing confirmed is lost, nothing is there twice',
  rounds: 500,
  async run({ rounds, seed, report }) {
    for (let done = 0; done < rounds; done += roundsPerFolder) {
      const some = Math.min(roundsPerFolder, rounds - done)
      const { words, messages } = await killAndReckon({ rounds: some, seed: seed + done })
      const count = [...words.values()].reduce((sum, confirmed) => sum + confirmed.size, 0)
      report(`${done + some} rounds: ${count} words and ${messages.size} messages in this folder`)
    }
  },
}
