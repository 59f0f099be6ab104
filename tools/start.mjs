/**
 * `npm start`: builds what is missing, then becomes the server. It is the same process, so signals reach the server
 * and a terminal stays a terminal. For that npm's script says `exec`, or the shell between would take the signal and
 * leave the server behind; after `||` stands what Windows runs, which has no `exec`.
 */
import { buildMissing } from './build.mjs'

try {
  await buildMissing()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
process.setSourceMapsEnabled(true)
await import(new URL('../dist/server/main.js', import.meta.url).href)
