/** One run of one contestant in one scenario, and whether it may be quoted. */
import { undisturbedShare } from '../machine/quiet.ts'

export interface Run {
  contestant: string
  measures: Record<string, number>
  /** What was not delivered, or not equal in the end. */
  problems: string[]
  othersShare: number
}

/** A load that sends later than this measures itself. */
const longestSendLagMs = 20

/** Why nothing may be concluded from the times of a run; null when it may. Another run may do better. */
export function disturbanceOf({ measures, othersShare }: Run): string | null {
  if (othersShare > undisturbedShare) return `others took ${Math.round(othersShare * 100)} % of a core`
  const lag = measures.sendLagP99Ms ?? 0
  if (lag > longestSendLagMs) return `the load was ${Math.round(lag)} ms late`
  return null
}
