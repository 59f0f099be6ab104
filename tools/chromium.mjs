/**
 * The one place that knows which browser the tests drive: `CHROMIUM`, or where Debian's package puts it. On a Debian
 * machine that lacks it, root installs it; anybody else is told in one line what to install.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export const chromiumPath = process.env.CHROMIUM || '/usr/bin/chromium'

/** @throws an error whose message is one line: what to install */
export function ensureChromium() {
  if (existsSync(chromiumPath)) return
  const remedy = 'install Chromium ("apt-get install chromium") or set CHROMIUM to its executable.'
  if (process.env.CHROMIUM) throw new Error(`CHROMIUM is "${process.env.CHROMIUM}", which is no file: ${remedy}`)
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Error(`The browser tests need ${chromiumPath}: ${remedy}`)
  }
  console.error('Installing Chromium for the browser tests…')
  aptGet('update')
  aptGet('install', '--yes', '--no-install-recommends', 'chromium')
  if (!existsSync(chromiumPath)) throw new Error(`Chromium could not be installed from Debian's packages: ${remedy}`)
}

/** @param {string[]} args */
function aptGet(...args) {
  const { status, stdout, stderr } = spawnSync('apt-get', ['-qq', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (status !== 0) console.error(stdout + stderr)
}
