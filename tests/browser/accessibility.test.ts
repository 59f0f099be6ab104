/**
 * Every screen and open dialog: WCAG 2.2 AA as far as axe can tell, in light and dark, on a desk and on a phone; titles,
 * headings and landmarks; and the narrowest window without scrolling sideways.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { participantId } from '../../shared/contracts/ids.ts'
import { command, join } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { addCards } from './steps/board.ts'
import { askForEntry, createMeeting, enterByLink, inRoom, seatOf } from './steps/door.ts'
import { barriersInTheDark, barriersOn, gapsOn, overflowOn } from './steps/inspection.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { closeAll, type Overlay, overlaysOfBoard, overlaysOfCase, overlaysOfPlenary } from './steps/screens.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const card = 'Pericias sin traducir'
const desk = { width: 1366, height: 768 }
const phone = { width: 390, height: 844 }
/** WCAG 1.4.10: a window of 320 CSS pixels, as a phone or a desk at 400 %. */
const narrowest = { width: 320, height: 640 }

let server: Server
let meeting: PreparedMeeting
let caseId: string
let organizerSeat: string
let organizer: Person
let newcomer: Person

beforeAll(async () => {
  server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión regional de la Comunidad de Profesionales')
  caseId = await meeting.addCase('Operación Colibrí')
  await command(server, meeting.token, meeting.meetingId, {
    type: 'agenda.set',
    items: [
      { kind: 'session', title: 'Apertura', startsAt: '2026-03-10T09:00', durationMinutes: 30 },
      { kind: 'discussion', title: 'Estudio de un caso' },
    ],
  })
  await command(server, meeting.token, meeting.meetingId, { type: 'agenda.advance' })
  await command(server, meeting.token, meeting.meetingId, { type: 'message.post', text: 'Buenos días.' })
  await join(server, { token: new URL(await meeting.linkFor({ name: 'Ana Ceibo', country: 'PA' })).hash.slice(1) })
  await join(server, { code: meeting.code, name: 'Bruno Tabebuia' })
  const still = { reducedMotion: 'reduce' } as const
  organizer = await browsers.person('organizer', { viewport: desk, ...still })
  newcomer = await browsers.person('newcomer', { viewport: desk, ...still })
  await enterByLink(organizer.page, meeting.organizerLink, say)
  organizerSeat = seatOf(organizer.page)
  await goToRoom(`/board/${meeting.boardId}`)
  await addCards(organizer.page, 'Obstáculos', [card], say)
  return () => server.dispose()
})

test('the pages before and after the room', async () => {
  const { page } = newcomer
  const found: string[] = []
  const look = async (screen: string) => found.push(...(await lookAround(page, screen)))
  const enter = page.getByRole('button', { name: say('join:enter'), exact: true })

  await page.goto(server.url)
  await enter.waitFor()
  await look('door')
  await enter.click()
  await page.getByText(say('join:errors.codeMissing')).waitFor()
  await look('door with mistakes')
  await page.getByLabel(say('join:code')).fill('ABC')
  await page.getByText(say('join:errors.codeMissing')).waitFor({ state: 'detached' })
  await page.goto(`${server.url}/j#no-such-link`)
  await enter.click()
  await page.getByText(say('join:errors.linkUnknown')).waitFor()
  await look('door with a link of nobody')

  await page.goto(`${server.url}/organize`)
  await page.getByRole('button', { name: say('organizer:create') }).click()
  await page.getByText(say('organizer:errors.missing')).first().waitFor()
  await look('organizer’s form with mistakes')
  const timezone = page.getByRole('combobox', { name: say('organizer:timezone') })
  await timezone.focus()
  await timezone.pressSequentially('panama')
  await page.getByRole('option').first().waitFor()
  found.push(...(await barriersOn(page, 'list of time zones', { only: ['color-contrast'] })))
  await createMeeting(page, server, { organizer: 'Elena', title: 'En preparación' }, say, () => look('meeting created'))
  await look('meeting in preparation')

  await askForEntry(page, server.url, { name: 'Carla Guayacán', code: meeting.code }, say)
  await look('waiting room')
  const refused = participantId.parse(seatOf(page))
  await command(server, meeting.token, meeting.meetingId, { type: 'participant.remove', participantId: refused })
  await page.getByRole('heading', { level: 1, name: say('room:end.turnedAway') }).waitFor()
  await look('turned away')
  await page.goto(`${server.url}/m/${meeting.meetingId}?seat=nobody-known-here`)
  await page.getByRole('heading', { level: 1, name: say('room:end.refused') }).waitFor()
  await look('no seat')
  await page.goto(`${server.url}/nowhere`)
  await page.getByRole('heading', { level: 1, name: say('common:unknownPage') }).waitFor()
  await look('unknown page')
  expect(found).toEqual([])
})

