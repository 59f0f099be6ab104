/**
 * The spine, end to end: a meeting is created, three people come in by the three doors, write together, and one of them
 * takes the report home. Each chapter goes on from the one before and ends with what both see and what the server has.
 */
import { beforeAll, expect, test } from 'vitest'
import { labelOf } from '../../shared/vocabulary/vocabulary.ts'
import { unzipped } from '../outcomes/unzipped.ts'
import { command, getMeeting, join } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { addCards, cardsIn, editCard, moveCard, setCategory } from './steps/board.ts'
import { setClearance, setMarking } from './steps/caseMarks.ts'
import { addTag, caretNames, isSaved, paragraphsOf, placeCaret, tagsOf, typeIn, typeOn } from './steps/casePaper.ts'
import { messagesOn, postMessage } from './steps/discussion.ts'
import { askForEntry, createMeeting, enterByLink, inRoom } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type Reader, storedCards, storedCase, storedMessages, storedReport } from './steps/record.ts'
import { downloadReport } from './steps/report.ts'
import { addAgendaItem, createCase, goTo, invite, itemOfNow, meetingSide, readCode } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const names = { organizer: 'Elena Robledal', participant: 'Tomás Jacarandá', rapporteur: 'Inés Guayacán' }
const caseTitle = 'Operación Colibrí'
const facts = 'Resumen de los hechos'
const lessons = 'Lecciones aprendidas: qué haríamos distinto'
const countries = 'Estados involucrados (origen, tránsito, destino)'
const rapporteurs = labelOf('meetingRoles', 'rapporteur', 'es')
const columns = { good: 'Buenas prácticas', obstacle: 'Obstáculos', recommendation: 'Recomendaciones' }

/** Headings, a count and a category of the report. */
const french = [
  'Affaires analysées',
  'Bonnes pratiques',
  '3 bonnes pratiques',
  'Obstacles et difficultés communs',
  'Preuve et chaîne de conservation',
  'Recommandations',
]

let server: Server
let organizer: Person
let participant: Person
let rapporteur: Person
let script: Reader
let plenaryId: string
let boardId: string
let caseId: string

beforeAll(async () => {
  server = await startServer()
  organizer = await browsers.person('organizer')
  participant = await browsers.person('participant')
  rapporteur = await browsers.person('rapporteur')
  return () => server.dispose()
})

test('an organizer creates a meeting and opens it', async () => {
  const { page } = organizer
  const plan = { organizer: names.organizer, title: 'Reunión regional de prueba', place: 'Ciudad de Panamá' }
  const link = await createMeeting(page, server, plan, say)
  await page.getByRole('button', { name: say('room:open') }).click()
  await page.getByRole('banner').getByText(say('room:status.live')).waitFor()

  const token = new URL(link).hash.slice(1)
  const meetingId = /\/m\/([^/?]+)/.exec(page.url())?.[1] ?? ''
  const meeting = await getMeeting(server, token, meetingId)
  expect(meeting).toMatchObject({ title: plan.title, place: plan.place, status: 'live', template: 'case-digest' })
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(plan.title)
  script = { url: server.url, token, meetingId }
  plenaryId = meeting.plenaryId
  boardId = meeting.boards[0]?.boardId ?? ''
})

test('a participant waits, is let in, and stands in the room without a reload', async () => {
  const { page } = participant
  const code = await readCode(organizer.page, say)
  await join(server, { code, name: 'Bruno Ceibo' })
  await askForEntry(
    page,
    server.url,
    { name: names.participant, code, country: { typed: 'panama', chosen: 'Panamá' } },
    say,
  )
  await page.getByText(say('join:waiting.ahead', { count: 1 })).waitFor()
  await page.evaluate(() => Object.assign(window, { loadedOnce: true }))

  const door = meetingSide(organizer.page, say)
  await door.getByRole('button', { name: say('people:admitName', { name: 'Bruno Ceibo' }) }).click()
  await page.getByText(say('join:waiting.first')).waitFor()
  await door.getByRole('button', { name: say('people:admitName', { name: names.participant }) }).click()
  await inRoom(page, say)
  expect(await page.evaluate(() => 'loadedOnce' in window)).toBe(true)
  for (const { page: seen } of [organizer, participant]) {
    const row = meetingSide(seen, say).getByRole('listitem').filter({ hasText: names.participant })
    await eventually(() => row.innerText()).toContain('Panamá')
  }
})

