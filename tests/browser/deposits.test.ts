/**
 * Words that come too late for their document: written offline while it was locked, or in the moment in which somebody
 * was removed. They go in by themselves or through the facilitators' hands, and nothing is lost or doubled.
 */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { command } from '../support/api.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { lockDatabase } from '../support/database.ts'
import { type Line, openLine } from '../support/Line.ts'
import { type Server, startServer } from '../support/server.ts'
import { isSaved, paragraphsOf, placeCaret, textOf, typeIn, typeOn } from './steps/casePaper.ts'
import { enterByLink, seatOf } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { storedCase } from './steps/record.ts'
import { goTo, meetingSide } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const facts = 'Resumen de los hechos'
/** What Chromium logs of a line that is down; nothing else may be wrong. */
const lineNoise = /net::ERR_|WebSocket connection to/

let line: Line
let secondLine: Line
let server: Server
let meeting: PreparedMeeting
let ana: Person
let elena: Person

beforeAll(async () => {
  ;[line, secondLine] = await Promise.all([openLine(), openLine()])
  server = await startServer({ env: { ALLOWED_ORIGINS: `${line.url},${secondLine.url}` } })
  for (const each of [line, secondLine]) each.leadTo(server.port)
  meeting = await prepareMeeting(server, 'Reunión con entregas')
  ;[ana, elena] = await Promise.all([browsers.person('ana'), browsers.person('elena')])
  await enterByLink(ana.page, over(line, await meeting.linkFor({ name: 'Ana Ceibo' })), say)
  await enterByLink(elena.page, meeting.organizerLink, say)
})
afterAll(async () => {
  await Promise.all([line.dispose(), secondLine.dispose()])
  await server.dispose()
})

test('words written offline while the case was locked are handed in, and a moderator takes them in', async () => {
  const caseId = await openCase('Operación Colibrí')
  await typeIn(ana.page, facts, 'Con línea. ')
  await isSaved(ana.page, say)
  await writeOffline('Sin línea.', async () => {
    await elena.page.getByRole('button', { name: say('deposits:lockHint') }).click()
    await explained(elena.page, say('document:readOnlyHelp.locked'))
  })
  await explained(ana.page, say('document:readOnlyHelp.locked'))
  await explained(ana.page, say('document:goesInItself', { count: 'Sin línea.'.length }))
  expect(await textOf(ana.page, facts).getAttribute('contenteditable')).toBe('false')
  const copy = await savedCopy(ana.page)
  expect(copy.name).toMatch(/^Operación Colibrí \d{4}-\d\d-\d\d\.txt$/)
  expect(copy.text).toContain('Sin línea.')
  expect(await findBarriers(ana.page)).toEqual([])

  await ana.page.getByRole('button', { name: say('deposits:handIn') }).click()
  await ana.page.getByText(say('deposits:own.waiting')).waitFor()
  await eventually(() => paragraphsOf(ana.page, facts)).toEqual(['Con línea. '])
  await reviewOn(elena.page)
  const dialog = elena.page.getByRole('dialog', { name: say('deposits:review.title') })
  await dialog.getByText('Sin línea.', { exact: true }).waitFor()
  await dialog.getByRole('heading', { name: /^Ana Ceibo · «Operación Colibrí»/ }).waitFor()
  expect(await findBarriers(elena.page)).toEqual([])
  await dialog
    .getByRole('button', { name: say('deposits:review.acceptOf', { name: 'Ana Ceibo' }), exact: true })
    .click()
  await dialog.getByText(say('deposits:review.empty')).waitFor()
  await dialog
    .getByRole('button', { name: say('common:close'), exact: true })
    .last()
    .click()
  await ana.page.getByText(say('deposits:own.accepted')).waitFor()
  const written = ['Con línea. Sin línea.']
  for (const { page } of [ana, elena]) await eventually(() => paragraphsOf(page, facts)).toEqual(written)
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(written)
  await ana.page.getByRole('button', { name: say('deposits:hide') }).click()
  await ana.page.getByText(say('deposits:own.accepted')).waitFor({ state: 'hidden' })
})

