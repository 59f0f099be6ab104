/**
 * The messages of one person that are on their way. Each is in exactly one place: on its way, or back in the field with
 * the reason, in front of what is being written there. So none is ever lost. A plain object with subscribe and
 * getSnapshot; the field reads it through React.
 */
import type { Problem } from '../../../shared/contracts/problems.ts'
import type { CommandAck } from '../../../shared/contracts/realtime.ts'
import { newId } from '../../lib/ids.ts'

export interface Pending {
  id: string
  text: string
}

export interface OutgoingSnapshot {
  /** What is in the field. */
  text: string
  pending: readonly Pending[]
  /** Why the last message came back; null once it is written on. */
  problem: Problem | null
}

export interface OutgoingOptions {
  /** What was left from before a reload. */
  text: string
  send: (text: string) => Promise<CommandAck>
  /** Keeps all that is not known to have arrived. */
  keep: (text: string) => void
}

export class Outgoing {
  readonly #send: OutgoingOptions['send']
  readonly #keep: OutgoingOptions['keep']
  readonly #listeners = new Set<() => void>()
  #snapshot: OutgoingSnapshot

  constructor({ text, send, keep }: OutgoingOptions) {
    this.#send = send
    this.#keep = keep
    this.#snapshot = { text, pending: [], problem: null }
  }

  getSnapshot = (): OutgoingSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  write(text: string): void {
    this.#set({ ...this.#snapshot, text, problem: null })
  }

  /** Sends what is in the field; blank text stays where it is. */
  async submit(): Promise<void> {
    const text = this.#snapshot.text.trim()
    if (text === '') return
    const id = newId()
    this.#set({ text: '', pending: [...this.#snapshot.pending, { id, text }], problem: null })
    const ack = await this.#send(text)
    const pending = this.#snapshot.pending.filter((other) => other.id !== id)
    if (ack.ok) this.#set({ ...this.#snapshot, pending })
    else this.#set({ text: joinTexts([text, this.#snapshot.text]), pending, problem: ack.problem })
  }

  #set(snapshot: OutgoingSnapshot): void {
    this.#snapshot = snapshot
    this.#keep(joinTexts([...snapshot.pending.map(({ text }) => text), snapshot.text]))
    for (const listener of [...this.#listeners]) listener()
  }
}

function joinTexts(texts: readonly string[]): string {
  return texts.filter((text) => text !== '').join('\n')
}
