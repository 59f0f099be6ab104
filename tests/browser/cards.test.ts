/** Cards of a board by two people: their fields, every way to move them, undo, the filter and the list. */
import { beforeAll, expect, test } from 'vitest'
import { addCard } from '../../shared/documents/boardDocument.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { openDocument } from '../support/document.ts'
import { startServer } from '../support/server.ts'
import { addCards, cardOf, cardsIn, columnOf } from './steps/board.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { hasFocus } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const obstacles = 'Obstáculos'
const practices = 'Buenas prácticas'

let meeting: PreparedMeeting
let ana: Person
let bruno: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con tarjetas')
  await meeting.addCase('Operación Colibrí')
  ;[ana, bruno] = await Promise.all([browsers.person('ana'), browsers.person('bruno')])
  for (const { page, name } of [ana, bruno]) {
    await enterByLink(page, await meeting.linkFor({ name, language: 'es' }), say)
    await goTo(page, meeting.boardTitle, say)
  }
  await addCards(ana.page, obstacles, ['Uno', 'Dos', 'Tres'], say)
  await cardOf(bruno.page, 'Tres').waitFor()
  return () => server.dispose()
})

test('a card opens with its fields, others see what is written, and closing returns to the card', async () => {
  const { page } = ana
  const title = cardOf(page, 'Dos').getByRole('button', { name: 'Dos', exact: true })
  await title.press('Enter')
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('textbox', { name: 'Causa de fondo' }).fill('Registros en papel.\nSin copia.')
  await sheet.getByRole('radiogroup', { name: 'Gravedad' }).getByText('4', { exact: true }).click()
  await sheet.getByRole('combobox', { name: 'Artículos relacionados' }).pressSequentially('FP-7')
  await page.getByRole('option', { name: /^FP-7\./ }).click()
  await page.keyboard.press('Escape')
  await sheet.getByRole('button', { name: 'Caso vinculado' }).click()
  await page.getByRole('option', { name: 'Operación Colibrí' }).click()
  expect(await findBarriers(page)).toEqual([])
  expect(page.url()).toContain('card=')

  await bruno.page.goto(`${bruno.page.url()}&card=${new URL(page.url()).searchParams.get('card')}`)
  const seen = bruno.page.getByRole('dialog')
  expect(await seen.getByRole('textbox', { name: 'Causa de fondo' }).inputValue()).toBe(
    'Registros en papel.\nSin copia.',
  )
  const severity = seen.getByRole('radiogroup', { name: 'Gravedad' })
  expect(await severity.getByRole('radio', { name: '4' }).isChecked()).toBe(true)
  await bruno.page.keyboard.press('Escape')

  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await eventually(() => hasFocus(title)).toBe(true)
  expect(page.url()).not.toContain('card=')
  expect(await cardOf(bruno.page, 'Dos').getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringContaining('FP-7'),
    expect.stringContaining('Operación Colibrí'),
  ])
})