test('words written offline go in by themselves when the lock is lifted, once', async () => {
  const caseId = await openCase('Operación Ceiba')
  await typeIn(ana.page, facts, 'Antes. ')
  await isSaved(ana.page, say)
  await writeOffline('Mientras tanto. ', () =>
    elena.page.getByRole('button', { name: say('deposits:lockHint') }).click(),
  )
  await explained(ana.page, say('document:goesInItself', { count: 'Mientras tanto. '.length }))
  await elena.page.getByRole('button', { name: say('deposits:unlockHint') }).click()
  await isSaved(ana.page, say)
  await typeIn(ana.page, facts, 'Después.')
  await isSaved(ana.page, say)
  const written = ['Antes. Mientras tanto. Después.']
  for (const { page } of [ana, elena]) await eventually(() => paragraphsOf(page, facts)).toEqual(written)
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(written)
})

test('declined words stay one press away, and never get into the case', async () => {
  const caseId = await openCase('Operación Guayacán')
  await typeIn(ana.page, facts, 'Firme. ')
  await isSaved(ana.page, say)
  await writeOffline('Dudoso.', () => elena.page.getByRole('button', { name: say('deposits:lockHint') }).click())
  await ana.page.getByRole('button', { name: say('deposits:handIn') }).click()
  await ana.page.getByText(say('deposits:own.waiting')).waitFor()
  await reviewOn(elena.page)
  await elena.page.getByRole('button', { name: say('deposits:review.declineOf', { name: 'Ana Ceibo' }) }).click()
  const question = elena.page.getByRole('alertdialog')
  expect(await findBarriers(elena.page)).toEqual([])
  await question.getByRole('button', { name: say('deposits:review.decline') }).click()
  await ana.page.getByText(say('deposits:own.declined')).waitFor()
  expect((await savedCopy(ana.page)).text).toContain('Dudoso.')
  await elena.page.keyboard.press('Escape')
  await elena.page.getByRole('button', { name: say('deposits:unlockHint') }).click()
  await isSaved(ana.page, say)
  for (const { page } of [ana, elena]) await eventually(() => paragraphsOf(page, facts)).toEqual(['Firme. '])
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(['Firme. '])
  await ana.page.getByRole('button', { name: say('deposits:hide') }).click()
})

test('while the database is busy it says not saved yet, and all is saved when it answers', async () => {
  const caseId = await openCase('Operación Tabebuia')
  await typeIn(ana.page, facts, 'Guardado. ')
  await isSaved(ana.page, say)
  const release = lockDatabase(server.dataDir)
  try {
    await typeIn(ana.page, facts, 'En memoria. ')
    for (const { page } of [ana, elena]) {
      await page.getByRole('main').getByText(say('document:unsaved'), { exact: true }).waitFor()
      await explained(page, say('document:unsavedHelp'))
    }
    await typeOn(ana.page, facts, 'Se sigue escribiendo.')
    const shown = 'Guardado. En memoria. Se sigue escribiendo.'
    await eventually(() => paragraphsOf(elena.page, facts)).toEqual([shown])
    expect(await findBarriers(ana.page)).toEqual([])
  } finally {
    release()
  }
  for (const { page } of [ana, elena]) await isSaved(page, say)
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(['Guardado. En memoria. Se sigue escribiendo.'])
})

test('whoever is removed in the middle of a sentence loses none of it', async () => {
  const caseId = await openCase('Operación Robledal')
  const rita = await browsers.person('rita')
  await enterByLink(rita.page, await meeting.linkFor({ name: 'Rita Palma' }), say)
  await goTo(rita.page, 'Operación Robledal', say)
  await typeIn(rita.page, facts, 'Primero. ')
  await isSaved(rita.page, say)
  const lastSeen = await watchText(rita.page)
  await placeCaret(rita.page, facts)
  const typing = typeOn(rita.page, facts, 'Una frase que nadie deja terminar. '.repeat(20)).catch(() => 'cut off')
  await eventually(() => paragraphsOf(elena.page, facts)).toEqual([expect.stringContaining('que nadie')])
  await command(server, meeting.token, meeting.meetingId, {
    type: 'participant.remove',
    participantId: seatOf(rita.page) as never,
  })
  await rita.page.getByRole('heading', { level: 1, name: say('room:end.removed') }).waitFor()
  await typing
  const written = await lastSeen()
  expect(written.length).toBeGreaterThan('Primero. Una frase que nadie'.length)
  await eventually(async () => (await storedCase(meeting, caseId)).factSummary?.join('\n')).toBe(written)
  expect(await rita.page.getByText(say('deposits:own.retrying')).count()).toBe(0)
  expect(complaints([rita])).toEqual([])
})

