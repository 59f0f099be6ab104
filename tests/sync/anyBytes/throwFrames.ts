/** Frame after frame into rooms. The first that harms one is told with those before it that it needs. */
import { seededChance } from '../../support/chance.ts'
import { drawFrame } from './drawFrame.ts'
import { type Outcome, Room } from './Room.ts'

/** Then a new room begins: what one room has become is small enough to be looked at after each frame. */
const framesPerRoom = 100

export interface Throw {
  /** Base64. */
  frame: string
  writable: boolean
}

/** Gives how often each outcome was. */
export async function throwFrames(
  { seed, count }: { seed: number; count: number },
  progress: (done: number) => void = () => undefined,
): Promise<Map<Outcome, number>> {
  const outcomes = new Map<Outcome, number>()
  for (let done = 0; done < count; done += framesPerRoom) {
    const chance = seededChance(seed + done)
    const frames = Math.min(framesPerRoom, count - done)
    const throws = Array.from({ length: frames }, () => ({
      frame: Buffer.from(drawFrame(chance)).toString('base64'),
      writable: chance.below(8) > 0,
    }))
    const { outcomes: own, finding } = await findingOf(throws)
    if (finding) throw await explain(seed + done, throws, finding)
    for (const outcome of own) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    progress(done + frames)
  }
  return outcomes
}

/** What a row of throws does to a new room; `finding` is null if it is unharmed. */
export async function findingOf(throws: Throw[]): Promise<{ outcomes: Outcome[]; finding: Error | null }> {
  const outcomes: Outcome[] = []
  const room = await Room.open()
  try {
    for (const { frame, writable } of throws) {
      outcomes.push(await room.take(new Uint8Array(Buffer.from(frame, 'base64')), { writable }))
    }
    await room.judgeStored()
    return { outcomes, finding: null }
  } catch (error) {
    return { outcomes, finding: error as Error }
  }
}

async function explain(seed: number, throws: Throw[], finding: Error): Promise<Error> {
  let needed = throws
  for (let index = needed.length - 1; index >= 0; index--) {
    const fewer = needed.toSpliced(index, 1)
    if ((await findingOf(fewer)).finding?.message === finding.message) needed = fewer
  }
  const lines = [
    `seed ${seed}: ${finding.message}`,
    `Again: npm run torture -- bytes --rounds 100 --seed ${seed}`,
    'Shortest row, for tests/sync/anyBytes/regressions/<name>.json:',
    JSON.stringify({ about: '', throws: needed }),
  ]
  return new Error(lines.join('\n'), { cause: finding })
}