test('a rapporteur comes by the personal link that the dialog makes', async () => {
  const invited = { name: names.rapporteur, role: rapporteurs }
  await enterByLink(rapporteur.page, await invite(organizer.page, invited, say), say)
  for (const { page } of [organizer, participant, rapporteur]) {
    const people = meetingSide(page, say).getByRole('region', { name: say('people:title') })
    await eventually(() => people.innerText()).toContain(say('people:here', { count: 3 }))
    await eventually(() => people.innerText()).toContain(rapporteurs)
  }
  expect(rapporteur.page.url()).not.toContain('#')
})

test('two people write in the same texts at once and no word is lost', async () => {
  await createCase(participant.page, caseTitle, say)
  caseId = /\/case\/([^/?]+)/.exec(participant.page.url())?.[1] ?? ''
  await goTo(organizer.page, caseTitle, say)
  await typeIn(participant.page, facts, 'El lote desviado.')
  await eventually(() => paragraphsOf(organizer.page, facts)).toEqual(['El lote desviado.'])

  const [ahead, behind] = [
    'Durante meses nadie contrastó el acta. ',
    ' Los números de serie coincidían con el registro.',
  ]
  await placeCaret(organizer.page, facts, 'start')
  await placeCaret(participant.page, facts)
  await Promise.all([
    typeOn(organizer.page, facts, ahead),
    typeOn(participant.page, facts, behind),
    eventually(() => caretNames(participant.page)).toContain(names.organizer),
    eventually(() => caretNames(organizer.page)).toContain(names.participant),
  ])
  const [first, second] = ['Auditar antes de destruir.', 'Pesar el material inutilizado.']
  await Promise.all([organizer, participant].map(({ page }) => placeCaret(page, lessons)))
  await Promise.all([typeOn(organizer.page, lessons, first), typeOn(participant.page, lessons, second)])

  const written = `${ahead}El lote desviado.${behind}`
  for (const { page } of [organizer, participant]) {
    await isSaved(page, say)
    await eventually(() => paragraphsOf(page, facts)).toEqual([written])
  }
  const stored = await storedCase(script, caseId)
  expect(stored.factSummary).toEqual([written])
  expect(stored.lessons?.join(' ')).toSatisfy((text: string) => text.includes(first) && text.includes(second))
  for (const { page } of [organizer, participant]) {
    await eventually(() => paragraphsOf(page, lessons)).toEqual(stored.lessons)
  }
})

test('the code name, countries and modus operandi are filled in, and found without accents', async () => {
  const { page } = participant
  const codeName = page.getByLabel('Nombre clave del caso')
  await codeName.fill('Colibrí')
  await addTag(page, countries, { typed: 'panama', chosen: 'Panamá' }, say)
  await addTag(page, countries, { typed: 'mexico', chosen: 'México' }, say)
  await addTag(page, 'Modus operandi', { typed: 'fluvial', chosen: 'Embarcaciones menores y rutas fluviales' }, say)
  await addTag(page, 'Modus operandi', { typed: 'hormiga trafico', chosen: 'Tráfico hormiga' }, say)
  for (const { page: seen } of [organizer, participant]) {
    await eventually(() => tagsOf(seen, countries, say)).toEqual(['Panamá', 'México'])
    await eventually(() => seen.getByLabel('Nombre clave del caso').inputValue()).toBe('Colibrí')
    await eventually(() => tagsOf(seen, 'Modus operandi', say)).toEqual([
      'Embarcaciones menores y rutas fluviales',
      'Tráfico hormiga',
    ])
  }
  await isSaved(page, say)
  expect(await storedCase(script, caseId)).toMatchObject({
    identification: ['Colibrí', 'PA', 'MX'],
    keywords: ['mo-small-craft', 'mo-ant'],
  })
})