test('the room, while the meeting is on and when it is closed', async () => {
  const { page } = organizer
  const found: string[] = []
  for (const [screen, path] of surfaces()) {
    await goToRoom(path)
    found.push(...(await lookAround(page, screen)))
  }
  await command(server, meeting.token, meeting.meetingId, { type: 'meeting.close' })
  for (const [screen, path] of surfaces()) {
    await goToRoom(path)
    found.push(...(await barriersOn(page, `${screen}, closed`)), ...(await gapsOn(page, `${screen}, closed`)))
  }
  await command(server, meeting.token, meeting.meetingId, { type: 'meeting.open' })
  expect(found).toEqual([])
})

describe.each([
  ['a desk', desk],
  ['a phone', phone],
])('what opens in the room on %s', (_, size) => {
  const view = { say, language: 'es' as const, isNarrow: size === phone }

  test.each([
    ['the plenary', () => '', overlaysOfPlenary(view, 'Ana Ceibo')],
    ['a board', () => `/board/${meeting.boardId}`, overlaysOfBoard(view, 'Obstáculos', card)],
    ['a case', () => `/case/${caseId}`, overlaysOfCase(view, 'Modus operandi')],
  ] as [string, () => string, Overlay[]][])('from %s', async (_name, path, overlays) => {
    const { page } = organizer
    const found: string[] = []
    await page.setViewportSize(size)
    await goToRoom(path())
    for (const { name, open } of overlays) {
      if (view.isNarrow) await page.setViewportSize(narrowest)
      await open(page)
      if (view.isNarrow) found.push(...(await overflowOn(page, name)))
      await page.setViewportSize(size)
      found.push(...(await barriersOn(page, name)))
      if (!view.isNarrow) found.push(...(await barriersInTheDark(page, name)))
      await closeAll(page)
    }
    expect(found).toEqual([])
  })
})

test('no page complained of anything but refusals', () => {
  const refusal = /Failed to load resource: the server responded with a status of 40[014]/
  expect([organizer, newcomer].flatMap(({ errors }) => errors).filter((error) => !refusal.test(error))).toEqual([])
})

function surfaces(): [screen: string, path: string][] {
  return [
    ['plenary', ''],
    ['board', `/board/${meeting.boardId}`],
    ['case', `/case/${caseId}`],
  ]
}

async function goToRoom(path: string): Promise<void> {
  const { page } = organizer
  await page.goto(roomUrl(path))
  await inRoom(page, say)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByText(say('document:loading')).waitFor({ state: 'detached' })
}

function roomUrl(path: string): string {
  return `${server.url}/m/${meeting.meetingId}${path}?seat=${organizerSeat}`
}

/** On a desk, on a phone, where the colours are the same, and in the narrowest window. */
async function lookAround(page: Person['page'], screen: string): Promise<string[]> {
  await page.setViewportSize(desk)
  const found = await barriersOn(page, screen)
  found.push(...(await barriersInTheDark(page, screen)), ...(await gapsOn(page, screen)))
  await page.setViewportSize(phone)
  found.push(...(await barriersOn(page, `${screen} on a phone`, { except: ['color-contrast'] })))
  await page.setViewportSize(narrowest)
  found.push(...(await overflowOn(page, screen)))
  await page.setViewportSize(desk)
  return found
}
