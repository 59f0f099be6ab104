/**
 * Opens a zip that comes from outside. What it says of itself is not believed: only names that an archive has are
 * unpacked, each once, and the bytes are counted as they come, so that a small file cannot become a large one.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'

/** Unpacked at once; between two of them the server does its other work. Deflate makes at most 1,032 times as much. */
const sliceBytes = 16_384

/** Gives the files by name: all of `names`, which must be there, and those whose names `others` knows. */
export async function unpack(
  archive: Uint8Array,
  names: readonly string[],
  others: RegExp,
): Promise<Map<string, Uint8Array>> {
  const unpacking = new Unpacking(names, others)
  for (let start = 0; start < archive.length; start += sliceBytes) {
    const end = start + sliceBytes
    unpacking.push(archive.subarray(start, end), end >= archive.length)
    await nextTurn()
  }
  return unpacking.files()
}

class Unpacking {
  readonly #names: readonly string[]
  readonly #others: RegExp
  readonly #chunks = new Map<string, Uint8Array[]>()
  readonly #ended = new Set<string>()
  readonly #unzip: Unzip
  #bytes = 0
  /** Kept and thrown between two slices: fflate takes what is thrown in its callbacks for a fault of the file. */
  #refusal: ProblemError | null = null

  constructor(names: readonly string[], others: RegExp) {
    this.#names = names
    this.#others = others
    this.#unzip = new Unzip((file) => this.#open(file))
    this.#unzip.register(UnzipInflate)
  }

  push(slice: Uint8Array, isLast: boolean): void {
    try {
      this.#unzip.push(slice, isLast)
    } catch {
      this.#refusal ??= broken()
    }
    if (this.#refusal) throw this.#refusal
  }

  files(): Map<string, Uint8Array> {
    for (const name of [...this.#names, ...this.#chunks.keys()]) if (!this.#ended.has(name)) throw broken(name)
    return new Map([...this.#chunks].map(([name, chunks]) => [name, new Uint8Array(Buffer.concat(chunks))]))
  }

  #open(file: UnzipFile): void {
    const { name } = file
    const isKnown = this.#names.includes(name) || this.#others.test(name)
    if (!isKnown || this.#chunks.has(name)) {
      this.#refusal ??= refusal(
        'The file holds what no archive holds: send it as the export gave it, not packed again.',
      )
      return
    }
    const chunks: Uint8Array[] = []
    this.#chunks.set(name, chunks)
    file.ondata = (error, chunk, isLast) => {
      if (error) this.#refusal ??= broken(name)
      if (this.#refusal) return
      this.#bytes += chunk.length
      if (this.#bytes > limits.archiveUnpackedBytes) this.#refusal = tooLarge()
      chunks.push(chunk)
      if (isLast) this.#ended.add(name)
    }
    file.start()
  }
}

function tooLarge(): ProblemError {
  const megabytes = limits.archiveUnpackedBytes / 1_048_576
  return new ProblemError('too-large', `Unpacked, the archive is over ${megabytes} MB: this server takes no more.`)
}

function broken(name?: string): ProblemError {
  const what = name === undefined ? 'This is no zip file, or a part of it is missing' : `"${name}" is missing or broken`
  return refusal(`${what}: export the meeting again and send that file unchanged.`)
}

function refusal(detail: string): ProblemError {
  return new ProblemError('invalid-request', detail)
}
