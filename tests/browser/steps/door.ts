/** Creating a meeting and coming in, as people do it in front of the screen. */
import type { Page } from 'playwright-core'
import type { Server } from '../../support/server.ts'
import type { Say } from './words.ts'

export interface MeetingPlan {
  organizer: string
  title: string
  place?: string
}

/** From the organizer's form to the room; gives the organizer's own link. */
export async function createMeeting(
  page: Page,
  server: Server,
  plan: MeetingPlan,
  say: Say,
  /** Called while the link is shown, before the meeting is entered. */
  atLink: () => Promise<unknown> = async () => undefined,
): Promise<string> {
  await page.goto(`${server.url}/organize`)
  await page.getByLabel(say('organizer:key')).fill(server.organizerKey)
  await page.getByLabel(say('organizer:name')).fill(plan.organizer)
  await page.getByLabel(say('organizer:meetingTitle'), { exact: true }).fill(plan.title)
  if (plan.place !== undefined) await page.getByLabel(say('organizer:place')).fill(plan.place)
  await page.getByRole('button', { name: say('organizer:create') }).click()
  const link = await page.getByLabel(say('organizer:yourLink')).inputValue()
  await atLink()
  await page.getByRole('button', { name: say('organizer:enterMeeting') }).click()
  await inRoom(page, say)
  return link
}

export interface Newcomer {
  name: string
  code: string
  /** What is typed to find the country, and the country. */
  country?: { typed: string; chosen: string }
}

/** Asks for entry with the hall's code: what follows is the waiting room. */
export async function askForEntry(page: Page, url: string, newcomer: Newcomer, say: Say): Promise<void> {
  const { name, code, country } = newcomer
  await page.goto(url)
  await page.getByLabel(say('join:code')).fill(code)
  await page.getByLabel(say('join:name')).fill(name)
  if (country) {
    await page.getByRole('combobox', { name: say('join:country') }).fill(country.typed)
    await page.getByRole('option', { name: country.chosen }).click()
  }
  await page.getByRole('button', { name: say('join:enter'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: say('join:waiting.title') }).waitFor()
}

/** Opens a personal link that knows its person, and enters the room. */
export async function enterByLink(page: Page, link: string, say: Say): Promise<void> {
  await page.goto(link)
  await page.getByRole('button', { name: say('join:enter'), exact: true }).click()
  await inRoom(page, say)
}

/** The room is there, and connected. */
export async function inRoom(page: Page, say: Say): Promise<void> {
  await page.getByRole('banner').getByText(say('room:connection.live'), { exact: true }).waitFor()
}

/** The seat that the page's address keeps. */
export function seatOf(page: Page): string {
  return new URL(page.url()).searchParams.get('seat') ?? ''
}
