/** Listening where HOST and PORT say. What prevents it is one line that names the variable, its value and a way out. */
import type { Server } from 'node:net'
import { ConfigError } from './ConfigError.ts'

export function listen(server: Server, { host, port }: { host: string; port: number }): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = reasons[error.code ?? '']?.(host, port)
      reject(reason === undefined ? error : new ConfigError(reason))
    })
    server.listen(port, host, () => resolve())
  })
}

const noSuchHost = (host: string) =>
  `HOST is "${host}": that is no address of this machine; give 127.0.0.1, or 0.0.0.0 for all that it has.`

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) => `PORT is ${port}: another program uses it; stop that one, or give another number.`,
  EACCES: (_host, port) => `PORT is ${port}: this user may not use it; give a number above 1023.`,
  EADDRNOTAVAIL: noSuchHost,
  EINVAL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
}
