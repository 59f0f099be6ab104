/** From the door to a sent message without a mouse: every step is a key, and where one is can be seen. */
import { beforeAll, expect, test } from 'vitest'
import { participantId } from '../../shared/contracts/ids.ts'
import { command } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { cardOf, cardsIn } from './steps/board.ts'
import { chosenTags, isSaved, paragraphsOf, tagsOf, textOf } from './steps/casePaper.ts'
import { messageField, messagesOn } from './steps/discussion.ts'
import { enterByLink, inRoom, seatOf } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { arrowTo, hasFocus, showsFocus, tabTo } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { storedCards, storedCase, storedMessages } from './steps/record.ts'
import { goTo, meetingSide } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const facts = 'Resumen de los hechos'
const countries = 'Estados involucrados (origen, tránsito, destino)'
const caseTitle = 'Operación Colibrí'

let meeting: PreparedMeeting
let caseId: string
let organizer: Person
let ana: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión sin ratón')
  caseId = await meeting.addCase(caseTitle)
  ;[organizer, ana] = await Promise.all([browsers.person('organizer'), browsers.person('ana')])
  await enterByLink(organizer.page, meeting.organizerLink, say)
  return () => server.dispose()
})

test('the door: code, name and country, and Enter', async () => {
  const { page } = ana
  await page.goto(meeting.url)
  await eventually(() => hasFocus(page.getByLabel(say('join:code')))).toBe(true)
  await page.keyboard.type(meeting.code.toLowerCase())
  await tabTo(page, page.getByLabel(say('join:name')))
  await page.keyboard.type('Ana Ceibo')
  await tabTo(page, page.getByRole('combobox', { name: say('join:country') }))
  await page.keyboard.type('panama')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: say('join:enter'), exact: true }))
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: say('join:waiting.title') }).waitFor()

  await command(meeting, meeting.token, meeting.meetingId, {
    type: 'participant.admit',
    participantId: participantId.parse(seatOf(page)),
  })
  await inRoom(page, say)
  const row = meetingSide(organizer.page, say).getByRole('listitem').filter({ hasText: 'Ana Ceibo' })
  await eventually(() => row.innerText()).toContain('Panamá')
})

test('the first stop of the room leads past everything to the work', async () => {
  const { page } = ana
  await page.keyboard.press('Tab')
  await tabTo(page, page.getByRole('link', { name: say('room:skip') }))
  await page.keyboard.press('Enter')
  expect(await hasFocus(page.getByRole('main'))).toBe(true)
})

test('a card is written and moved', async () => {
  const { page } = ana
  const title = 'Pericias sin traducir'
  await tabTo(page, meetingSide(page, say).getByRole('link', { name: meeting.boardTitle }), 'backwards')
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: say('board:quickAdd.label', { column: 'Obstáculos' }) }))
  await page.keyboard.type(title)
  await page.keyboard.press('Enter')

  const move = cardOf(page, title).getByRole('button', { name: say('board:moveOf', { title }) })
  await tabTo(page, move)
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('menuitem', { name: `Buenas prácticas: ${say('board:spot.top')}` }))
  await page.keyboard.press('Enter')
  await eventually(() => hasFocus(move)).toBe(true)

  await goTo(organizer.page, meeting.boardTitle, say)
  for (const { page: seen } of [organizer, ana])
    await eventually(() => cardsIn(seen, 'Buenas prácticas')).toEqual([title])
  await isSaved(page, say)
  expect(await storedCards(meeting, meeting.boardId)).toEqual([{ column: 'goodPractice', title, category: null }])
})

test('a case is opened, written in and left; a chip is chosen and taken away', async () => {
  const { page } = ana
  await tabTo(page, meetingSide(page, say).getByRole('link', { name: caseTitle }), 'backwards')
  await page.keyboard.press('Enter')
  const add = page.getByRole('button', { name: `${say('case:tags.add')} ${countries}`, exact: true })
  await tabTo(page, add)
  for (const typed of ['panama', 'mexico']) {
    await page.keyboard.press('Enter')
    await page.getByRole('dialog', { name: countries }).waitFor()
    await page.keyboard.type(typed)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    await eventually(() => hasFocus(add)).toBe(true)
  }
  await eventually(() => tagsOf(page, countries, say)).toEqual(['Panamá', 'México'])
  await tabTo(page, chosenTags(page, countries, say).getByRole('row', { name: 'México' }), 'backwards')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Delete')
  await eventually(() => tagsOf(page, countries, say)).toEqual(['México'])

  await tabTo(page, textOf(page, facts))
  await page.keyboard.type('Escrito sin ratón.')
  await page.keyboard.press('Tab')
  expect(await hasFocus(textOf(page, facts))).toBe(false)
  expect(await showsFocus(page)).toBe(true)

  await goTo(organizer.page, caseTitle, say)
  for (const { page: seen } of [organizer, ana]) {
    await eventually(() => paragraphsOf(seen, facts)).toEqual(['Escrito sin ratón.'])
    await eventually(() => tagsOf(seen, countries, say)).toEqual(['México'])
  }
  await isSaved(page, say)
  expect(await storedCase(meeting, caseId)).toMatchObject({
    identification: ['MX'],
    factSummary: ['Escrito sin ratón.'],
  })
})

test('a message is sent and the field keeps the focus for the next', async () => {
  const { page } = ana
  await tabTo(page, messageField(page, say))
  await page.keyboard.type('Dicho sin ratón')
  await page.keyboard.press('Enter')
  await organizer.page.getByText('Dicho sin ratón').waitFor()
  expect(await hasFocus(messageField(page, say))).toBe(true)
  const said = ['Ana Ceibo: Dicho sin ratón']
  for (const { page: seen } of [organizer, ana]) await eventually(() => messagesOn(seen, say)).toEqual(said)
  expect(await storedMessages(meeting, meeting.plenaryId)).toEqual(said)
  expect([organizer, ana].flatMap(({ errors }) => errors)).toEqual([])
})
