/** Reads lib0's variable-length numbers and strings out of a buffer in place: a delivery of the load costs no garbage. */
export class ByteReader {
  #bytes: Uint8Array = new Uint8Array(0)
  at = 0

  reset(bytes: Uint8Array, at: number): this {
    this.#bytes = bytes
    this.at = at
    return this
  }

  byte(): number {
    return this.#bytes[this.at++] ?? 0
  }

  varUint(): number {
    let value = 0
    for (let unit = 1; ; unit *= 128) {
      const byte = this.byte()
      value += (byte & 127) * unit
      if (byte < 128) return value
    }
  }

  /** Passes over a string or byte array and gives its length. */
  skipBytes(): number {
    const length = this.varUint()
    this.at += length
    return length
  }
}
