/** The long tests, in the order in which `npm run torture` runs them. */
import { bytes } from './bytes.ts'
import { kill } from './kill.ts'
import { simulation } from './simulation.ts'
import type { Torture } from './Torture.ts'

export const tortures: readonly Torture[] = [kill, simulation, bytes]
