/** What an organizer does around a meeting, without a mouse: people from a list, rules, record, attendance, archive. */
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { enterByLink, inRoom } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { arrowTo, hasFocus, showsFocus, tabTo } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { meetingSide } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')

let meeting: PreparedMeeting
let elsewhere: Server
let organizer: Person

beforeAll(async () => {
  const server = await startServer()
  elsewhere = await startServer()
  meeting = await prepareMeeting(server, 'Reunión sin ratón')
  organizer = await browsers.person('organizer')
  await enterByLink(organizer.page, meeting.organizerLink, say)
  return async () => {
    await server.dispose()
    await elsewhere.dispose()
  }
})

/** Goes to a control, sees that it is there, and presses it. */
async function pressOn({ page }: Person, control: Locator): Promise<void> {
  await tabTo(page, control)
  expect(await showsFocus(page)).toBe(true)
  await page.keyboard.press('Enter')
}

const facilitateButton = () => organizer.page.getByRole('button', { name: say('room:facilitate') })

async function chooseFromMenu(action: string): Promise<void> {
  const { page } = organizer
  await pressOn(organizer, facilitateButton())
  await arrowTo(page, page.getByRole('menuitem', { name: action }))
  await page.keyboard.press('Enter')
  // What opens takes the focus: keys pressed before that would go elsewhere.
  await eventually(() => page.getByRole('dialog').evaluate((dialog) => dialog.contains(document.activeElement))).toBe(
    true,
  )
}

/** A closed dialog gives the focus back to where it was opened. */
const isBackAtMenu = () => eventually(() => hasFocus(facilitateButton())).toBe(true)

