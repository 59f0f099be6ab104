/** The history of an open case or board. */
import type { Locator, Page } from 'playwright-core'
import type { Say } from './words.ts'

export async function openHistory(page: Page, say: Say): Promise<Locator> {
  await page.getByRole('button', { name: say('history:open'), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: say('history:title') })
  await dialog.waitFor()
  return dialog
}

/** Keeps the present moment under a name; the history stays open. */
export async function keepMoment(page: Page, name: string, say: Say): Promise<Locator> {
  const dialog = await openHistory(page, say)
  await dialog.getByRole('textbox', { name: say('history:keepName') }).fill(name)
  await dialog.getByRole('button', { name: say('history:keep') }).click()
  await dialog.getByText(say('history:kept', { name })).waitFor()
  return dialog
}

/** Opens the version whose line says this. */
export async function readVersion(page: Page, words: string, say: Say): Promise<void> {
  await page
    .getByRole('dialog', { name: say('history:title') })
    .getByRole('listitem')
    .filter({ hasText: words })
    .getByRole('button')
    .click()
  await page.getByRole('button', { name: say('history:back') }).waitFor()
}
