/** The instance owner's key: from the environment, or made at the first start and kept in the data folder. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ConfigError } from '../platform/ConfigError.ts'
import type { Chance } from '../platform/chance.ts'

export interface OrganizerKey {
  key: string
  /** Where it is kept; null when it came from the environment. */
  file: string | null
  /** It was made by this start. */
  isNew: boolean
}

export async function loadOrganizerKey(fromEnv: string | null, dataDir: string, chance: Chance): Promise<OrganizerKey> {
  if (fromEnv !== null) return { key: fromEnv, file: null, isNew: false }
  const file = path.join(dataDir, 'organizer.key')
  try {
    const key = (await readFile(file, 'utf8')).trim()
    if (key.length >= 16) return { key, file, isNew: false }
    throw new ConfigError(`${file} holds no key: delete it and start again, and a new one is made.`)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  const key = chance.secret()
  await mkdir(dataDir, { recursive: true })
  await writeFile(file, `${key}\n`, { mode: 0o600, flag: 'wx' })
  return { key, file, isNew: true }
}
