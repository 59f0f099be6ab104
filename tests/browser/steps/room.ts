/** Moving about in the room and facilitating it. */
import type { Locator, Page } from 'playwright-core'
import type { Say } from './words.ts'

/** The side column with agenda, rooms and people. */
export function meetingSide(page: Page, say: Say): Locator {
  return page.getByRole('complementary', { name: say('room:sides.meeting') })
}

/** Opens the plenary, a board or a case by the name that the list gives it. */
export async function goTo(page: Page, title: string, say: Say): Promise<void> {
  await meetingSide(page, say).getByRole('link', { name: title }).click()
}

/** Chooses from the moderators' menu. */
export async function facilitate(page: Page, action: string, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('room:facilitate') }).click()
  await page.getByRole('menuitem', { name: action }).click()
}

/** The code as the hall reads it, from the dialog that shows it. */
export async function readCode(page: Page, say: Say): Promise<string> {
  await facilitate(page, say('room:showCode'), say)
  const dialog = page.getByRole('dialog', { name: say('room:code.title') })
  const code = await dialog.getByText(/^[A-Z0-9]{3} [A-Z0-9]{3}$/).innerText()
  await dialog.getByRole('button', { name: say('common:close') }).click()
  return code
}

export interface Invited {
  name: string
  role: string
  country?: { typed: string; chosen: string }
}

/** Makes a personal link in the dialog and gives it. */
export async function invite(page: Page, { name, role, country }: Invited, say: Say): Promise<string> {
  await facilitate(page, say('room:invite'), say)
  await page.getByRole('button', { name: say('people:role') }).click()
  await page.getByRole('option', { name: role }).click()
  await page.getByRole('textbox', { name: say('people:invite.name') }).fill(name)
  if (country) {
    await page.getByRole('combobox', { name: say('people:invite.country') }).fill(country.typed)
    await page.getByRole('option', { name: country.chosen }).click()
  }
  await page.getByRole('button', { name: say('people:invite.make') }).click()
  const link = await page.getByRole('textbox', { name: say('people:invite.link') }).inputValue()
  await page.getByRole('button', { name: say('common:done'), exact: true }).click()
  return link
}

/** Begins a case: its paper is open afterwards. */
export async function createCase(page: Page, title: string, say: Say): Promise<void> {
  await meetingSide(page, say)
    .getByRole('button', { name: say('room:newCase') })
    .click()
  await page.getByLabel(say('room:surfaceTitle')).fill(title)
  await page.getByRole('button', { name: say('room:create'), exact: true }).click()
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
}

export interface AgendaEntry {
  title: string
  kind: string
}

export async function addAgendaItem(page: Page, { title, kind }: AgendaEntry, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('agenda:add'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: say('agenda:addTitle') })
  await dialog.getByLabel(say('agenda:itemTitle')).fill(title)
  await dialog.getByRole('button', { name: say('agenda:kind') }).click()
  await page.getByRole('option', { name: kind, exact: true }).click()
  await dialog.getByRole('button', { name: say('common:save') }).click()
  await dialog.waitFor({ state: 'hidden' })
}

/** What the agenda says is on now. */
export async function itemOfNow(page: Page, say: Say): Promise<string> {
  const row = meetingSide(page, say)
    .getByRole('listitem')
    .filter({ hasText: say('agenda:now') })
  return (await row.innerText()).replace(say('agenda:now'), '').trim()
}
