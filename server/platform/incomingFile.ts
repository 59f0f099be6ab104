/**
 * A body from outside, received into a file of its own that is gone when its use has ended, however it ends. It is never
 * in memory as a whole. How many bytes come is limited by the caller, before.
 */
import { mkdir, open, rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import { ProblemError } from '../../shared/contracts/problems.ts'

/** One piece of a file: large enough to be few, small enough to hold many at once. */
const chunkBytes = 262_144

export interface IncomingFile {
  path: string
  bytes: number
  /** The whole file in pieces, from its beginning each time. */
  chunks(): AsyncIterable<Uint8Array>
}

/** Receives a body to `path`, which is new, for as long as `use` takes. */
export async function withIncomingFile<T>(
  body: Readable,
  path: string,
  use: (file: IncomingFile) => Promise<T>,
): Promise<T> {
  try {
    const bytes = await receive(body, path)
    return await use({ path, bytes, chunks: () => chunksOf(path) })
  } finally {
    await rm(path, { force: true })
  }
}

/** Makes the folder for incoming files, without what a process that was killed left in it. */
export async function emptyIncoming(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

async function receive(body: Readable, path: string): Promise<number> {
  try {
    const file = await open(path, 'wx', 0o600)
    try {
      let bytes = 0
      // A body that cannot be kept is still read to its end: only then does its sender hear why.
      for await (const chunk of body.iterator({ destroyOnReturn: false })) {
        await file.writeFile(chunk)
        bytes += chunk.length
      }
      return bytes
    } finally {
      await file.close()
    }
  } catch (error) {
    body.resume()
    throw refusalOf(error)
  }
}

async function* chunksOf(path: string): AsyncIterable<Uint8Array> {
  const file = await open(path, 'r')
  try {
    for (;;) {
      // A new one each time: whoever got the last piece may still hold it.
      const { bytesRead, buffer } = await file.read(Buffer.alloc(chunkBytes), 0, chunkBytes, null)
      if (bytesRead === 0) return
      yield bytesRead === chunkBytes ? buffer : new Uint8Array(buffer.subarray(0, bytesRead))
    }
  } finally {
    await file.close()
  }
}

function refusalOf(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new ProblemError('unavailable', 'The disk of the server is full. Nothing else was changed.')
  }
  if (code === 'ECONNRESET' || code === 'ERR_STREAM_PREMATURE_CLOSE') {
    return new ProblemError('invalid-request', 'The upload broke off.')
  }
  return error
}
