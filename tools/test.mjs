/**
 * `npm test`: everything, cheap things first, and the closing line `N passed, N failed` over all of it. Named suites
 * run alone: `npm test -- unit`. A failure ends the run after its stage, since what is dearer would only repeat it.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMissing } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { countReport } from './vitestReport.mjs'

/** @typedef {import('./vitestReport.mjs').Count} Count */

const root = join(import.meta.dirname, '..')

/** @type {Record<string, () => Promise<Count>>} */
const suites = {
  lint: () => tool('biome', 'check', '--error-on-warnings'),
  types: () => tool('tsc', '--noEmit'),
  unit: () => vitest('unit'),
  build,
  integration: () => vitest('integration'),
  browser: () => vitest('browser'),
}

const stages = [['lint', 'types', 'unit'], ['build'], ['integration'], ['browser']]

const total = await runAll(process.argv.slice(2))
if (total.failed > 0 || total.passed === 0) process.exitCode = 1
console.log(`${total.passed} passed, ${total.failed} failed`)

/**
 * @param {string[]} asked suites by name; none means all
 * @returns {Promise<Count>}
 */
async function runAll(asked) {
  const total = { passed: 0, failed: 0 }
  const unknown = asked.find((name) => !(name in suites))
  if (unknown !== undefined)
    return refuse(`There is no suite "${unknown}": choose from ${Object.keys(suites).join(', ')}.`)
  const wanted = stages.map((stage) => stage.filter((name) => asked.length === 0 || asked.includes(name)))
  try {
    if (wanted.flat().includes('browser')) ensureChromium()
  } catch (error) {
    return refuse(error)
  }
  for (const stage of wanted) {
    for (const name of stage) {
      console.log(`\n— ${name} —`)
      const count = await suites[name]?.()
      total.passed += count?.passed ?? 0
      total.failed += count?.failed ?? 0
    }
    if (total.failed > 0) break
  }
  return total
}

/**
 * @param {unknown} reason
 * @returns {Count}
 */
function refuse(reason) {
  console.error(reason instanceof Error ? reason.message : reason)
  return { passed: 0, failed: 1 }
}

/** @returns {Promise<Count>} */
async function build() {
  try {
    await buildMissing()
    return { passed: 1, failed: 0 }
  } catch (error) {
    return refuse(error)
  }
}

/**
 * A tool that only says yes or no counts as one test.
 * @param {string} name
 * @param {string[]} args
 * @returns {Promise<Count>}
 */
async function tool(name, ...args) {
  return (await run(name, args)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/**
 * @param {string} project a project of vitest.config.ts
 * @returns {Promise<Count>}
 */
async function vitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'plenaria-test-'))
  const file = join(folder, 'report.json')
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const exitCode = await run('vitest', ['run', '--project', project, ...reporters])
    const { complaints, ...count } = countReport(readReport(file), exitCode)
    for (const complaint of complaints) console.error(`${project}: ${complaint}`)
    return count
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // Vitest stopped before it had anything to report: its exit code and the missing report count as a failure.
    return undefined
  }
}

/**
 * @param {string} name an executable of a dependency
 * @param {string[]} args
 * @returns {Promise<number>} the exit code
 */
async function run(name, args) {
  const child = spawn(join(root, 'node_modules/.bin', name), args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  try {
    const [code] = await once(child, 'exit')
    return code ?? 1
  } catch (error) {
    console.error(`${name} cannot be started: run "npm ci" first. (${error instanceof Error ? error.message : error})`)
    return 1
  }
}
