/** The long form of tests/sync/simulation.test.ts: as many seeds as asked for, one after the other. */
import { search } from '../sync/simulation/search.ts'
import type { Torture } from './Torture.ts'

const reportEvery = 1_000

export const simulation: Torture = {
  name: 'simulation',
  about:
    'the hub among lines that break, rights that change, a disk that fails and deaths at any step: equal copies, nothing confirmed is lost',
  rounds: 20_000,
  async run({ rounds, seed, report }) {
    const happened = await search({ from: seed, count: rounds, apart: 1 }, (done) => {
      if (done % reportEvery === 0) report(`${done} worlds`)
    })
    const confirmations = happened.get('confirmed') ?? 0
    report(`${rounds} worlds, ${confirmations} confirmations, each on the disk when it was given`)
  },
}
