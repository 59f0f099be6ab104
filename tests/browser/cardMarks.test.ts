/** The mark of a card from who sets it to who reads it, the sheet of who only reads, and what the report leaves out. */
import { beforeAll, expect, test } from 'vitest'
import { command } from '../support/api.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { addCards, cardOf } from './steps/board.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { hasFocus } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const kept = 'Lo que se queda'
const markOf = (marking: string) => say('board:mark.change', { marking })

let server: Server
let meeting: PreparedMeeting
let organizer: Person
let writer: Person
let observer: Person

beforeAll(async () => {
  server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con marcas')
  await command(server, meeting.token, meeting.meetingId, {
    type: 'board.create',
    title: 'Pendientes',
    columns: ['parkedTopic'],
  })
  await meeting.addCase('Operación Colibrí')
  ;[organizer, writer, observer] = await Promise.all([
    browsers.person('organizer'),
    browsers.person('writer'),
    browsers.person('observer'),
  ])
  await enterByLink(organizer.page, meeting.organizerLink, say)
  await enterByLink(writer.page, await meeting.linkFor({ name: 'Bruno', language: 'es' }), say)
  await enterByLink(observer.page, await meeting.linkFor({ name: 'Otto', role: 'observer', language: 'es' }), say)
  for (const { page } of [organizer, writer, observer]) await goTo(page, meeting.boardTitle, say)
  await addCards(writer.page, 'Obstáculos', [kept, 'Lo que sale'], say)
  await cardOf(observer.page, 'Lo que sale').waitFor()
  return () => server.dispose()
})

/** Opens the sheet of a card. */
async function sheetOf({ page }: Person, title: string) {
  await cardOf(page, title).getByRole('button', { name: title, exact: true }).press('Enter')
  const sheet = page.getByRole('dialog', { name: title })
  await sheet.waitFor()
  return sheet
}

/** Chooses a mark in the sheet that is open. */
async function choose({ page }: Person, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: markOf(from) }).press('Enter')
  const dialog = page.getByRole('dialog', { name: say('board:mark.title') })
  await dialog.getByRole('radio', { name: to }).first().press('Space')
  await dialog.getByRole('button', { name: say('board:mark.save') }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

test('who writes on the board keeps a card in, with the keyboard, after reading what that means', async () => {
  const { page } = writer
  const sheet = await sheetOf(writer, kept)
  await sheet.getByText(say('board:mark.leaves')).waitFor()
  const button = sheet.getByRole('button', { name: markOf('TLP:GREEN') })
  await button.press('Enter')
  const dialog = page.getByRole('dialog', { name: say('board:mark.title') })
  for (const sentence of ['keeps', 'stillRead', 'elsewhere', 'onlyStricter']) {
    await dialog.getByText(say(`board:mark.${sentence}`)).waitFor()
  }
  expect(await findBarriers(page)).toEqual([])
  await dialog.getByRole('radio', { checked: true }).focus()
  await page.keyboard.press('ArrowDown')
  await dialog.getByRole('button', { name: say('board:mark.save') }).press('Enter')
  await sheet.getByText(say('board:mark.stays')).waitFor()
  await eventually(() => hasFocus(sheet.getByRole('button', { name: markOf('TLP:AMBER') }))).toBe(true)
})

test('the card says to everybody that it stays, and an observer reads its sheet without a way to change it', async () => {
  const { page } = observer
  await cardOf(page, kept).getByText('TLP:AMBER').waitFor()
  expect(await cardOf(page, 'Lo que sale').getByText('TLP:').count()).toBe(0)
  const field = writer.page.getByRole('dialog', { name: kept }).getByRole('textbox', { name: 'Causa de fondo' })
  await field.fill('Registros en papel.\nSin copia.')
  const sheet = await sheetOf(observer, kept)
  await sheet.getByText('Registros en papel.').waitFor()
  expect(await sheet.getByRole('textbox').count()).toBe(0)
  expect(await sheet.getByRole('button').allInnerTexts()).toEqual([''])
  expect(await sheet.getByRole('term').allInnerTexts()).toEqual(['Causa de fondo'])
  await sheet.getByText(say('board:mark.stays')).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
})

test('only who moderates lets the card out again', async () => {
  const { page } = writer
  await page.getByRole('button', { name: markOf('TLP:AMBER') }).press('Enter')
  const dialog = page.getByRole('dialog', { name: say('board:mark.title') })
  expect(await dialog.getByRole('radio', { name: 'TLP:GREEN' }).isDisabled()).toBe(true)
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await sheetOf(organizer, kept)
  await choose(organizer, 'TLP:AMBER', 'TLP:GREEN')
  await eventually(() => cardOf(observer.page, kept).getByText('TLP:AMBER').count()).toBe(0)
  await choose(organizer, 'TLP:GREEN', 'TLP:AMBER+STRICT')
  await cardOf(observer.page, kept).getByText('TLP:AMBER+STRICT').waitFor()
  await organizer.page.keyboard.press('Escape')
})

test('who asks for the report is told how many cards stay in, which and why', async () => {
  const { page } = organizer
  await goTo(page, say('room:plenary'), say)
  await page.getByRole('button', { name: say('outcomes:download') }).click()
  const entry = page.getByRole('listitem').filter({ hasText: say('outcomes:omitted.cardMarking_one') })
  await eventually(() => entry.getByRole('listitem').allInnerTexts()).toEqual([kept])
  await page.keyboard.press('Escape')
})

test('one goes from board to board above the cards, and a parked topic has a column of its own', async () => {
  const { page } = writer
  await page.keyboard.press('Escape')
  const boards = page.getByRole('navigation', { name: say('board:boards') })
  expect(await boards.getByRole('link').allInnerTexts()).toEqual([meeting.boardTitle, 'Pendientes'])
  await boards.getByRole('link', { name: 'Pendientes' }).press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Pendientes' }).waitFor()
  expect(await boards.getByRole('link', { name: 'Pendientes' }).getAttribute('aria-current')).toBe('page')
  await addCards(page, 'Temas pendientes', ['Formación conjunta'], say)
})

test('when the meeting is closed everybody reads the sheet, and who may still keeps a card in', async () => {
  await command(server, meeting.token, meeting.meetingId, { type: 'meeting.close' })
  const { page } = writer
  await goTo(page, meeting.boardTitle, say)
  await page.getByText(say('document:readOnly'), { exact: false }).first().waitFor()
  const sheet = await sheetOf(writer, 'Lo que sale')
  await sheet.getByText(say('board:sheet.nothingElse')).waitFor()
  expect(await sheet.getByRole('textbox').count()).toBe(0)
  await choose(writer, 'TLP:GREEN', 'TLP:RED')
  await sheet.getByText(say('board:mark.stays')).waitFor()
  expect(await findBarriers(page)).toEqual([])
  for (const { errors } of [organizer, writer, observer]) expect(errors).toEqual([])
})
