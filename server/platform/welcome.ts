/** What the person at the terminal reads: where to go, the organizer key once, and how to let the room in. */
export interface Welcome {
  url: string
  /** `file` is null when the key came from the environment; `isNew` when this start made it. */
  organizerKey: { key: string; file: string | null; isNew: boolean }
}

export function welcome({ url, organizerKey }: Welcome, isLocal: boolean): string {
  const { key, file, isNew } = organizerKey
  const lines = ['', `Plenaria is ready. Create a meeting at ${url}/organize`]
  if (file === null) lines.push('The organizer key is the one in ORGANIZER_KEY.')
  else if (isNew) lines.push(`Organizer key (shown this once, kept in ${file}):`, '', `    ${key}`, '')
  else lines.push(`The organizer key is in ${file}`)
  if (isLocal) {
    lines.push('To open it to the room: HOST=0.0.0.0 PUBLIC_URL=http://<address of this machine>:3000 npm start')
  }
  return `${lines.join('\n')}\n\n`
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
