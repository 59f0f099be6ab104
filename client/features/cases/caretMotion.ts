/**
 * Whose caret is on the move: a name is shown at a caret while its owner writes or moves it, and a moment longer, so
 * that names do not cover what is being read. Knows who is who by awareness, and nothing of names or the screen.
 */
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Cancel, Clock } from '../../lib/time.ts'

/** How long a name stays after the last move. */
export const lingerMs = 2_000

export type MotionListener = (participantId: string, isMoving: boolean) => void

export class CaretMotion {
  readonly #doc: Y.Doc
  readonly #awareness: Awareness
  readonly #clock: Clock
  readonly #listener: MotionListener
  readonly #carets = new Map<number, string>()
  readonly #moving = new Map<string, Cancel>()

  constructor(doc: Y.Doc, awareness: Awareness, clock: Clock, listener: MotionListener) {
    this.#doc = doc
    this.#awareness = awareness
    this.#clock = clock
    this.#listener = listener
    awareness.on('change', this.#handleAwareness)
    doc.on('afterTransaction', this.#handleTransaction)
  }

  isMoving(participantId: string): boolean {
    return this.#moving.has(participantId)
  }

  dispose(): void {
    this.#awareness.off('change', this.#handleAwareness)
    this.#doc.off('afterTransaction', this.#handleTransaction)
    for (const cancel of this.#moving.values()) cancel()
    this.#moving.clear()
  }

  #handleAwareness = (): void => {
    const states = this.#awareness.getStates()
    for (const client of this.#carets.keys()) if (!states.has(client)) this.#carets.delete(client)
    for (const [client, state] of states) {
      // Compared as it was sent: the editor's plugin adds a colour and a name to the states that it draws.
      const caret = JSON.stringify(state.cursor ?? null)
      if (this.#carets.get(client) === caret) continue
      this.#carets.set(client, caret)
      if (caret !== 'null') this.#touch(client)
    }
  }

  /** A caret at the end of a text keeps its relative position while its owner writes there. */
  #handleTransaction = ({ beforeState, afterState }: Y.Transaction): void => {
    for (const [client, clock] of afterState) if (clock !== beforeState.get(client)) this.#touch(client)
  }

  #touch(client: number): void {
    if (client === this.#doc.clientID) return
    const participantId = participantAt(this.#awareness, client)
    if (participantId === null) return
    this.#moving.get(participantId)?.()
    this.#moving.set(
      participantId,
      this.#clock.after(lingerMs, () => {
        this.#moving.delete(participantId)
        this.#listener(participantId, false)
      }),
    )
    this.#listener(participantId, true)
  }
}

function participantAt(awareness: Awareness, client: number): string | null {
  const user: unknown = awareness.getStates().get(client)?.user
  return participantOf(user)
}

/** Who a state of awareness is from; the server lets through only a sender's own id. */
export function participantOf(user: unknown): string | null {
  if (typeof user !== 'object' || user === null || !('participantId' in user)) return null
  return typeof user.participantId === 'string' ? user.participantId : null
}
