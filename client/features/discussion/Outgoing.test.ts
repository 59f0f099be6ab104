import { beforeEach, describe, expect, it } from 'vitest'
import { makeProblem } from '../../../shared/contracts/problems.ts'
import type { CommandAck } from '../../../shared/contracts/realtime.ts'
import { Outgoing } from './Outgoing.ts'

const problem = makeProblem('not-now', 'The meeting is closed.')
let kept: string
let answers: ((ack: CommandAck) => void)[]
let outgoing: Outgoing

beforeEach(() => {
  kept = ''
  answers = []
  outgoing = new Outgoing({
    text: '',
    send: () => new Promise((resolve) => void answers.push(resolve)),
    keep: (text) => {
      kept = text
    },
  })
})

async function answer(index: number, ack: CommandAck, submitted: Promise<void>): Promise<void> {
  answers[index]?.(ack)
  await submitted
}

describe('a message on its way', () => {
  it('leaves the field free and is gone once the server has it', async () => {
    outgoing.write(' hola ')
    const sent = outgoing.submit()
    expect(outgoing.getSnapshot()).toMatchObject({ text: '', pending: [{ text: 'hola' }] })
    await answer(0, { ok: true, events: [] }, sent)
    expect(outgoing.getSnapshot()).toEqual({ text: '', pending: [], problem: null })
    expect(kept).toBe('')
  })

  it('comes back into the field with the reason when it is refused', async () => {
    outgoing.write('hola')
    await answer(
      0,
      { ok: false, problem },
      Promise.all([outgoing.submit()]).then(() => undefined),
    )
    expect(outgoing.getSnapshot()).toEqual({ text: 'hola', pending: [], problem })
  })

  it('stands in front of what was written meanwhile when it comes back', async () => {
    outgoing.write('uno')
    const sent = outgoing.submit()
    outgoing.write('dos')
    await answer(0, { ok: false, problem }, sent)
    expect(outgoing.getSnapshot().text).toBe('uno\ndos')
  })

  it('is kept with the unfinished text for the case of a reload', () => {
    outgoing.write('uno')
    void outgoing.submit()
    outgoing.write('dos')
    expect(kept).toBe('uno\ndos')
  })

  it('is not made of blank text', async () => {
    outgoing.write('  \n ')
    await outgoing.submit()
    expect(answers).toEqual([])
    expect(outgoing.getSnapshot().text).toBe('  \n ')
  })

  it('forgets the reason once the person writes on', async () => {
    outgoing.write('hola')
    const sent = outgoing.submit()
    await answer(0, { ok: false, problem }, sent)
    outgoing.write('hola a todos')
    expect(outgoing.getSnapshot().problem).toBeNull()
  })
})
