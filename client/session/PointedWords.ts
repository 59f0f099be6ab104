/** Whose words the caret stands in, or the pointer is over; the pointer goes before. Plain object, no drawing. */
import { isSameWritten, type Written } from './authorLooks.ts'

export type Pointing = 'caret' | 'pointer'

export interface PointedSnapshot {
  by: Pointing
  written: Written
}

export class PointedWords {
  readonly #listeners = new Set<() => void>()
  readonly #at: Record<Pointing, Written | null> = { caret: null, pointer: null }
  #snapshot: PointedSnapshot | null = null

  getSnapshot = (): PointedSnapshot | null => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  point(by: Pointing, written: Written | null): void {
    if (isSameWritten(this.#at[by], written)) return
    this.#at[by] = written
    const { caret, pointer } = this.#at
    if (pointer) this.#snapshot = { by: 'pointer', written: pointer }
    else this.#snapshot = caret && { by: 'caret', written: caret }
    for (const listener of [...this.#listeners]) listener()
  }
}
