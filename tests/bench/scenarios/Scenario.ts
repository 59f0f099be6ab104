/** What a scenario is: who takes part, how large it is, and how one run of one contestant goes. */
import type { Contestant } from '../contestants/Contestant.ts'
import type { Loaded } from './Session.ts'

export interface Scenario {
  /** What the command line calls it. */
  id: string
  about: string
  contestants: string[]
  /** It compares with nothing but its own beginning, so one clean run is enough. */
  isOnce?: true
  run(contestant: Contestant, isQuick: boolean): Promise<Loaded>
}
