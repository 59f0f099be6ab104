/**
 * The interface in its four languages: no key and no word of another language anywhere, and a switch of the language
 * takes nothing away that was being written.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { languageNames } from '../../client/design/languageNames.ts'
import { localeOf } from '../../client/i18n/dates.ts'
import { type Language, language as languageSchema, languages } from '../../shared/contracts/terms.ts'
import { cardTemplates, caseTemplate, listTitle } from '../../shared/vocabulary/vocabulary.ts'
import { command, join } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { addCards, columnOf } from './steps/board.ts'
import { textOf } from './steps/casePaper.ts'
import { messageField } from './steps/discussion.ts'
import { enterByLink, inRoom } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { closeAll, type Overlay, overlaysOfBoard, overlaysOfCase, overlaysOfPlenary } from './steps/screens.ts'
import { foreignAmong, keysAmong, shownWords } from './steps/shownWords.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const card = 'Pericias sin traducir'
const caseTitle = 'Operación Colibrí'

let server: Server
let meeting: PreparedMeeting
let guest: Person
let organizer: Person

beforeAll(async () => {
  server = await startServer()
  meeting = await prepareMeeting(server, 'Jornada de los cuatro idiomas')
  await meeting.addCase(caseTitle)
  await command(server, meeting.token, meeting.meetingId, {
    type: 'agenda.set',
    items: [
      { kind: 'session', title: 'Apertura solemne', startsAt: '2026-03-10T09:00', durationMinutes: 30 },
      { kind: 'discussion', title: 'Estudio conjunto' },
    ],
  })
  await join(server, { token: new URL(await meeting.linkFor({ name: 'Ana Ceibo', country: 'PA' })).hash.slice(1) })
  ;[guest, organizer] = await Promise.all([browsers.person('guest'), browsers.person('organizer')])
  await enterByLink(organizer.page, meeting.organizerLink, wordsIn('es'))
  await goTo(organizer.page, meeting.boardTitle, wordsIn('es'))
  await addCards(organizer.page, 'Obstáculos', [card], wordsIn('es'))
  return () => server.dispose()
})

test('the first language is the browser’s, and the choice is remembered', async () => {
  const french = await browsers.person('french', { locale: 'fr-CA' })
  await french.page.goto(server.url)
  await french.page.getByRole('button', { name: wordsIn('fr')('join:enter'), exact: true }).waitFor()
  await french.page.getByRole('radio', { name: languageNames.pt }).click()
  await french.page.reload()
  await french.page.getByRole('button', { name: wordsIn('pt')('join:enter'), exact: true }).waitFor()
  expect(french.errors).toEqual([])
})

test('switching the language at the door keeps what the form holds', async () => {
  const { page } = guest
  await page.goto(server.url)
  await page.getByLabel(wordsIn('es')('join:code')).fill('abc')
  await page.getByLabel(wordsIn('es')('join:name')).fill('Tomás Jacarandá')
  for (const language of languages) {
    const say = wordsIn(language)
    await page.getByRole('radio', { name: languageNames[language] }).click()
    await eventually(() => page.locator('html').getAttribute('lang')).toBe(localeOf(language))
    expect(await page.getByLabel(say('join:code')).inputValue()).toBe('abc')
    expect(await page.getByLabel(say('join:name')).inputValue()).toBe('Tomás Jacarandá')
    await page.getByRole('button', { name: say('join:enter'), exact: true }).waitFor()
    const words = await shownWords(page)
    expect([...keysAmong(words), ...foreignAmong(words, language)]).toEqual([])
  }
  expect(guest.errors).toEqual([])
})

describe.each(languages)('the room in %s', (language) => {
  const say = wordsIn(language)

  test('has its own words everywhere and keeps a message that is being written', async () => {
    const { page } = organizer
    await chooseLanguage(language)
    await messageField(page, say).fill(`Medio mensaje (${language})`)
    const found: string[] = []
    const look = async (screen: string) => {
      // What a board is called is content: it stays in the language in which the meeting was made.
      const words = (await shownWords(page)).filter((word) => word !== meeting.boardTitle)
      found.push(...[...keysAmong(words), ...foreignAmong(words, language)].map((word) => `${screen}: ${word}`))
    }
    const lookAtAll = async (screen: string, overlays: Overlay[]) => {
      await look(screen)
      for (const { name, open } of overlays) {
        await open(page)
        await look(name)
        await closeAll(page)
      }
    }
    const view = { say, language, isNarrow: false }

    await goTo(page, say('room:plenary'), say)
    await page.getByRole('button', { name: say('outcomes:download') }).waitFor()
    await lookAtAll('plenary', overlaysOfPlenary(view, 'Ana Ceibo'))
    await goTo(page, meeting.boardTitle, say)
    const column = cardTemplates.obstacle.plural[language]
    await columnOf(page, column).waitFor()
    await lookAtAll('board', overlaysOfBoard(view, column, card))
    await goTo(page, caseTitle, say)
    for (const { kind, title } of caseTemplate.sections) {
      if (kind === 'richtext') await textOf(page, title[language]).waitFor()
    }
    await lookAtAll('case', overlaysOfCase(view, listTitle('modusOperandi', language)))

    expect(found).toEqual([])
    expect(await messageField(page, say).inputValue()).toBe(`Medio mensaje (${language})`)
    await inRoom(page, say)
    expect(organizer.errors).toEqual([])
  })
})

/** From whatever language the room is in. */
async function chooseLanguage(language: Language): Promise<void> {
  const { page } = organizer
  const html = page.locator('html')
  const present = languageSchema.parse((await html.getAttribute('lang'))?.slice(0, 2))
  const says = wordsIn(present)('common:languageIs', { language: languageNames[present] })
  await page.getByRole('button', { name: says }).click()
  await page.getByRole('menuitem', { name: languageNames[language] }).click()
  await eventually(() => html.getAttribute('lang')).toBe(localeOf(language))
}
