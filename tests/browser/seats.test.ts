/** Seats: several people on one laptop, somebody who is removed, and a meeting that is closed and opened again. */
import { beforeAll, expect, test } from 'vitest'
import { getMeeting } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { columnOf } from './steps/board.ts'
import { isSaved, paragraphsOf, textOf, typeIn } from './steps/casePaper.ts'
import { messageField, messagesOn, postMessage } from './steps/discussion.ts'
import { enterByLink, inRoom, seatOf } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { storedCase, storedMessages } from './steps/record.ts'
import { facilitate, goTo, meetingSide } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const facts = 'Resumen de los hechos'
const caseTitle = 'Operación Colibrí'

let meeting: PreparedMeeting
let caseId: string
let organizer: Person
/** Three windows of one laptop. */
let ana: Person
let bruno: Person
let carla: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión de las tres ventanas')
  caseId = await meeting.addCase(caseTitle)
  organizer = await browsers.person('organizer')
  ana = await browsers.person('ana')
  bruno = await browsers.beside(ana, 'bruno')
  carla = await browsers.beside(ana, 'carla')
  await enterByLink(organizer.page, meeting.organizerLink, say)
  return () => server.dispose()
})

test('three people share one laptop and each window keeps its seat', async () => {
  const windows = new Map([
    ['Ana Ceibo', ana],
    ['Bruno Tabebuia', bruno],
    ['Carla Guayacán', carla],
  ])
  for (const [name, { page }] of windows) await enterByLink(page, await meeting.linkFor({ name }), say)
  const seats = [...windows.values()].map(({ page }) => seatOf(page))
  expect(new Set(seats).size).toBe(3)

  await Promise.all([...windows.values()].map(({ page }) => page.reload()))
  for (const [name, { page }] of windows) {
    await inRoom(page, say)
    const self = meetingSide(page, say)
      .getByRole('listitem')
      .filter({ hasText: `(${say('people:you')})` })
    await eventually(() => self.innerText()).toContain(name)
    await postMessage(page, `Soy ${name}`, say)
    await organizer.page.getByText(`Soy ${name}`).waitFor()
  }
  expect([...windows.values()].map(({ page }) => seatOf(page))).toEqual(seats)
  const said = [...windows.keys()].map((name) => `${name}: Soy ${name}`)
  expect(await storedMessages(meeting, meeting.plenaryId)).toEqual(said)
  for (const { page } of windows.values()) await eventually(() => messagesOn(page, say)).toEqual(said)
})

test('somebody who is removed is told so and sees nothing of the meeting any more', async () => {
  const { page } = bruno
  await goTo(page, caseTitle, say)
  await typeIn(page, facts, 'Lo que escribió Bruno.')
  await isSaved(page, say)

  const side = meetingSide(organizer.page, say)
  await side.getByRole('button', { name: say('people:actionsFor', { name: 'Bruno Tabebuia' }) }).click()
  await organizer.page.getByRole('menuitem', { name: say('people:remove') }).click()
  const question = organizer.page.getByRole('alertdialog')
  await question.getByRole('button', { name: say('people:removeNow'), exact: true }).click()

  await page.getByRole('heading', { level: 1, name: say('room:end.removed') }).waitFor()
  await expectNothingOfTheMeeting(page)
  await page.reload()
  await page.getByRole('heading', { level: 1, name: say('room:end.removed') }).waitFor()
  await expectNothingOfTheMeeting(page)
  const status = await page.evaluate(
    async ([path, seat = '']) => (await fetch(path ?? '', { headers: { 'plenaria-seat': seat } })).status,
    [`/api/meetings/${meeting.meetingId}`, seatOf(page)],
  )
  expect(status).toBe(401)

  await side.getByText('Bruno Tabebuia').waitFor({ state: 'detached' })
  await goTo(ana.page, caseTitle, say)
  await eventually(() => paragraphsOf(ana.page, facts)).toEqual(['Lo que escribió Bruno.'])
  expect(await storedCase(meeting, caseId)).toMatchObject({ factSummary: ['Lo que escribió Bruno.'] })
})

test('a closed meeting can be read by all and written by none, until it is opened again', async () => {
  const { page } = ana
  await goTo(carla.page, meeting.boardTitle, say)
  await messageField(page, say).fill('Lo que Ana estaba por decir')
  await facilitate(organizer.page, say('room:close'), say)
  await organizer.page
    .getByRole('alertdialog')
    .getByRole('button', { name: say('room:closeNow') })
    .click()

  for (const window of [organizer, ana, carla]) {
    await window.page.getByRole('banner').getByText(say('room:status.closed'), { exact: true }).waitFor()
    await window.page.getByText(say('discussion:meetingClosed')).waitFor()
    await eventually(() => messageField(window.page, say).count()).toBe(0)
  }
  await page.getByText(say('document:readOnlyHelp.closed')).waitFor()
  expect(await textOf(page, facts).getAttribute('aria-readonly')).toBe('true')
  await textOf(page, facts).click()
  await page.keyboard.type('Nadie escribe ahora.')
  expect(await columnOf(carla.page, 'Obstáculos').getByRole('textbox').count()).toBe(0)
  expect(await storedCase(meeting, caseId)).toMatchObject({ factSummary: ['Lo que escribió Bruno.'] })
  expect((await getMeeting(meeting, meeting.token, meeting.meetingId)).status).toBe('closed')

  await facilitate(organizer.page, say('room:reopen'), say)
  await typeIn(page, facts, ' Y lo que siguió.')
  await eventually(() => messageField(page, say).inputValue()).toBe('Lo que Ana estaba por decir')
  await messageField(page, say).press('Enter')
  await carla.page.getByText('Lo que Ana estaba por decir').waitFor()
  await isSaved(page, say)
  const written = ['Lo que escribió Bruno. Y lo que siguió.']
  expect(await paragraphsOf(page, facts)).toEqual(written)
  expect(await storedCase(meeting, caseId)).toMatchObject({ factSummary: written })
  expect((await storedMessages(meeting, meeting.plenaryId)).at(-1)).toBe('Ana Ceibo: Lo que Ana estaba por decir')
})

test('no page complained', () => {
  expect([organizer, ana, carla].flatMap(({ errors }) => errors)).toEqual([])
})

async function expectNothingOfTheMeeting(page: Person['page']): Promise<void> {
  const shown = `${await page.title()} ${await page.locator('html').innerText()}`
  for (const words of [meeting.title, caseTitle, meeting.boardTitle, 'Lo que escribió', 'Elena Robledal', 'Soy Ana']) {
    expect(shown).not.toContain(words)
  }
}