test('whoever is removed while they are offline hands in what they wrote, without being asked', async () => {
  const caseId = await openCase('Operación Palmera')
  const rita = await browsers.person('rita again')
  await enterByLink(rita.page, over(secondLine, await meeting.linkFor({ name: 'Rosa Palma' })), say)
  await goTo(rita.page, 'Operación Palmera', say)
  await typeIn(rita.page, facts, 'Guardado. ')
  await isSaved(rita.page, say)
  secondLine.cut()
  await explained(rita.page, say('document:offlineHelp'))
  await typeIn(rita.page, facts, 'Y en el camino.')
  await command(server, meeting.token, meeting.meetingId, {
    type: 'participant.remove',
    participantId: seatOf(rita.page) as never,
  })
  secondLine.mend()
  await rita.page.getByText(say('deposits:own.waiting')).waitFor()
  expect(await findBarriers(rita.page)).toEqual([])
  expect((await savedCopy(rita.page)).text).toContain('Y en el camino.')
  await reviewOn(elena.page)
  await elena.page
    .getByRole('button', { name: say('deposits:review.acceptOf', { name: 'Rosa Palma' }), exact: true })
    .click()
  await eventually(() => paragraphsOf(elena.page, facts)).toEqual(['Guardado. Y en el camino.'])
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(['Guardado. Y en el camino.'])
  await elena.page.keyboard.press('Escape')
})

test('no page complained of anything but the line', () => {
  expect(complaints([ana, elena])).toEqual([])
})

/** A new case, open on Ana's and Elena's screens. */
async function openCase(title: string): Promise<string> {
  const caseId = await meeting.addCase(title)
  for (const { page } of [ana, elena]) {
    await goTo(page, title, say)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    await isSaved(page, say)
  }
  return caseId
}

/** Ana writes without a line while something happens that she cannot know; then her line comes back. */
async function writeOffline(words: string, meanwhile: () => Promise<unknown>): Promise<void> {
  line.cut()
  await explained(ana.page, say('document:offlineHelp'))
  await typeIn(ana.page, facts, words)
  await meanwhile()
  line.mend()
}

/** A personal link as it is on that line. */
function over({ url }: Line, link: string): string {
  return link.replace(server.url, url)
}

/** The sentence stands above the document, among others. */
async function explained(page: Page, sentence: string): Promise<void> {
  await page.getByRole('main').getByRole('status').filter({ hasText: sentence }).waitFor()
}

async function reviewOn(page: Page): Promise<void> {
  const panel = meetingSide(page, say)
  await panel.getByRole('button', { name: say('deposits:review.open') }).click()
}

async function savedCopy(page: Page): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: say('deposits:saveCopy') }).click(),
  ])
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') }
}

/** Remembers what the text said last, also when it is gone from the page; gives what that was. */
async function watchText(page: Page): Promise<() => Promise<string>> {
  await textOf(page, facts).evaluate((editor) => {
    const note = () => {
      document.body.dataset.lastText = editor.querySelector('p')?.textContent ?? ''
    }
    new MutationObserver(note).observe(editor, { subtree: true, childList: true, characterData: true })
    note()
  })
  return async () =>
    ((await page.locator('body').getAttribute('data-last-text')) ?? '').replaceAll(/[\uFEFF\u2060]/g, '')
}

function complaints(people: Person[]): string[] {
  return people.flatMap(({ errors }) => errors).filter((error) => !lineNoise.test(error))
}
