/**
 * One connection between a tab and the server: a queue in each direction, emptied by hand, and never out of order. A
 * wire that is dead takes frames and loses them, and each end believes in it until it learns better.
 */

import type { Client } from '../../../server/sync/Hub.ts'
import type { DocumentAccess } from '../../../shared/proceedings/policy.ts'

/** What a tab takes from the wire: a frame, or the end with its close code (1006: no goodbye). */
export type Arrival = Uint8Array | { closed: number }

export const noGoodbye = 1006

export class Wire {
  readonly clientId: number
  /** By client id: whether the server last said on this wire that they are here. */
  readonly told = new Map<number, boolean>()
  /** What the server lets its tab do. Who might write and may not read any more is leaving, and stays so. */
  right: DocumentAccess | 'leaving'
  /** Its tab could write all the time and has answered the server's question: there is no hole in what it sent. */
  isWhole = false
  /** The server has sent something: the document is loaded. */
  isJoined = false
  /** Its tab sent what an honest one does not. */
  isForger = false
  /** The server has closed it; the tab may not know yet. */
  isOver = false
  /** The server's end; null when the server knows that the wire has gone. */
  serverEnd: Client | null = null
  /** Since when nothing passes; null while it is alive. */
  diedAt: number | null = null
  /** The tab reads nothing, and the server's frames pile up. */
  clogged = false
  #up: Uint8Array[] = []
  #down: Arrival[] = []

  constructor(clientId: number, right: DocumentAccess) {
    this.clientId = clientId
    this.right = right
  }

  rightBecomes(access: DocumentAccess): void {
    if (this.right === 'leaving' || this.right === 'none') return
    if (access === 'read') this.isWhole = false
    this.right = access === 'none' && this.right === 'write' ? 'leaving' : access
  }

  sendUp(frame: Uint8Array): void {
    if (this.diedAt === null) this.#up.push(frame)
  }

  sendDown(arrival: Arrival): void {
    if (this.diedAt === null) this.#down.push(arrival)
  }

  takeUp(): Uint8Array | undefined {
    return this.#up.shift()
  }

  takeDown(): Arrival | undefined {
    return this.clogged ? undefined : this.#down.shift()
  }

  die(now: number): void {
    this.diedAt ??= now
    this.#up = []
    this.#down = []
  }

  /** The server's process is gone. Its kernel may still deliver what it had sent, then it says goodbye for it. */
  serverDied(losesSent: boolean): void {
    this.serverEnd = null
    this.clogged = false
    this.#up = []
    if (losesSent) this.#down = []
    this.sendDown({ closed: noGoodbye })
  }

  /** The server's end learns that the wire has gone. */
  endAtServer(): void {
    const end = this.serverEnd
    this.serverEnd = null
    end?.ended()
  }
}
