/** The dialog before a download: what it offers, what it says will be left out and why, and the file that comes of it. */
import { beforeAll, expect, test } from 'vitest'
import type { CaseId } from '../../shared/contracts/ids.ts'
import { reportOutline } from '../../shared/vocabulary/vocabulary.ts'
import { all, shown, unzipped } from '../outcomes/unzipped.ts'
import { command } from '../support/api.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { downloadFrom } from './steps/report.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')
const titleOf = (part: string) => reportOutline.find(({ id }) => id === part)?.title
const [released, uncleared, marked] = ['Operación Colibrí', 'Operación Marea', 'Operación Volcán']

let meeting: PreparedMeeting
let rosa: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con informe')
  const { token, meetingId } = meeting
  await command(server, token, meetingId, { type: 'meeting.setPolicies', attribution: 'name' })
  for (const title of [released, uncleared, marked]) {
    const caseId = (await meeting.addCase(title)) as CaseId
    // A new case is marked TLP:AMBER, and not cleared.
    if (title !== marked)
      await command(server, token, meetingId, { type: 'case.setMarking', caseId, marking: 'TLP:GREEN' })
    if (title !== uncleared) {
      await command(server, token, meetingId, { type: 'case.setClearance', caseId, clearance: 'attributed' })
    }
  }
  rosa = await browsers.person('rosa', { viewport: { width: 1366, height: 768 } })
  const link = await meeting.linkFor({ name: 'Rosa Alerce', role: 'rapporteur', country: 'CL' })
  await enterByLink(rosa.page, link, say)
  return () => server.dispose()
})

const dialog = () => rosa.page.getByRole('dialog', { name: say('outcomes:title') })
const openDialog = () => rosa.page.getByRole('button', { name: say('outcomes:download'), exact: true }).click()
const offered = (group: string) =>
  dialog()
    .getByRole('radiogroup', { name: say(group) })
    .getByRole('radio')

/** What is left out: each reason with the titles under it. */
const omitted = async () => (await dialog().getByRole('listitem').allInnerTexts()).join('\n')

test('it says what is left out and why, and nobody appears unless it is wished', async () => {
  await openDialog()
  expect(await offered('outcomes:attribution.label').evaluateAll((all) => all.length)).toBe(3)
  await eventually(() =>
    dialog()
      .getByRole('radio', { name: say('outcomes:attribution.none') })
      .isChecked(),
  ).toBe(true)
  await eventually(omitted).toContain(`${say('outcomes:omitted.caseNotCleared', { count: 1 })}\n${uncleared}`)
  expect(await omitted()).toContain(`${say('outcomes:omitted.caseMarking', { count: 1 })}\n${marked}`)
  expect(await omitted()).toContain(say('outcomes:omitted.people'))
  expect(await omitted()).not.toContain(released)
  await dialog().getByText(say('outcomes:attribution.name'), { exact: true }).click()
  await eventually(omitted).not.toContain(say('outcomes:omitted.people'))
  expect(await findBarriers(rosa.page)).toEqual([])
})

test('without any part there is nothing to download, and it says so', async () => {
  const parts = dialog().getByRole('group', { name: say('outcomes:parts') })
  const chosen = await parts.getByRole('checkbox').all()
  for (const part of chosen) await part.uncheck({ force: true })
  await dialog().getByText(say('outcomes:noParts')).waitFor()
  const download = dialog().getByRole('button', { name: say('outcomes:download'), exact: true })
  expect(await download.isDisabled()).toBe(true)
  for (const part of chosen) await part.check({ force: true })
  await eventually(() => download.isDisabled()).toBe(false)
})

test('the file has the language, the names and the parts that were chosen, and nothing else', async () => {
  await dialog()
    .getByText(titleOf('organization')?.es ?? '', { exact: true })
    .click()
  const file = unzipped(await downloadFrom(rosa.page, say('outcomes:formats.docx'), 'English', say))
  const document = file.part('word/document.xml')
  const headings = all(document, 'w:p').map(shown)
  expect(headings).toContain(titleOf('cases')?.en)
  expect(headings).not.toContain(titleOf('organization')?.en)
  expect(file.everything).toContain('Rosa Alerce')
  expect(file.everything).toContain(released)
  for (const title of [uncleared, marked]) expect(file.everything).not.toContain(title)
})

test('what the rules forbid is not offered', async () => {
  const { token, meetingId } = meeting
  await command(meeting, token, meetingId, { type: 'meeting.setPolicies', attribution: 'delegation' })
  await openDialog()
  await eventually(() => offered('outcomes:attribution.label').count()).toBe(2)
  expect(await dialog().getByText(say('outcomes:attribution.name'), { exact: true }).count()).toBe(0)
  await command(meeting, token, meetingId, { type: 'meeting.setPolicies', attribution: 'none' })
  await rosa.page.keyboard.press('Escape')
  await openDialog()
  await dialog().getByText(say('outcomes:attribution.only')).waitFor()
  await eventually(omitted).toContain(say('outcomes:omitted.peopleByRules'))
  await rosa.page.keyboard.press('Escape')
})

test('the buttons of a long dialog are in sight without scrolling, and hide nothing that has the focus', async () => {
  const { page } = rosa
  for (const [width, height] of [
    [1366, 768],
    [768, 1024],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await openDialog()
    await dialog()
      .getByRole('heading', { name: say('outcomes:omitted.title') })
      .waitFor()
    const button = dialog().getByRole('button', { name: say('outcomes:download'), exact: true })
    const box = await button.boundingBox()
    // Nothing scrolls by below them.
    const below = await dialog().evaluate(
      (element) =>
        element.getBoundingClientRect().bottom - (element.lastElementChild?.getBoundingClientRect().bottom ?? 0),
    )
    expect(below).toBeLessThanOrEqual(1)
    expect(box && box.y >= 0 && box.y + box.height <= height && box.x + box.width <= width).toBe(true)
    for (const control of await dialog().getByRole('checkbox').all()) {
      await control.focus()
      const { bottom, foot } = await control.evaluate((element) => ({
        bottom: (element.closest('label') ?? element).getBoundingClientRect().bottom,
        foot: element.closest('[role=dialog]')?.lastElementChild?.getBoundingClientRect().top ?? 0,
      }))
      expect(bottom).toBeLessThanOrEqual(foot)
    }
    await page.keyboard.press('Escape')
  }
  await page.setViewportSize({ width: 1366, height: 768 })
  expect(rosa.errors).toEqual([])
})
