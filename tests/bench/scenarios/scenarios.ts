/** All scenarios in the order in which they run. */
import { cursors } from './cursors.ts'
import { idle } from './idle.ts'
import { coldLoad, joinStorm, reconnectStorm } from './joining.ts'
import type { Scenario } from './Scenario.ts'
import { saturation } from './saturation.ts'
import { breakouts, hall, slowReading } from './writing.ts'

export const scenarios: Scenario[] = [
  hall,
  breakouts,
  cursors,
  joinStorm,
  coldLoad,
  saturation,
  reconnectStorm,
  slowReading,
  idle,
]
