/** A case's other fields in a browser: rows, what does not apply, what Word pastes, and what this version does not know. */
import { beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { richTextOf } from '../../shared/documents/caseDocument.ts'
import { caseTemplate, labelOf, listTitle } from '../../shared/vocabulary/vocabulary.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { openDocument, type TestDocument } from '../support/document.ts'
import { startServer } from '../support/server.ts'
import { addTag, isSaved, tagsOf, textOf } from './steps/casePaper.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { storedCase } from './steps/record.ts'
import { goTo } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const caseTitle = 'Operación Colibrí'

function titleOf(section: string): string {
  return caseTemplate.sections.find(({ id }) => id === section)?.title.es ?? section
}

let meeting: PreparedMeeting
let caseId: CaseId
let ana: Person
let script: TestDocument

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión de campos')
  caseId = (await meeting.addCase(caseTitle)) as CaseId
  script = openDocument(meeting, `case/${caseId}`, { token: meeting.token, confirm: true })
  ana = await browsers.person('ana')
  await enterByLink(ana.page, meeting.organizerLink, say)
  await goTo(ana.page, caseTitle, say)
  await textOf(ana.page, titleOf('factSummary')).waitFor()
  return () => {
    script.destroy()
    return server.dispose()
  }
})

test('a row is added, filled in, removed and brought back with what stood in it', async () => {
  const section = ana.page.getByRole('region', { name: titleOf('items') })
  await section.getByRole('button', { name: say('case:rows.add') }).click()
  const model = section.getByRole('textbox', { name: 'Marca / modelo / calibre, fila 1' })
  await model.fill('9 mm, dotación policial')
  await section.getByRole('button', { name: /^.*Estado de la marcación, fila 1/ }).click()
  await ana.page.getByRole('option', { name: 'Borrada' }).click()
  await section.getByRole('textbox', { name: 'Cantidad, fila 1' }).fill('64')
  await model.focus()
  const row = JSON.stringify({ quantity: 64, makeModel: '9 mm, dotación policial', marking: 'obliterated' })
  await eventually(async () => (await storedCase(meeting, caseId)).items).toEqual([row])

  await section.getByRole('button', { name: say('case:rows.actions', { position: 1 }) }).click()
  await ana.page.getByRole('menuitem', { name: say('case:rows.remove') }).click()
  await eventually(async () => (await storedCase(meeting, caseId)).items).toBeUndefined()
  await section.getByRole('button', { name: say('case:rows.undo') }).click()
  await eventually(async () => (await storedCase(meeting, caseId)).items).toEqual([row])
})

test('a term is found by another word for it, and one that no list has is chosen in own words', async () => {
  const { page } = ana
  await addTag(
    page,
    listTitle('modusOperandi', 'es'),
    { typed: 'testaferro', chosen: labelOf('modusOperandi', 'mo-straw', 'es') },
    say,
  )
  const words = 'Drones de carga'
  await addTag(page, listTitle('modusOperandi', 'es'), { typed: words, chosen: say('case:tags.own', { words }) }, say)
  await eventually(async () => (await storedCase(meeting, caseId)).keywords).toEqual(['mo-straw', `other:${words}`])
  await eventually(() => tagsOf(page, listTitle('modusOperandi', 'es'), say)).toContain(words)
})

test('a section that does not apply says so, and can be taken up again', async () => {
  const section = ana.page.getByRole('region', { name: titleOf('persons') })
  await section.getByRole('button', { name: say('case:aside.putOf', { title: titleOf('persons') }) }).click()
  await section.getByText(say('case:aside.is')).waitFor()
  await section.getByRole('button', { name: say('case:aside.backOf', { title: titleOf('persons') }) }).click()
  await section.getByRole('button', { name: say('case:rows.add') }).waitFor()
})

test('a slash offers formats, and the keyboard makes a table', async () => {
  const { page } = ana
  const text = textOf(page, titleOf('evidence'))
  await text.focus()
  await page.keyboard.type('/')
  const list = page.getByRole('listbox', { name: say('case:slash.label') })
  await list.waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.keyboard.type('tabla')
  await eventually(() => list.getByRole('option').allInnerTexts()).toEqual([say('case:slash.table')])
  await page.keyboard.press('Enter')
  await page.keyboard.type('Ruta')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Armas')
  await eventually(async () =>
    (await text.getByRole('columnheader').allInnerTexts()).map((words) => words.trim()),
  ).toEqual(['Ruta', 'Armas', ''])
  await isSaved(page, say)
  await eventually(async () => (await storedCase(meeting, caseId)).evidence).toEqual(['Ruta', 'Armas'])
})

test('what Word pastes comes in as headings and lists, without its looks', async () => {
  const { page } = ana
  const text = textOf(page, titleOf('commentary'))
  await text.focus()
  await text.evaluate((element) => {
    const data = new DataTransfer()
    data.setData(
      'text/html',
      `<html xmlns:o="urn:schemas-microsoft-com:office:office"><body><!--StartFragment--><h1>Claves<o:p></o:p></h1>
       <p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span>·</span><![endif]>Una pistola</p>
       <!--EndFragment--></body></html>`,
    )
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  await eventually(() => text.getByRole('listitem').allInnerTexts()).toEqual(['Una pistola'])
  await eventually(() => text.getByRole('heading').allInnerTexts()).toEqual(['Claves'])
})

test('what this version does not know stays in the document and is shown as words, without an editor', async () => {
  const { page } = ana
  await script.synced()
  const fragment = richTextOf(script.doc, 'lessons')
  const [footnote, words] = [new Y.XmlElement('footnote'), new Y.XmlText()]
  fragment.insert(0, [footnote])
  footnote.insert(0, [words])
  words.insert(0, 'de una versión posterior')
  await script.saved()

  const section = page.getByRole('region', { name: titleOf('lessons') })
  await section.getByText(say('case:unknownText')).waitFor()
  await section.getByText('de una versión posterior').waitFor()
  expect(await textOf(page, titleOf('lessons')).count()).toBe(0)

  // Opened anew with it: nothing is bound either.
  await page.reload()
  await section.getByText(say('case:unknownText')).waitFor()
  await isSaved(page, say)
  expect(fragment.toString()).toBe('<footnote>de una versión posterior</footnote>')
  expect(await findBarriers(page)).toEqual([])
  expect(ana.errors).toEqual([])
})
