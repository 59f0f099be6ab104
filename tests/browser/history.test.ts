/** Versions of a case and a board: kept under a name, read as they were, and the way back; in a closed meeting too. */
import { beforeAll, expect, test } from 'vitest'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { command } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { addCards, cardOf } from './steps/board.ts'
import { isSaved, paragraphsOf, textOf, typeIn } from './steps/casePaper.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { keepMoment, openHistory, readVersion } from './steps/history.ts'
import { barriersInTheDark, barriersOn, gapsOn, overflowOn } from './steps/inspection.ts'
import { hasFocus } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const caseTitle = 'Operación Colibrí'
const facts = caseTemplate.sections.find(({ id }) => id === 'factSummary')?.title.es ?? ''
const moment = 'Antes del café'
const desk = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const

let meeting: PreparedMeeting
let elena: Person
let bruno: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con historia')
  await meeting.addCase(caseTitle)
  ;[elena, bruno] = await Promise.all([browsers.person('elena', desk), browsers.person('bruno', desk)])
  await enterByLink(elena.page, meeting.organizerLink, say)
  await enterByLink(bruno.page, await meeting.linkFor({ name: 'Bruno Samán' }), say)
  for (const { page } of [elena, bruno]) await goTo(page, caseTitle, say)
  return () => server.dispose()
})

const back = (person: Person) => person.page.getByRole('button', { name: say('history:back') })

test('one keeps a moment, and the other reads it after more was written, and comes back', async () => {
  await typeIn(elena.page, facts, 'Lo de antes.')
  await isSaved(elena.page, say)
  const dialog = await keepMoment(elena.page, moment, say)
  expect(await barriersOn(elena.page, 'history')).toEqual([])
  expect(await dialog.getByRole('listitem').innerText()).toContain('Elena Robledal')
  await elena.page.keyboard.press('Escape')
  await typeIn(elena.page, facts, ' Lo de después.')
  await eventually(() => textOf(bruno.page, facts).innerText()).toContain('después')

  const { page } = bruno
  await openHistory(page, say)
  await readVersion(page, moment, say)
  await eventually(() => hasFocus(back(bruno))).toBe(true)
  await eventually(() => paragraphsOf(page, facts)).toEqual(['Lo de antes.'])
  expect(await textOf(page, facts).getAttribute('aria-readonly')).toBe('true')
  await page.getByText(moment).first().waitFor()
  const found = [...(await barriersOn(page, 'version')), ...(await barriersInTheDark(page, 'version'))]
  found.push(...(await gapsOn(page, 'version')))
  await page.setViewportSize({ width: 390, height: 844 })
  await page.setViewportSize({ width: 320, height: 640 })
  found.push(...(await overflowOn(page, 'version')))
  await page.setViewportSize(desk.viewport)
  expect(found).toEqual([])

  await back(bruno).press('Enter')
  await eventually(() => paragraphsOf(page, facts)).toEqual(['Lo de antes. Lo de después.'])
  await eventually(() => hasFocus(page.getByRole('button', { name: say('history:open'), exact: true }))).toBe(true)
})

test('a board as it was has the cards of that moment, and nothing of it can be changed', async () => {
  const { page } = elena
  await goTo(page, meeting.boardTitle, say)
  await addCards(page, 'Obstáculos', ['La de antes'], say)
  await isSaved(page, say)
  await keepMoment(page, moment, say)
  await page.keyboard.press('Escape')
  await addCards(page, 'Obstáculos', ['La de después'], say)
  await openHistory(page, say)
  await readVersion(page, moment, say)
  await cardOf(page, 'La de antes').waitFor()
  expect(await cardOf(page, 'La de después').count()).toBe(0)
  await cardOf(page, 'La de antes').getByRole('button', { name: 'La de antes' }).click()
  const sheet = page.getByRole('dialog', { name: 'La de antes' })
  await sheet.waitFor()
  expect(await sheet.getByRole('textbox').count()).toBe(0)
  expect(await sheet.getByRole('button').count()).toBe(1)
  await page.keyboard.press('Escape')
  expect(await barriersOn(page, 'version of a board')).toEqual([])
  await back(elena).click()
  await cardOf(page, 'La de después').waitFor()
})

test('a document that is locked has a version of that moment, and a closed meeting can be read back', async () => {
  const { token, meetingId } = meeting
  await command(meeting, token, meetingId, { type: 'document.lock', document: `board/${meeting.boardId}` })
  await command(meeting, token, meetingId, { type: 'meeting.close' })
  const { page } = bruno
  await goTo(page, meeting.boardTitle, say)
  const dialog = await openHistory(page, say)
  await dialog.getByText(say('history:phase')).waitFor()
  expect(await dialog.getByRole('textbox').count()).toBe(0)
  await readVersion(page, moment, say)
  await cardOf(page, 'La de antes').waitFor()
})
