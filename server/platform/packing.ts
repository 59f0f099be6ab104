/** Compression as a port, for bytes that are kept and seldom read. It leaves the main thread, so it takes its turns. */
import { promisify } from 'node:util'
import { deflateRaw, inflateRaw } from 'node:zlib'
import { limits } from '../../shared/contracts/limits.ts'

export interface Packing {
  pack(bytes: Uint8Array): Promise<Uint8Array>
  /** Throws for what was not packed. */
  unpack(packed: Uint8Array): Promise<Uint8Array>
}

const deflate = promisify(deflateRaw)
const inflate = promisify(inflateRaw)

export const deflating: Packing = {
  pack: async (bytes) => new Uint8Array(await deflate(bytes)),
  unpack: async (packed) => new Uint8Array(await inflate(packed)),
}

/** For bytes that another server packed: a small piece does not become more than a whole archive may. */
export const deflatingFromOutside: Packing = {
  ...deflating,
  unpack: async (packed) => new Uint8Array(await inflate(packed, { maxOutputLength: limits.archiveUnpackedBytes })),
}
