/**
 * The line and the server fail while people work: the server is killed without warning and starts again on the same
 * data. What was typed is on the screens and on the server afterwards, once.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { addCards, cardsIn } from './steps/board.ts'
import { isSaved, paragraphsOf, placeCaret, typeIn, typeOn } from './steps/casePaper.ts'
import { messageField, messagesOn, postMessage } from './steps/discussion.ts'
import { askForEntry, enterByLink, inRoom } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { storedCards, storedCase, storedMessages } from './steps/record.ts'
import { goTo, meetingSide } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const facts = 'Resumen de los hechos'
const caseTitle = 'Operación Colibrí'
/** What Chromium logs of a line that is down; nothing else may be wrong. */
const lineNoise = /net::ERR_|WebSocket connection to/

let firstServer: Server
let server: Server
let meeting: PreparedMeeting
let caseId: string
let ana: Person
let bruno: Person

beforeAll(async () => {
  firstServer = await startServer()
  server = firstServer
  meeting = await prepareMeeting(server, 'Reunión con mala conexión')
  caseId = await meeting.addCase(caseTitle)
  ;[ana, bruno] = await Promise.all([browsers.person('ana'), browsers.person('bruno')])
  await enterByLink(ana.page, await meeting.linkFor({ name: 'Ana Ceibo' }), say)
  await enterByLink(bruno.page, await meeting.linkFor({ name: 'Bruno Tabebuia' }), say)
})
afterAll(async () => {
  await server.dispose()
  await firstServer.dispose()
})

test('what two people type while the server is killed is all there when it is back', async () => {
  for (const { page } of [ana, bruno]) await goTo(page, caseTitle, say)
  await typeIn(ana.page, facts, 'El lote salió del arsenal.')
  await eventually(() => paragraphsOf(bruno.page, facts)).toEqual(['El lote salió del arsenal.'])
  await isSaved(ana.page, say)

  const [more, ahead] = [' Se escribe mientras el servidor cae y después también. ', 'Bruno escribe delante. ']
  await placeCaret(ana.page, facts)
  await placeCaret(bruno.page, facts, 'start')
  const typing = Promise.all([typeOn(ana.page, facts, more), typeOn(bruno.page, facts, ahead)])
  await ana.page.getByText('Se escribe mientras').waitFor()
  await server.kill9()
  await typing
  for (const { page } of [ana, bruno]) {
    await lineIsDownOn(page)
    await page.getByText(say('document:offlineHelp')).waitFor()
    await typeOn(page, facts, 'Sin línea. ')
    await eventually(() => unsentOn(page)).toBeGreaterThanOrEqual('Sin línea. '.length)
  }

  await startAgain()
  const written = [`${ahead}Sin línea. El lote salió del arsenal.${more}Sin línea. `]
  for (const { page } of [ana, bruno]) {
    await isSaved(page, say)
    await inRoom(page, say)
    await eventually(() => paragraphsOf(page, facts)).toEqual(written)
  }
  expect((await storedCase(meeting, caseId)).factSummary).toEqual(written)
})

test('a message is sent once or stays in the field, a card is kept, and whoever waits keeps their place', async () => {
  const carla = await browsers.person('carla')
  await askForEntry(carla.page, server.url, { name: 'Carla Guayacán', code: meeting.code }, say)
  await goTo(bruno.page, meeting.boardTitle, say)
  await isSaved(bruno.page, say)

  process.kill(server.pid, 'SIGSTOP')
  await postMessage(ana.page, 'Enviado justo antes de la caída', say)
  await ana.page.getByText(say('discussion:sending')).waitFor()
  await server.kill9()
  await lineIsDownOn(ana.page)
  await postMessage(ana.page, 'Escrito sin conexión', say)
  await ana.page.getByText(`${say('discussion:notSent')} ${say('common:problem.offline')}`).waitFor()
  expect(await messageField(ana.page, say).inputValue()).toBe('Escrito sin conexión')
  await addCards(bruno.page, 'Obstáculos', ['La red se cae'], say)
  await carla.page.getByText(say('join:waiting.offline')).waitFor()

  await startAgain()
  await bruno.page.getByText('Enviado justo antes de la caída').waitFor()
  await ana.page.getByText(say('discussion:notSent'), { exact: true }).waitFor()
  await ana.page.getByRole('button', { name: say('discussion:sendAgain') }).click()
  await bruno.page.getByText('Escrito sin conexión').waitFor()
  const said = ['Ana Ceibo: Enviado justo antes de la caída', 'Ana Ceibo: Escrito sin conexión']
  for (const { page } of [ana, bruno]) await eventually(() => messagesOn(page, say)).toEqual(said)
  expect(await storedMessages(meeting, meeting.plenaryId)).toEqual(said)
  expect(await messageField(ana.page, say).inputValue()).toBe('')

  await isSaved(bruno.page, say)
  expect(await cardsIn(bruno.page, 'Obstáculos')).toEqual(['La red se cae'])
  expect((await storedCards(meeting, meeting.boardId)).map(({ title }) => title)).toEqual(['La red se cae'])

  const organizer = await browsers.person('organizer')
  await enterByLink(organizer.page, meeting.organizerLink, say)
  const door = meetingSide(organizer.page, say)
  await door.getByRole('button', { name: say('people:admitName', { name: 'Carla Guayacán' }) }).click()
  await inRoom(carla.page, say)
  expect(complaints([carla, organizer])).toEqual([])
})

test('no page complained of anything but the line', () => {
  expect(complaints([ana, bruno])).toEqual([])
})

/** On the same data and the same port: to the pages it is the server that they knew. */
async function startAgain(): Promise<void> {
  server = await startServer({ dataDir: firstServer.dataDir, env: { PORT: String(firstServer.port) } })
}

async function lineIsDownOn(page: Person['page']): Promise<void> {
  await page.getByRole('banner').getByText(say('room:connection.reconnecting'), { exact: true }).waitFor()
}

/** The number in *offline: n changes on this computer*. */
async function unsentOn(page: Person['page']): Promise<number> {
  const words = new RegExp(say('document:offlineUnsent', { count: 77 }).replace('77', '(\\d+)'))
  const said = await page.getByRole('main').getByText(words).first().innerText()
  return Number(words.exec(said)?.[1])
}

function complaints(people: Person[]): string[] {
  return people.flatMap(({ errors }) => errors).filter((error) => !lineNoise.test(error))
}