test('a card is moved with the keys, and Escape leaves it where it was', async () => {
  const { page } = ana
  const grip = cardOf(page, 'Tres').getByRole('button', { name: say('board:drag.grip', { title: 'Tres' }) })
  await grip.focus()
  for (const key of ['Space', 'ArrowUp', 'ArrowUp', 'Escape']) await page.keyboard.press(key)
  expect(await cardsIn(page, obstacles)).toEqual(['Uno', 'Dos', 'Tres'])
  for (const key of ['Space', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key)
  await page.getByRole('status').filter({ hasText: 'Obstáculos, 1 de 3' }).waitFor({ state: 'attached' })
  await page.keyboard.press('Space')
  await eventually(() => cardsIn(bruno.page, obstacles)).toEqual(['Tres', 'Uno', 'Dos'])
  await eventually(() => hasFocus(grip)).toBe(true)
})

test('a card is dragged with the mouse, and the click at the end opens nothing', async () => {
  const { page } = ana
  await cardOf(page, 'Uno').getByRole('heading').hover()
  await page.mouse.down()
  await columnOf(page, practices).hover()
  await columnOf(page, practices).hover({ position: { x: 40, y: 60 } })
  await page.mouse.up()
  await eventually(() => cardsIn(bruno.page, practices)).toEqual(['Uno'])
  expect(await page.getByRole('dialog').count()).toBe(0)
})

test('undo takes back my own last action and leaves what others did', async () => {
  await addCards(bruno.page, obstacles, ['De Bruno'], say)
  await cardOf(ana.page, 'De Bruno').waitFor()
  await ana.page.getByRole('button', { name: say('board:undo') }).click()
  await eventually(() => cardsIn(bruno.page, obstacles)).toEqual(['Tres', 'Uno', 'Dos', 'De Bruno'])
  await ana.page.keyboard.press('Control+Shift+z')
  await eventually(() => cardsIn(bruno.page, practices)).toEqual(['Uno'])
})

test('the filter says how many cards it shows, and what is added meanwhile stays in sight', async () => {
  const { page } = ana
  await page.getByRole('textbox', { name: say('board:filter.text') }).fill('papel')
  await page.getByText(say('board:filter.shown', { shown: 1, count: 4 })).waitFor()
  expect(await cardsIn(page, obstacles)).toEqual(['Dos'])
  await addCards(page, obstacles, ['Nueva'], say)
  expect(await cardsIn(page, obstacles)).toEqual(['Dos', 'Nueva'])
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: say('board:filter.clear') }).click()
  expect(await cardsIn(page, obstacles)).toEqual(['Tres', 'Dos', 'De Bruno', 'Nueva'])
})

test('the list has every card as a row with the same actions', async () => {
  const { page } = ana
  await page.getByRole('button', { name: say('board:showList'), exact: true }).click()
  const table = page.getByRole('table', { name: meeting.boardTitle })
  expect(await table.getByRole('row').count()).toBe(6)
  expect(await findBarriers(page)).toEqual([])
  await table.getByRole('button', { name: say('board:moveOf', { title: 'Tres' }) }).click()
  await page.getByRole('menuitem', { name: `${practices}: ${say('board:spot.top')}` }).click()
  await eventually(() => cardsIn(bruno.page, practices)).toEqual(['Tres', 'Uno'])
})

test('a long list draws the rows in sight, each says its place, and Tab leads from each to the next', async () => {
  const { page } = ana
  const board = openDocument(meeting, `board/${meeting.boardId}`, { token: meeting.token })
  await board.synced()
  const table = page.getByRole('table', { name: meeting.boardTitle })
  for (let count = 1; count <= 120; count++) addCard(board.doc, `long-${count}`, 'obstacle', `Obstáculo ${count}`)
  await eventually(() => table.getAttribute('aria-rowcount')).toBe('126')
  expect(await table.getByRole('row').count()).toBeLessThan(60)
  const placeInFocus = () =>
    page.evaluate(() => document.activeElement?.closest('[aria-rowindex]')?.getAttribute('aria-rowindex'))
  await table.getByRole('row').nth(1).getByRole('button').first().focus()
  const places: string[] = []
  for (let row = 2; row <= 60; row++) {
    places.push((await placeInFocus()) ?? '')
    for (let button = 0; button < 3; button++) await page.keyboard.press('Tab')
  }
  expect(places).toEqual(places.map((_, index) => String(index + 2)))
  expect(await findBarriers(page)).toEqual([])
  await table
    .getByRole('row', { name: 'Obstáculo 54' })
    .getByRole('button', { name: say('board:move') })
    .first()
    .focus()
  await page.getByRole('main').evaluate((main) => main.scrollTo(0, 0))
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: `${practices}: ${say('board:spot.top')}` }).press('Enter')
  await eventually(placeInFocus).toBe('2')
  board.destroy()
  expect(ana.errors).toEqual([])
  expect(bruno.errors).toEqual([])
})
