/** A secretariat's work before and after: people from a spreadsheet with sheets to print, and the meeting moved elsewhere. */
import { readFileSync } from 'node:fs'
import type { Locator } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'
import { enterByLink, inRoom } from './steps/door.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { facilitate } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')

let meeting: PreparedMeeting
let elsewhere: Server
let organizer: Person

beforeAll(async () => {
  const server = await startServer()
  elsewhere = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con lista')
  organizer = await browsers.person('organizer')
  await enterByLink(organizer.page, meeting.organizerLink, say)
  return async () => {
    await server.dispose()
    await elsewhere.dispose()
  }
})

const hasFocus = (control: Locator) => control.evaluate((element) => element === document.activeElement)

const list =
  'nombre\trol\tpaís\tidioma\nNoemí Alerce\trelatora\tChile\tes\nJean-Baptiste Mapou\t\tHaití\tfrancés\nRosalba\tjefa\t\t\n'

test('rows pasted from a spreadsheet are checked, become links, and print as sheets in each person’s language', async () => {
  const { page } = organizer
  await facilitate(page, say('roster:menu'), say)
  await page.getByLabel(say('roster:pasted')).fill(list)
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: say('roster:look') }).click()
  await page.getByText(say('roster:errors.unknown', { column: say('roster:columns.role'), value: 'jefa' })).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: say('roster:make', { count: 2 }) }).click()
  await page.getByText(say('roster:made', { count: 2 })).waitFor()
  await page.getByRole('button', { name: say('roster:sheets') }).click()
  const printed = page.getByRole('dialog', { name: say('roster:sheets') })
  const sheets = printed.getByRole('listitem')
  await sheets.filter({ hasText: 'Noemí Alerce' }).getByText('Apunte la cámara').waitFor()
  await sheets.filter({ hasText: 'Jean-Baptiste Mapou' }).getByText('Pointez l’appareil').waitFor()
  expect(await findBarriers(page)).toEqual([])

  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('#root').isVisible()).toBe(false)
  expect(await page.getByRole('button').count()).toBe(0)
  const boxes = await Promise.all((await sheets.all()).map((sheet) => sheet.boundingBox()))
  expect(new Set(boxes.map((box) => box?.y)).size).toBe(1)
  await page.emulateMedia({ media: 'screen' })

  const link = /http\S+\/j#\S+/.exec(await sheets.filter({ hasText: 'Noemí' }).innerText())?.[0] ?? ''
  const noemi = await browsers.person('noemi')
  await enterByLink(noemi.page, link, say)
  await printed.getByRole('button', { name: say('common:close') }).click()
  await until(
    () => hasFocus(page.getByRole('button', { name: say('roster:sheets') })),
    'the sheets give the focus back',
  )
  await page.getByRole('button', { name: say('common:done') }).click()
  await until(
    () => hasFocus(page.getByRole('button', { name: say('room:facilitate') })),
    'the menu has the focus again',
  )
})

test('who was there today is on the list of the day', async () => {
  const { page } = organizer
  await facilitate(page, say('roster:attendance.menu'), say)
  const table = page.getByRole('dialog', { name: say('roster:attendance.title') }).getByRole('table')
  await table.getByRole('row', { name: 'Elena Robledal' }).getByText(say('roster:attendance.present')).waitFor()
  await table.getByRole('row', { name: 'Noemí Alerce' }).getByText(say('roster:attendance.present')).waitFor()
  expect(await findBarriers(page)).toEqual([])
  await page.getByRole('button', { name: say('common:close') }).click()
})

test('the archive leaves by the menu and arrives by the organizer’s page of another server', async () => {
  const { page } = organizer
  await facilitate(page, say('organizer:archive.menu'), say)
  expect(await findBarriers(page)).toEqual([])
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: say('organizer:archive.download') }).click()
  const saved = await (await download).path()
  expect(readFileSync(saved).subarray(0, 2).toString()).toBe('PK')

  const owner = await browsers.person('owner')
  await owner.page.goto(`${elsewhere.url}/organize`)
  await owner.page.getByRole('button', { name: say('organizer:import.open') }).click()
  await owner.page.getByLabel(say('organizer:key')).fill(elsewhere.organizerKey)
  const chooser = owner.page.waitForEvent('filechooser')
  await owner.page.getByRole('button', { name: say('organizer:import.choose') }).click()
  await (await chooser).setFiles(saved)
  expect(await findBarriers(owner.page)).toEqual([])
  await owner.page.getByRole('button', { name: say('organizer:import.start') }).click()
  await owner.page.getByRole('button', { name: say('organizer:enterMeeting') }).click()
  await inRoom(owner.page, say)
  await owner.page.getByText('Reunión con lista').first().waitFor()
  await owner.page.getByText('Noemí Alerce').first().waitFor()
  expect([...organizer.errors, ...owner.errors]).toEqual([])
})
