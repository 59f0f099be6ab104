/**
 * Real browsers for the journeys: one Chromium for each test file, one context for each person, as if everybody sat at
 * a laptop of their own. When a test fails, what every person saw is kept in tests/.output.
 */
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import axe from 'axe-core'
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { chromiumPath } from '../../tools/chromium.mjs'

const outputFolder = join(import.meta.dirname, '../.output')

/** No sandbox: tests run as root in containers. The others keep Chromium from talking to anybody but the server. */
const chromiumArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** What the interface promises: WCAG 2.2, levels A and AA. */
const axeTags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/** An interface that does not answer within this is broken, even on a loaded machine. */
const actionTimeoutMs = 15_000

export interface Person {
  name: string
  page: Page
  context: BrowserContext
  /** Errors that the page threw or logged so far. */
  errors: string[]
}

export interface Browsers {
  /** Opens a laptop for somebody; it is closed at the end of the file. */
  person(name: string, options?: BrowserContextOptions): Promise<Person>
  /** Opens another window on somebody's laptop, for whoever shares it. */
  beside(laptop: Person, name: string): Promise<Person>
}

/** Call once at the top of a test file: it starts Chromium before the tests and closes everything after them. */
export function openBrowsers(): Browsers {
  let browser: Browser | undefined
  const people: Person[] = []

  async function openWindow(name: string, context: BrowserContext): Promise<Person> {
    const person: Person = { name, context, page: await context.newPage(), errors: [] }
    person.page.on('pageerror', (error) => person.errors.push(error.message))
    person.page.on('console', (message) => {
      if (message.type() === 'error') person.errors.push(message.text())
    })
    people.push(person)
    return person
  }

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumArguments })
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(task.name, people)
  })
  afterAll(async () => {
    await browser?.close()
  })

  return {
    async person(name, options = {}) {
      if (browser === undefined) throw new Error('open people inside a test or beforeAll, when Chromium runs')
      const context = await browser.newContext({ locale: 'es-PA', timezoneId: 'America/Panama', ...options })
      context.setDefaultTimeout(actionTimeoutMs)
      await context.tracing.start({ snapshots: true, screenshots: false })
      return openWindow(name, context)
    },
    beside: (laptop, name) => openWindow(name, laptop.context),
  }
}

export interface BarrierSearch {
  /** Asks for these rules alone. */
  only?: readonly string[]
  /** Leaves these out. */
  except?: readonly string[]
}

/** What axe finds on a page, as sentences: compare with `[]`. */
export async function findBarriers(page: Page, { only = axeTags, except = [] }: BarrierSearch = {}): Promise<string[]> {
  // What still moves or fades would be measured as it never stays.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)))
  const rules = Object.fromEntries(except.map((rule) => [rule, { enabled: false }]))
  const options: axe.RunOptions = { runOnly: [...only], rules, resultTypes: ['violations'] }
  // Once for each document: it is half a megabyte to parse.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate(
    (asked) => (window as unknown as { axe: typeof axe }).axe.run(document, asked),
    options,
  )
  return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' and ')}`)
}

async function keepEvidence(test: string, people: Person[]): Promise<void> {
  const folder = join(outputFolder, test.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  for (const { name, page, context } of people) {
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
    await context.tracing.stop({ path: join(folder, `${name}.trace.zip`) })
    await context.tracing.start({ snapshots: true, screenshots: false })
  }
}
