/** Deciding what may leave the meeting: the mark of a case and its clearance, each in its dialog. */
import type { Page } from 'playwright-core'
import type { Say } from './words.ts'

/** Chooses the mark in its dialog. */
export async function setMarking(page: Page, from: string, to: string, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('case:marking.change', { marking: from }) }).click()
  await chooseIn(page, say('case:marking.title'), to, say('case:marking.save'))
}

/** Decides in its dialog what the report may use. */
export async function setClearance(page: Page, from: string, to: string, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('case:clearance.change', { state: from }) }).click()
  await chooseIn(page, say('case:clearance.title'), to, say('case:clearance.save'))
}

async function chooseIn(page: Page, title: string, choice: string, save: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title })
  await dialog.getByText(choice, { exact: true }).click()
  await dialog.getByRole('button', { name: save }).click()
  await dialog.waitFor({ state: 'hidden' })
}
