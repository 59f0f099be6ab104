/** A passage in another language and a link: made in the editor, seen by somebody else, and such in every file. */
import { beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { reportData } from '../../shared/contracts/report.ts'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { all, shown, unzipped, valueIn } from '../outcomes/unzipped.ts'
import { command } from '../support/api.ts'
import { openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { isSaved, placeCaret, textOf, typeOn } from './steps/casePaper.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { arrowTo, hasFocus, tabTo } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { downloadReport } from './steps/report.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const caseTitle = 'Operación Colibrí'
const facts = caseTemplate.sections.find(({ id }) => id === 'factSummary')?.title.es ?? ''
const [before, words] = ['La sentencia dice:', 'Le lot a été détruit.']
const address = 'https://example.org/jugement?n=1&l=fr'

let meeting: PreparedMeeting
let ana: Person
let bruno: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión de pasajes')
  const caseId = (await meeting.addCase(caseTitle)) as CaseId
  const { token, meetingId } = meeting
  await command(server, token, meetingId, { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })
  await command(server, token, meetingId, { type: 'case.setClearance', caseId, clearance: 'anonymized' })
  ;[ana, bruno] = await Promise.all([browsers.person('ana'), browsers.person('bruno')])
  await enterByLink(ana.page, meeting.organizerLink, say)
  await enterByLink(bruno.page, await meeting.linkFor({ name: 'Bruno Samán' }), say)
  for (const { page } of [ana, bruno]) {
    await goTo(page, caseTitle, say)
    await textOf(page, facts).waitFor()
  }
  return () => server.dispose()
})

const toolbar = (person: Person) => person.page.getByRole('toolbar', { name: say('case:toolbar.label') })

test('by keys alone, the language of a passage is set with the toolbar, and everybody’s browser knows it', async () => {
  const { page } = ana
  await placeCaret(page, facts)
  await typeOn(page, facts, before)
  await page.keyboard.press('Enter')
  await typeOn(page, facts, words)
  await page.keyboard.press('Shift+Home')
  await toolbar(ana).waitFor()
  await tabTo(page, toolbar(ana).getByRole('button', { name: say('case:toolbar.bold') }))
  const language = toolbar(ana).getByRole('button', { name: say('case:toolbar.language') })
  for (let stops = 0; stops < 10 && !(await hasFocus(language)); stops++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('menuitemradio', { name: 'Français' }))
  await page.keyboard.press('Enter')
  await eventually(() => hasFocus(textOf(page, facts))).toBe(true)
  for (const person of [ana, bruno]) await eventually(() => spokenIn(person)).toEqual([null, 'fr'])
})

test('a link is made of it, and the other person sees where it leads', async () => {
  const { page } = ana
  // The passage is still selected.
  await toolbar(ana)
    .getByRole('button', { name: say('case:toolbar.link') })
    .click()
  const dialog = page.getByRole('dialog', { name: say('case:link.title') })
  await dialog.getByLabel(say('case:link.address')).fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await dialog.getByText(say('case:link.refused')).waitFor()
  await dialog.getByLabel(say('case:link.address')).fill(address)
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await eventually(() => hasFocus(textOf(page, facts))).toBe(true)
  const link = textOf(bruno.page, facts).getByRole('link', { name: words })
  await eventually(() => link.getAttribute('href')).toBe(address)
  await isSaved(page, say)
})

test('the Word file has the passage in its language, as a link that leads there', async () => {
  await goTo(ana.page, say('room:plenary'), say)
  const file = unzipped(await downloadReport(ana.page, say('outcomes:formats.docx'), 'Español', say))
  const document = file.part('word/document.xml')
  const link = all(document, 'w:hyperlink').find((one) => shown(one) === words)
  expect(link && all(link, 'w:r').map((run) => [shown(run), valueIn(run, 'w:lang')])).toEqual([[words, 'fr-FR']])
  const target = all(file.part('word/_rels/document.xml.rels'), 'Relationship').find(
    ({ attributes }) => attributes.Id === link?.attributes['r:id'],
  )
  expect(target?.attributes).toMatchObject({ Target: address, TargetMode: 'External' })
  const plain = all(document, 'w:r').find((run) => shown(run) === before)
  expect(plain && valueIn(plain, 'w:lang')).toBeUndefined()
})

test('Markdown and data say the same', async () => {
  const markdown = String(await downloadReport(ana.page, say('outcomes:formats.md'), 'Español', say))
  expect(markdown).toContain(`<span lang="fr">[${words}](${address.replace('&', '\\&')})</span>`)
  const json = String(await downloadReport(ana.page, say('outcomes:formats.json'), 'Español', say))
  const { cases = [] } = reportData.parse(JSON.parse(json))
  const passages = cases.flatMap(({ sections }) => sections.find(({ section }) => section === 'factSummary')?.fields)
  expect(passages[0]?.value).toEqual([
    { text: before },
    { text: words, language: 'fr', links: [{ text: words, address }] },
  ])
  expect([ana, bruno].flatMap(({ errors }) => errors)).toEqual([])
})

/** The language of each paragraph, as the browser and a screen reader go by it. */
function spokenIn({ page }: Person): Promise<(string | null)[]> {
  return textOf(page, facts)
    .getByRole('paragraph')
    .evaluateAll((paragraphs) => paragraphs.map((paragraph) => paragraph.getAttribute('lang')))
}
