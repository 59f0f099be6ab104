/**
 * What is known outside of the server: what was written and removed, what of it was shown as saved, and every update
 * that anybody produced.
 */
import type { Edited } from './edits.ts'

/** The words that one frame carries, as its sender knows them. */
export interface Carried {
  written: string[]
  removed: string[]
}

export class Ledger {
  /** By document, then by token: the paragraph that it stands in, if any. */
  readonly written = new Map<string, Map<string, string | null>>()
  readonly removed = new Set<string>()
  readonly saved: { written: Set<string>; removed: Set<string> } = { written: new Set(), removed: new Set() }
  /** Written in a page that was loaded anew before it was shown as saved: may be gone. */
  readonly mayBeLost = new Set<string>()
  readonly updates = new Map<string, Uint8Array[]>()
  /** Documents of which some update may be lost with its page. */
  readonly incomplete = new Set<string>()

  record(document: string, { written, removed }: Edited): void {
    const known = this.written.get(document) ?? new Map<string, string | null>()
    for (const { token, inside } of written) known.set(token, inside)
    this.written.set(document, known)
    for (const token of removed) this.removed.add(token)
  }

  recordUpdate(document: string, update: Uint8Array): void {
    const known = this.updates.get(document) ?? []
    known.push(update)
    this.updates.set(document, known)
  }

  confirm({ written, removed }: Carried): void {
    for (const token of written) this.saved.written.add(token)
    for (const token of removed) this.saved.removed.add(token)
  }

  lose(document: string, written: string[]): void {
    this.incomplete.add(document)
    for (const token of written) if (!this.saved.written.has(token)) this.mayBeLost.add(token)
  }

  /** Somebody removed it, or the paragraph around it. */
  isRemoved(document: string, token: string): boolean {
    const inside = this.written.get(document)?.get(token) ?? null
    return this.removed.has(token) || (inside !== null && this.removed.has(inside))
  }
}
