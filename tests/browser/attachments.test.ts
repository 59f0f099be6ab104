/** Files of a case: attached by keyboard, seen at once by the others, downloaded as they were, kept when the line fails. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { attachmentEndings, attachmentKinds } from '../../shared/contracts/attachmentKinds.ts'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { pdf } from '../support/attachments.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { hasFocus, tabTo } from './steps/keyboard.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { goTo } from './steps/room.ts'
import { type Say, wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const inSpanish = wordsIn('es')
const inFrench = wordsIn('fr')
const caseTitle = 'Operación Colibrí'
const fileName = 'Sentencia nº 12 «firme».pdf'
const sources = caseTemplate.sections.find(({ kind }) => kind === 'attachments')?.title

let meeting: PreparedMeeting
let ana: Person
let marc: Person
let otto: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con anexos')
  await meeting.addCase(caseTitle)
  const enter = async (person: Person, link: string, say: Say) => {
    await enterByLink(person.page, link, say)
    await goTo(person.page, caseTitle, say)
    await person.page.getByRole('heading', { name: say('case:files.title') }).waitFor()
  }
  ;[ana, marc, otto] = await Promise.all([
    browsers.person('ana'),
    browsers.person('marc', { locale: 'fr-FR' }),
    browsers.person('otto'),
  ])
  await enter(ana, await meeting.linkFor({ name: 'Ana Ceibo' }), inSpanish)
  await enter(marc, await meeting.linkFor({ name: 'Marc Tilleul' }), inFrench)
  await enter(otto, await meeting.linkFor({ name: 'Otto Roble', role: 'observer' }), inSpanish)
  return () => server.dispose()
})

const filesIn = (page: Page, say: Say) =>
  page.getByRole('list', { name: say('case:files.title') }).getByRole('listitem')
const addIn = (page: Page, say: Say) => page.getByRole('button', { name: say('case:files.add') })

async function choose(page: Page, say: Say, files: { name: string; buffer: Buffer }[]): Promise<void> {
  await tabTo(page, addIn(page, say))
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')])
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles(files.map((file) => ({ ...file, mimeType: 'application/octet-stream' })))
}

test('a file that one attaches by keyboard is in front of the others at once, and is the same file there', async () => {
  await choose(ana.page, inSpanish, [{ name: fileName, buffer: Buffer.from(pdf) }])
  await ana.page.getByText(inSpanish('case:files.attached', { name: fileName })).waitFor({ state: 'attached' })
  const line = filesIn(marc.page, inFrench).first()
  await eventually(() => line.innerText()).toContain('Ana Ceibo')
  expect(await line.innerText()).toContain(attachmentKinds['application/pdf'].label)
  for (const [person, say] of [
    [marc, inFrench],
    [otto, inSpanish],
  ] as const) {
    const link = filesIn(person.page, say).getByRole('link')
    expect(await link.getAttribute('aria-label')).toContain(fileName)
    const [download] = await Promise.all([person.page.waitForEvent('download'), link.click()])
    expect(download.suggestedFilename()).toBe(fileName)
    expect(Buffer.compare(readFileSync(await download.path()), Buffer.from(pdf))).toBe(0)
  }
})

test('who reads sees no way to add or remove; who added it and nobody else beside the moderators removes it', async () => {
  expect(await addIn(otto.page, inSpanish).count()).toBe(0)
  const remove = (say: Say) => say('case:files.remove', { name: fileName })
  expect(await otto.page.getByRole('button', { name: remove(inSpanish) }).count()).toBe(0)
  expect(await marc.page.getByRole('button', { name: remove(inFrench) }).count()).toBe(0)
  expect(await ana.page.getByRole('button', { name: remove(inSpanish) }).count()).toBe(1)
})

test('several at once: what is accepted is attached, what is not says why in plain words and is let go', async () => {
  const page = '<!doctype html>'
  await choose(ana.page, inSpanish, [
    { name: 'Anexo.pdf', buffer: Buffer.from(pdf) },
    { name: 'página.html', buffer: Buffer.from(page) },
    { name: 'disfraz.pdf', buffer: Buffer.from(page) },
  ])
  await eventually(() => filesIn(ana.page, inSpanish).count()).toBe(4)
  const kinds = Object.values(attachmentKinds).map(({ label }) => label)
  await eventually(() =>
    ana.page.getByText(inSpanish('case:files.failure.kind', { kinds: kinds.join(', ') })).count(),
  ).toBe(2)
  await eventually(() => filesIn(marc.page, inFrench).count()).toBe(2)
  expect(await findBarriers(ana.page)).toEqual([])
  for (const name of ['página.html', 'disfraz.pdf']) {
    expect(await ana.page.getByRole('button', { name: inSpanish('case:files.retryOf', { name }) }).count()).toBe(0)
    await ana.page.getByRole('button', { name: inSpanish('case:files.dismissOf', { name }) }).click()
    await eventually(() => hasFocus(addIn(ana.page, inSpanish))).toBe(true)
  }
  expect(await filesIn(ana.page, inSpanish).count()).toBe(2)
  expect(attachmentEndings).not.toContain('.html')
})

test('without a connection it says so at once, keeps the file, and attaches it once when it is back', async () => {
  const name = 'Más tarde.pdf'
  await ana.context.setOffline(true)
  await choose(ana.page, inSpanish, [{ name, buffer: Buffer.from(pdf) }])
  await ana.page.getByText(inSpanish('case:files.failure.offline')).waitFor()
  await ana.context.setOffline(false)
  const retry = ana.page.getByRole('button', { name: inSpanish('case:files.retryOf', { name }) })
  await eventually(async () => {
    if ((await retry.count()) > 0) await retry.click()
    return filesIn(marc.page, inFrench).count()
  }).toBe(3)
  await eventually(() => retry.count()).toBe(0)
  expect(await filesIn(ana.page, inSpanish).count()).toBe(3)
})

test('removing asks first, and then the file is gone for everybody', async () => {
  await ana.page.getByRole('button', { name: inSpanish('case:files.remove', { name: fileName }) }).click()
  await ana.page.getByRole('button', { name: inSpanish('case:files.removeAction') }).click()
  await eventually(() => filesIn(otto.page, inSpanish).count()).toBe(2)
  await eventually(() => hasFocus(addIn(ana.page, inSpanish))).toBe(true)
  expect(await marc.page.getByRole('region', { name: sources?.fr ?? '' }).innerText()).not.toContain(fileName)
})

test('nothing failed unseen', () => {
  const unexpected = [ana, marc, otto]
    .flatMap(({ errors }) => errors)
    .filter((error) => !/Failed to load|ERR_INTERNET|WebSocket/.test(error))
  expect(unexpected).toEqual([])
})