test('a list of people is typed, looked at and made into links', async () => {
  const { page } = organizer
  await chooseFromMenu(say('roster:menu'))
  const dialog = page.getByRole('dialog', { name: say('roster:title') })
  await tabTo(page, dialog.getByLabel(say('roster:pasted')))
  await page.keyboard.insertText('nombre\trol\nNoemí Alerce\trelatora\nRosalba Cedrón\tjefa\n')
  await pressOn(organizer, dialog.getByRole('button', { name: say('roster:look') }))
  await dialog.getByText(say('roster:errors.unknown', { column: say('roster:columns.role'), value: 'jefa' })).waitFor()
  await pressOn(organizer, dialog.getByRole('button', { name: say('roster:make', { count: 1 }) }))
  await dialog.getByText(say('roster:made', { count: 1 })).waitFor()
  await pressOn(organizer, dialog.getByRole('button', { name: say('roster:sheets') }))
  const sheets = page.getByRole('dialog').filter({ has: page.getByRole('button', { name: say('roster:print') }) })
  await sheets.getByText('Noemí Alerce', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  await sheets.waitFor({ state: 'hidden' })
  await pressOn(organizer, dialog.getByRole('button', { name: say('common:done') }))
  await dialog.waitFor({ state: 'hidden' })
})

test('the rules are chosen with arrows', async () => {
  const { page } = organizer
  await chooseFromMenu(say('room:policies'))
  const dialog = page.getByRole('dialog', { name: say('policies:title') })
  const byName = dialog.getByRole('radio', { name: say('policies:attribution.name') })
  const byDelegation = dialog.getByRole('radio', { name: say('policies:attribution.delegation') })
  await tabTo(page, byName.or(byDelegation))
  while (!(await byDelegation.isChecked())) await page.keyboard.press('ArrowDown')
  await pressOn(organizer, dialog.getByRole('button', { name: say('common:save') }))
  await dialog.waitFor({ state: 'hidden' })
  await isBackAtMenu()
  await chooseFromMenu(say('room:policies'))
  expect(await byDelegation.isChecked()).toBe(true)
  await page.keyboard.press('Escape')
  await isBackAtMenu()
})

test('the record of the activity is written and is there when it is opened again', async () => {
  const { page } = organizer
  await chooseFromMenu(say('room:record'))
  const dialog = page.getByRole('dialog', { name: say('policies:record.title') })
  for (const field of ['partners', 'donors']) {
    await tabTo(page, dialog.getByLabel(say(`policies:record.${field}`)))
    await page.keyboard.type(`Sin ratón: ${field}`)
  }
  await pressOn(organizer, dialog.getByRole('button', { name: say('common:save') }))
  await dialog.waitFor({ state: 'hidden' })
  await chooseFromMenu(say('room:record'))
  expect(await dialog.getByLabel(say('policies:record.donors')).inputValue()).toBe('Sin ratón: donors')
  await page.keyboard.press('Escape')
  await isBackAtMenu()
})

test('who was there is read in a table that scrolls by keys', async () => {
  const { page } = organizer
  await chooseFromMenu(say('roster:attendance.menu'))
  const table = page.getByRole('region', { name: say('roster:attendance.title') })
  await tabTo(page, table)
  expect(await showsFocus(page)).toBe(true)
  await table.getByRole('row', { name: 'Elena Robledal' }).waitFor()
  await page.keyboard.press('Escape')
  await isBackAtMenu()
})

test('somebody gets another role and is taken out of the meeting', async () => {
  const { page } = organizer
  const bruno = await browsers.person('bruno')
  await enterByLink(bruno.page, await meeting.linkFor({ name: 'Bruno Samán' }), say)
  // The rules hide names from the room; whoever moderates sees them all the same.
  const actions = meetingSide(page, say).getByRole('button', {
    name: say('people:actionsFor', { name: 'Bruno Samán' }),
  })
  await actions.waitFor()
  await tabTo(page, actions, 'backwards')
  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('menuitem', { name: /relator/i }))
  await page.keyboard.press('Enter')
  await bruno.page.getByRole('button', { name: say('outcomes:download') }).waitFor()
  await eventually(() => hasFocus(actions)).toBe(true)

  await page.keyboard.press('Enter')
  await arrowTo(page, page.getByRole('menuitem', { name: say('people:remove') }))
  await page.keyboard.press('Enter')
  const question = page.getByRole('alertdialog')
  await pressOn(organizer, question.getByRole('button', { name: say('people:removeNow') }))
  await bruno.page.getByRole('heading', { level: 1, name: say('room:end.removed') }).waitFor()
  await actions.waitFor({ state: 'detached' })
  // Nor does a reload ask somebody to come in again who was taken out.
  await bruno.page.reload()
  await bruno.page.getByRole('heading', { level: 1, name: say('room:end.removed') }).waitFor()
})

test('the archive is saved from the menu and brought in on another server', async () => {
  const { page } = organizer
  await chooseFromMenu(say('organizer:archive.menu'))
  const download = page.waitForEvent('download')
  await pressOn(organizer, page.getByRole('link', { name: say('organizer:archive.download') }))
  const archive = await (await download).path()
  expect(readFileSync(archive).subarray(0, 2).toString()).toBe('PK')

  const owner = await browsers.person('owner')
  await owner.page.goto(`${elsewhere.url}/organize`)
  await pressOn(owner, owner.page.getByRole('button', { name: say('organizer:import.open') }))
  await tabTo(owner.page, owner.page.getByLabel(say('organizer:key')))
  await owner.page.keyboard.insertText(elsewhere.organizerKey)
  const chooser = owner.page.waitForEvent('filechooser')
  await pressOn(owner, owner.page.getByRole('button', { name: say('organizer:import.choose') }))
  await (await chooser).setFiles(archive)
  await pressOn(owner, owner.page.getByRole('button', { name: say('organizer:import.start') }))
  await pressOn(owner, owner.page.getByRole('button', { name: say('organizer:enterMeeting') }))
  await inRoom(owner.page, say)
  expect([...organizer.errors, ...owner.errors]).toEqual([])
})
