/** Downloading the report as its reader does, and the file as text. */
import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { Say } from './words.ts'

/** `format` is the label of the choice, `language` a language by its own name. */
export async function downloadReport(page: Page, format: string, language: string, say: Say): Promise<Buffer> {
  await page.getByRole('button', { name: say('outcomes:download'), exact: true }).click()
  return downloadFrom(page, format, language, say)
}

/** The same from the dialog that is open already. */
export async function downloadFrom(page: Page, format: string, language: string, say: Say): Promise<Buffer> {
  const dialog = page.getByRole('dialog', { name: say('outcomes:title') })
  await dialog.getByRole('button', { name: say('outcomes:language') }).click()
  await page.getByRole('option', { name: language }).click()
  await dialog.getByText(format, { exact: true }).click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: say('outcomes:download'), exact: true }).click(),
  ])
  const file = readFileSync(await download.path())
  await dialog.getByText(say('outcomes:saved', { name: download.suggestedFilename() })).waitFor()
  await dialog
    .getByRole('button', { name: say('common:close'), exact: true })
    .last()
    .click()
  return file
}
