/** Archives that somebody changed who also made the manifest agree with the change. */
import { strFromU8, strToU8, zipSync } from 'fflate'
import { checksumOf } from '../../server/archive/writeArchive.ts'

export type Files = Record<string, Uint8Array>

/** The archive with one file changed. */
export function forge(files: Files, file: string, change: (text: string) => string): Uint8Array {
  const body = strToU8(change(strFromU8(files[file] ?? new Uint8Array())))
  const manifest = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()))
  for (const entry of manifest.files) if (entry.name === file) entry.sha256 = checksumOf(body)
  return zipSync({ ...files, 'manifest.json': strToU8(JSON.stringify(manifest)), [file]: body })
}
