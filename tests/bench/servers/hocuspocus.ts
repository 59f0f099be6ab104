/** Starts @hocuspocus/server from the folder of the installed peer: its own listener, with SQLite where it is asked for. */
import { createRequire } from 'node:module'
import { join } from 'node:path'

/** What is used of it; its package is no dependency of the project. */
interface Hocuspocus {
  Server: new (options: object) => { listen(): Promise<unknown> }
}
interface SqliteExtension {
  SQLite: new (options: { database: string }) => object
}

const { PEER_FOLDER = '', SQLITE, HOST, PORT } = process.env
const require = createRequire(join(PEER_FOLDER, 'package.json'))
const { Server }: Hocuspocus = require('@hocuspocus/server')
const extensions: object[] = []
if (SQLITE !== undefined) {
  const { SQLite }: SqliteExtension = require('@hocuspocus/extension-sqlite')
  extensions.push(new SQLite({ database: SQLITE }))
}
await new Server({ port: Number(PORT), address: HOST, quiet: true, extensions }).listen()
