/** Runs something with a started server, and ends it whatever happens. */
import type { Contestant, Demand } from '../contestants/Contestant.ts'
import { type Loaded, Session } from './Session.ts'

export async function withSession(
  contestant: Contestant,
  needs: Omit<Demand, 'dataDir'>,
  run: (session: Session) => Promise<Loaded>,
): Promise<Loaded> {
  const session = new Session(contestant, needs)
  try {
    await session.start()
    return await run(session)
  } finally {
    await session.end()
  }
}

/** 0, 1, …, count - 1. */
export function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index)
}
