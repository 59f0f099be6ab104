/** Cards of the boards from within a case: found, linked and unlinked there, and the same on the board. */
import { beforeAll, expect, test } from 'vitest'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { addCards, cardOf } from './steps/board.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { hasFocus } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const card = 'Retención breve del envío'

let meeting: PreparedMeeting
let ana: Person
let bruno: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con vínculos')
  await meeting.addCase('Operación Colibrí')
  await meeting.addCase('Operación Luciérnaga')
  ;[ana, bruno] = await Promise.all([browsers.person('ana'), browsers.person('bruno')])
  for (const { page, name } of [ana, bruno]) {
    await enterByLink(page, await meeting.linkFor({ name, language: 'es' }), say)
    await goTo(page, meeting.boardTitle, say)
  }
  await addCards(bruno.page, 'Obstáculos', [card, 'Otra'], say)
  return () => server.dispose()
})

const search = () => ana.page.getByRole('combobox', { name: say('case:cards.link', { kind: 'Obstáculo' }) })
const linked = () => ana.page.getByRole('button', { name: say('case:cards.unlinkOf', { title: card }) })
/** What the face of the card says on the board. */
const face = async () => (await cardOf(bruno.page, card).innerText()).replaceAll('\n', ' ')

test('a card is found without its accents and linked with the keys; the board says so', async () => {
  const { page } = ana
  await goTo(page, 'Operación Colibrí', say)
  await search().pressSequentially('retencion')
  expect(await page.getByRole('option').allInnerTexts()).toEqual([card])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  // The list stays open for the next one.
  await page.keyboard.press('Escape')
  await linked().waitFor()
  await page
    .getByRole('status')
    .filter({ hasText: say('case:cards.linked', { title: card }) })
    .waitFor({ state: 'attached' })
  expect([await search().inputValue(), await hasFocus(search())]).toEqual(['', true])
  expect(await findBarriers(page)).toEqual([])
  await eventually(face).toContain('Operación Colibrí')
})

test('unlinking takes the case from the card, and can be taken back at once', async () => {
  const { page } = ana
  await linked().press('Enter')
  const undo = page.getByRole('button', { name: say('case:cards.undo') })
  await eventually(() => hasFocus(undo)).toBe(true)
  await eventually(face).not.toContain('Operación Colibrí')
  await undo.press('Enter')
  await linked().waitFor()
  await eventually(face).toContain('Operación Colibrí')
  await eventually(() => hasFocus(linked())).toBe(true)
})

test('from another case one sees that the card would leave the first', async () => {
  const { page } = ana
  await goTo(page, 'Operación Luciérnaga', say)
  await search().pressSequentially('envio')
  await page
    .getByRole('option', { name: say('case:cards.ofOther', { title: card, case: 'Operación Colibrí' }) })
    .click()
  await page.keyboard.press('Escape')
  await eventually(face).toContain('Operación Luciérnaga')
  await eventually(face).not.toContain('Operación Colibrí')
})

test('a card in a case leads to its sheet on the board', async () => {
  const { page } = ana
  await page.getByRole('link', { name: card }).press('Enter')
  await page.getByRole('dialog', { name: card }).waitFor()
  expect(ana.errors).toEqual([])
  expect(bruno.errors).toEqual([])
})
