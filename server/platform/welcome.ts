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
  const { code, message = '' } = error as { code?: string; message?: string }
  if (code === 'EADDRINUSE') return 'PORT is in use by another program: stop it, or set PORT to another number.'
  if (code === 'EACCES')
    return 'PORT or DATA_DIR may not be used by this user: choose a PORT above 1023 and a DATA_DIR of your own.'
  if (code === 'EADDRNOTAVAIL') return 'HOST is not an address of this machine: use 127.0.0.1 or 0.0.0.0.'
  if (/database is locked|SQLITE_BUSY/.test(`${code} ${message}`)) {
    return 'DATA_DIR (or DATABASE_URL) is in use by another Plenaria: stop it, or give this one its own.'
  }
  if (code !== undefined && databaseRefusals.has(code)) {
    return 'DATABASE_URL leads to no database that lets this server in: check host, port, user, password and name.'
  }
  return null
}

/** No host, no listener, wrong password, wrong user, no such database (PostgreSQL, appendix A). */
const databaseRefusals: ReadonlySet<string> = new Set(['ENOTFOUND', 'ECONNREFUSED', '28P01', '28000', '3D000'])
