/** environment → config → app → listen; nothing else. With `--demo` the demonstration is loaded first. */
import { networkInterfaces } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import closeWithGrace from 'close-with-grace'
import { startApp } from './app.ts'
import { demoWelcome, loadDemo } from './demo/loadDemo.ts'
import { ConfigError } from './platform/ConfigError.ts'
import { systemChance } from './platform/chance.ts'
import { systemClock } from './platform/clock.ts'
import { type Config, isLoopback, readConfig } from './platform/config.ts'
import { createLog } from './platform/log.ts'
import { openingLine, refusalOf, welcome } from './platform/welcome.ts'

/** The contract's ten seconds, less what the process needs to end. */
const stopWithinMs = 9_500

const stopSignals = ['SIGTERM', 'SIGINT'] as const

async function main(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const demo = process.argv.includes('--demo') ? await loadDemo(config, systemChance) : null
  const clientFolder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../client')
  const app = await startApp({ config, clock: systemClock, chance: systemChance, log, clientFolder })
  const { close } = closeWithGrace(
    { delay: stopWithinMs, logger: false, skip: [...stopSignals] },
    async ({ err, signal }) => {
      if (err) log.error({ err }, 'stopping after an error')
      else log.info({ signal }, 'stopping')
      await app.stop()
    },
  )
  stopOnce(close)
  const { file, isNew } = app.organizerKey
  const opening = isLoopback(config.host) ? openingLine(app.port, networkInterfaces()) : null
  // Whatever is logged otherwise: scripts wait for this line.
  const ready = { url: app.url, port: app.port, organizerKeyFile: file, isNewKey: isNew, opening }
  createLog('info').info(ready, 'ready')
  if (process.stdout.isTTY) process.stdout.write(welcome(app, opening))
  // Not to stdout, which is the log: links are secrets.
  if (demo) process.stderr.write(demoWelcome(app.url, demo))
}

/** Ctrl-C arrives twice through npm, from the terminal and passed on: the second must not cut the first stop short. */
function stopOnce(stop: () => void): void {
  let isStopping = false
  const handle = () => {
    if (isStopping) return
    isStopping = true
    stop()
  }
  for (const signal of stopSignals) process.on(signal, handle)
}

// What is written here is for the user who runs the server and for nobody else on the machine.
process.umask(0o077)

try {
  await main(readConfig())
} catch (error) {
  if (!(error instanceof ConfigError) && refusalOf(error) === null) throw error
  process.stderr.write(`${refusalOf(error) ?? (error as Error).message}\n`)
  // At once: a database that is open by now would keep the process alive.
  process.exit(1)
}
