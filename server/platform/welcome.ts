/** What the person at the terminal reads: where to go, the organizer key once, and how to let the room in. */
import type { NetworkInterfaceInfo } from 'node:os'

export interface Welcome {
  url: string
  /** `file` is null when the key came from the environment; `isNew` when this start made it. */
  organizerKey: { key: string; file: string | null; isNew: boolean }
}

/** `opening` is the line that says how to let the room in; null when it is in already. */
export function welcome({ url, organizerKey }: Welcome, opening: string | null): string {
  const { key, file, isNew } = organizerKey
  const lines = ['', `Plenaria is ready. Create a meeting at ${url}/organize`]
  if (file === null) lines.push('The organizer key is the one in ORGANIZER_KEY.')
  else if (isNew) lines.push(`Organizer key (shown this once, kept in ${file}):`, '', `    ${key}`, '')
  else lines.push(`The organizer key is in ${file}`)
  if (opening !== null) lines.push(opening)
  return `${lines.join('\n')}\n\n`
}

/** How to open a server that only this machine reaches, with the address that others would type. */
export function openingLine(port: number, interfaces: NodeJS.Dict<NetworkInterfaceInfo[]>): string {
  const addresses = Object.values(interfaces).flatMap((infos) => infos ?? [])
  const own = addresses.find(({ family, internal }) => family === 'IPv4' && !internal)?.address
  return `To open it to the room: HOST=0.0.0.0 PUBLIC_URL=http://${own ?? '<address of this machine>'}:${port} npm start`
}

/** The one line for what can go wrong at the start and is no fault of the program; null for anything else. */
export function refusalOf(error: unknown): string | null {
  const { code, path, message = '' } = error as { code?: string; path?: string; message?: string }
  if (path !== undefined && code !== undefined && folderRefusals.has(code)) {
    return `DATA_DIR cannot be used because of "${path}" (${code}): give a folder that this user may write.`
  }
  if (code === 'SQLITE_NOTADB' || message.includes('Unable to open connection to local database')) {
    return 'DATA_DIR holds a plenaria.db that is no database: restore it, or give another folder.'
  }
  if (/database is locked|SQLITE_BUSY/.test(`${code} ${message}`)) {
    return 'DATA_DIR (or DATABASE_URL) is in use by another Plenaria: stop it, or give this one its own.'
  }
  if (code !== undefined && databaseRefusals.has(code)) {
    return 'DATABASE_URL leads to no database that lets this server in: check host, port, user, password and name.'
  }
  return null
}

/** A file where a folder should be, no right to write, a read-only or full disk. */
const folderRefusals: ReadonlySet<string> = new Set([
  'EEXIST',
  'ENOTDIR',
  'EISDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
])

/** No host, no listener, wrong password, wrong user, no such database (PostgreSQL, appendix A). */
const databaseRefusals: ReadonlySet<string> = new Set(['ENOTFOUND', 'ECONNREFUSED', '28P01', '28000', '3D000'])
