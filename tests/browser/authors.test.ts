/** Who wrote what, as two people see it in a case and on a board; and what the meeting's policy hides. */
import { beforeAll, expect, test } from 'vitest'
import { caseTemplate, labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { command } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { legendOn, showAuthors, tintedWords } from './steps/authors.ts'
import { addCards, cardOf } from './steps/board.ts'
import { isSaved, placeCaret, textOf, typeIn, typeOn } from './steps/casePaper.ts'
import { enterByLink, seatOf } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { barriersInTheDark, barriersOn, overflowOn } from './steps/inspection.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const caseTitle = 'Operación Colibrí'
const facts = caseTemplate.sections.find(({ id }) => id === 'factSummary')?.title.es ?? ''
const card = 'Pericias sin traducir'
const desk = { viewport: { width: 1366, height: 768 }, reducedMotion: 'reduce' } as const

let meeting: PreparedMeeting
let elena: Person
let bruno: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión de autoras y autores')
  await meeting.addCase(caseTitle)
  ;[elena, bruno] = await Promise.all([browsers.person('elena', desk), browsers.person('bruno', desk)])
  await enterByLink(elena.page, meeting.organizerLink, say)
  await enterByLink(bruno.page, await meeting.linkFor({ name: 'Bruno Samán', country: 'PA' }), say)
  for (const { page } of [elena, bruno]) {
    await goTo(page, caseTitle, say)
    await textOf(page, facts).waitFor()
  }
  return () => server.dispose()
})

test('the words of each are tinted as theirs, what is typed now and what somebody puts between', async () => {
  const [hers, his] = [seatOf(elena.page), seatOf(bruno.page)]
  await typeIn(elena.page, facts, 'El lote llegó.')
  await isSaved(elena.page, say)
  await showAuthors(elena.page, say)
  await eventually(() => tintedWords(elena.page, facts)).toEqual({ [hers]: 'El lote llegó.' })

  await eventually(() => textOf(bruno.page, facts).innerText()).toContain('llegó.')
  await placeCaret(bruno.page, facts, 'start')
  await typeOn(bruno.page, facts, 'Ayer. ')
  await placeCaret(bruno.page, facts)
  await typeOn(bruno.page, facts, ' Le dossier est clos.')
  const both = { [hers]: 'El lote llegó.', [his]: 'Ayer.  Le dossier est clos.' }
  await eventually(() => tintedWords(elena.page, facts)).toEqual(both)

  await typeIn(elena.page, facts, ' Fin.')
  await eventually(() => tintedWords(elena.page, facts)).toEqual({ ...both, [hers]: 'El lote llegó. Fin.' })
  await eventually(() => legendOn(elena.page, say)).toEqual(['Bruno Samán', 'Elena Robledal'])
  await showAuthors(bruno.page, say)
  await eventually(() => tintedWords(bruno.page, facts)).toEqual({ ...both, [hers]: 'El lote llegó. Fin.' })
})

test('whose words the caret is in is said, and the pointer shows it too', async () => {
  const { page } = elena
  await placeCaret(page, facts, 'start')
  await page.keyboard.press('ArrowRight')
  const said = page.getByRole('status').filter({ hasText: say('authors:writtenBy', { name: 'Bruno Samán' }) })
  await said.waitFor({ state: 'attached' })
  await textOf(page, facts).locator('[data-author]').filter({ hasText: 'El lote' }).hover()
  await page
    .getByText(say('authors:writtenBy', { name: 'Elena Robledal' }))
    .first()
    .waitFor()
})

test('on a desk and on a phone, in light and dark, the layer has no barriers and fits', async () => {
  const { page } = elena
  const found = [...(await barriersOn(page, 'case')), ...(await barriersInTheDark(page, 'case'))]
  await page.setViewportSize({ width: 390, height: 844 })
  found.push(...(await barriersOn(page, 'case on a phone')))
  await page.setViewportSize({ width: 320, height: 640 })
  found.push(...(await overflowOn(page, 'case with authors')))
  await page.setViewportSize(desk.viewport)
  expect(found).toEqual([])
})

test('a card says who wrote it', async () => {
  await goTo(bruno.page, meeting.boardTitle, say)
  await addCards(bruno.page, 'Obstáculos', [card], say)
  await goTo(elena.page, meeting.boardTitle, say)
  await eventually(() => cardOf(elena.page, card).innerText()).toContain('Bruno Samán')
  expect(await barriersOn(elena.page, 'board with authors')).toEqual([])
  await elena.page.getByRole('button', { name: say('board:showList') }).click()
  const row = elena.page.getByRole('row').filter({ hasText: card })
  await eventually(() => row.innerText()).toContain('Bruno Samán')
  await elena.page.getByRole('button', { name: say('board:showColumns') }).click()
})

test('a stricter policy shows delegations, and the strictest nothing', async () => {
  const { token, meetingId } = meeting
  await command(meeting, token, meetingId, { type: 'meeting.setPolicies', attribution: 'delegation' })
  await eventually(() => cardOf(elena.page, card).innerText()).toContain(labelOf('countries', 'PA', 'es'))
  expect(await cardOf(elena.page, card).innerText()).not.toContain('Bruno')
  await command(meeting, token, meetingId, { type: 'meeting.setPolicies', attribution: 'none' })
  await elena.page.getByRole('button', { name: say('authors:toggle') }).waitFor({ state: 'detached' })
  expect(await cardOf(elena.page, card).innerText()).not.toContain(labelOf('countries', 'PA', 'es'))
})