test('cards are written by one line and Enter, edited, moved and given a category', async () => {
  await Promise.all([organizer, participant].map(({ page }) => goTo(page, 'Buenas prácticas y obstáculos', say)))
  await Promise.all([
    addCards(participant.page, columns.good, ['Rastrear toda arma recuperada', 'Pesar lo que se destruye'], say),
    addCards(organizer.page, columns.obstacle, ['Pericias sin traducir', 'Comparar números a mano'], say),
  ])
  await addCards(participant.page, columns.recommendation, ['Adoptar un protocolo'], say)
  await editCard(organizer.page, 'Adoptar un protocolo', 'Adoptar un protocolo regional', say)
  await moveCard(participant.page, 'Comparar números a mano', columns.good, say('board:spot.top'), say)
  await setCategory(participant.page, 'Pericias sin traducir', 'Prueba y cadena de custodia', say)

  const expected = [
    ['Comparar números a mano', 'Rastrear toda arma recuperada', 'Pesar lo que se destruye'],
    ['Pericias sin traducir'],
    ['Adoptar un protocolo regional'],
  ]
  for (const { page } of [organizer, participant]) {
    await eventually(() => Promise.all(Object.values(columns).map((column) => cardsIn(page, column)))).toEqual(expected)
    await isSaved(page, say)
  }
  const stored = await storedCards(script, boardId)
  expect(stored.map(({ title }) => title)).toEqual(expected.flat())
  expect(stored.find(({ column }) => column === 'obstacle')?.category).toBe('ob-evidence')
})

test('messages go both ways, even in a burst, and older ones are paged', async () => {
  const notes = Array.from({ length: 120 }, (_, count) => `Nota ${count + 1}`)
  await Promise.all(
    notes.map((text) => command(server, script.token, script.meetingId, { type: 'message.post', text })),
  )
  await participant.page.reload()
  await inRoom(participant.page, say)
  await postMessage(participant.page, '¿El lote figuraba como destruido?', say)
  await organizer.page.getByText('¿El lote figuraba como destruido?').waitFor()
  await postMessage(organizer.page, 'Sí: el acta existía.', say)
  await participant.page.getByText('Sí: el acta existía.').waitFor()
  for (const shown of [52, 102]) {
    await eventually(() => messagesOn(participant.page, say)).toHaveLength(shown)
    await participant.page.getByRole('button', { name: say('discussion:older') }).click()
  }

  const stored = await storedMessages(script, plenaryId)
  expect(stored).toHaveLength(122)
  expect(stored.at(-2)).toBe(`${names.participant}: ¿El lote figuraba como destruido?`)
  for (const { page } of [organizer, participant]) await eventually(() => messagesOn(page, say)).toEqual(stored)
})

test('the agenda is set and moves on for everybody', async () => {
  await addAgendaItem(organizer.page, { title: 'Apertura', kind: say('agenda:kinds.session') }, say)
  await addAgendaItem(organizer.page, { title: 'Estudio del caso', kind: say('agenda:kinds.case') }, say)
  await organizer.page.getByRole('button', { name: say('agenda:firstItem') }).click()
  for (const { page } of [organizer, participant]) await eventually(() => itemOfNow(page, say)).toBe('Apertura')
  await organizer.page.getByRole('button', { name: say('agenda:nextItem') }).click()
  for (const { page } of [organizer, participant]) await eventually(() => itemOfNow(page, say)).toBe('Estudio del caso')
})

test('a case is in the report once its owner has cleared it, in French, with nobody named', async () => {
  const { page } = rapporteur
  const markdown = () => downloadReport(page, say('outcomes:formats.md'), 'Français', say).then(String)
  expect(await markdown()).not.toMatch(/Colibrí|lote desviado/)

  await goTo(participant.page, caseTitle, say)
  await setMarking(participant.page, 'TLP:AMBER', 'TLP:GREEN', say)
  await setClearance(participant.page, say('case:clearance.no'), say('case:clearance.anonymized'), say)
  await page.getByRole('main').getByText('TLP:GREEN').waitFor()

  const docx = unzipped(await downloadReport(page, say('outcomes:formats.docx'), 'Français', say))
  const text = await markdown()
  for (const words of [docx.everything, text]) {
    for (const part of french) expect(words).toContain(part)
    expect(words).toContain('El lote desviado. Los números de serie coincidían con el registro.')
    for (const name of Object.values(names).flatMap((name) => name.split(' '))) expect(words).not.toContain(name)
  }
  const generated = /Généré.*/u
  expect(text.replace(generated, '')).toBe((await storedReport(script, 'md', 'fr')).replace(generated, ''))
})

test('no page complained', () => {
  expect([organizer, participant, rapporteur].flatMap(({ errors }) => errors)).toEqual([])
})
