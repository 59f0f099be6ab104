/** Frames that came before the document was whole; more than a document's worth closes the connection [HS2]. */
import { limits } from '../../shared/contracts/limits.ts'
import type { Connection } from './Connection.ts'

/** What a frame takes in memory beside its bytes: an empty one is not for nothing. */
const frameCostBytes = 64

export class EarlyFrames {
  readonly #connection: Connection
  #frames: Uint8Array[] = []
  #bytes = 0

  constructor(connection: Connection) {
    this.#connection = connection
  }

  add(frame: Uint8Array): void {
    if (this.#connection.state === 'closed') return
    this.#bytes += frame.byteLength + frameCostBytes
    if (this.#bytes <= limits.documentBytes) {
      this.#frames.push(frame)
      return
    }
    this.#frames = []
    this.#connection.closeOver('documentBytes')
  }

  take(): Uint8Array[] {
    const frames = this.#frames
    this.#frames = []
    return frames
  }
}
