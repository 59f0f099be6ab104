/** The rules of the meeting and its activity sheet: what the organizer lays down is what the others see. */
import { beforeAll, expect, test } from 'vitest'
import { call } from '../support/api.ts'
import { findBarriers, openBrowsers, type Person } from '../support/browser.ts'
import { startServer } from '../support/server.ts'
import { messagesOn, postMessage } from './steps/discussion.ts'
import { enterByLink } from './steps/door.ts'
import { eventually } from './steps/eventually.ts'
import { type PreparedMeeting, prepareMeeting } from './steps/meeting.ts'
import { facilitate } from './steps/room.ts'
import { wordsIn } from './steps/words.ts'

const browsers = openBrowsers()
const say = wordsIn('es')

let meeting: PreparedMeeting
let organizer: Person
let participant: Person

beforeAll(async () => {
  const server = await startServer()
  meeting = await prepareMeeting(server, 'Reunión con reglas')
  organizer = await browsers.person('organizer')
  participant = await browsers.person('participant')
  await enterByLink(organizer.page, meeting.organizerLink, say)
  await enterByLink(participant.page, await meeting.linkFor({ name: 'Tomás Jacarandá', country: 'PA' }), say)
  return () => server.dispose()
})

test('the activity sheet is filled in once and is there when it is opened again', async () => {
  const { page } = organizer
  await facilitate(page, say('room:record'), say)
  const sheet = page.getByRole('dialog', { name: say('policies:record.title') })
  await sheet.getByLabel(say('policies:record.partners')).fill('Ministerios públicos de la región')
  expect(await findBarriers(page)).toEqual([])
  await sheet.getByRole('button', { name: say('common:save') }).click()
  await sheet.waitFor({ state: 'hidden' })
  await facilitate(page, say('room:record'), say)
  expect(await sheet.getByLabel(say('policies:record.partners')).inputValue()).toBe('Ministerios públicos de la región')
  await page.keyboard.press('Escape')
})

/** The discussion as the participant reads it. */
const said = async () => (await messagesOn(participant.page, say)).join()

test('under the Chatham House Rule the name leaves the other’s screen, and no looser rule can be chosen after', async () => {
  await postMessage(organizer.page, 'Buenos días', say)
  await eventually(said).toContain('Elena Robledal')
  await facilitate(organizer.page, say('room:policies'), say)
  const rules = organizer.page.getByRole('dialog', { name: say('policies:title') })
  expect(await findBarriers(organizer.page)).toEqual([])
  await rules.getByText(say('policies:attribution.none'), { exact: true }).click()
  await rules.getByRole('button', { name: say('common:save') }).click()
  await rules.waitFor({ state: 'hidden' })

  await eventually(said).not.toContain('Elena')
  expect(await said()).toContain('Buenos días')
  expect(await participant.page.getByText('Elena Robledal').count()).toBe(0)

  await facilitate(organizer.page, say('room:policies'), say)
  expect(await rules.getByRole('radio', { name: say('policies:attribution.name') }).isDisabled()).toBe(true)
  const { token, meetingId } = meeting
  const body = { type: 'meeting.setPolicies', attribution: 'name' }
  expect((await call(meeting, 'POST', `/api/meetings/${meetingId}/commands`, { token, body })).status).toBe(422)
  await organizer.page.keyboard.press('Escape')
  expect([organizer.errors, participant.errors]).toEqual([[], []])
})
