/**
 * The servers of others that we measure ourselves against, in exact versions. The bench installs them into its own
 * ignored folder; the project depends on none of them, and no test needs them.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { benchFolder } from '../benchFolder.ts'

const manifests = {
  'y-websocket-server': {
    dependencies: { '@y/websocket-server': '0.1.1', ws: '6.2.7', 'y-leveldb': '0.1.2', yjs: '13.6.33' },
  },
  hocuspocus: {
    dependencies: { '@hocuspocus/server': '4.7.0', '@hocuspocus/extension-sqlite': '4.7.0', yjs: '13.6.33' },
    // The same interface and engine, and the driver that we use too; its binary needs no compiler.
    overrides: { 'better-sqlite3': 'npm:libsql@0.5.29' },
  },
}

export type Peer = keyof typeof manifests

export function peerFolder(peer: Peer): string {
  return join(benchFolder, 'peers', peer)
}

/** Installs a peer unless these versions are there. */
export function ensurePeer(peer: Peer): void {
  const folder = peerFolder(peer)
  const manifest = JSON.stringify({ name: `bench-${peer}`, private: true, ...manifests[peer] })
  const done = join(folder, 'installed.json')
  if (existsSync(done) && readFileSync(done, 'utf8') === manifest) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), manifest)
  process.stderr.write(`Installing ${peer} to be measured against…\n`)
  execFileSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, stdio: 'inherit' })
  writeFileSync(done, manifest)
}
