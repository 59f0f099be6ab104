/** Working on a board: columns are named by their words, cards by theirs. */
import type { Locator, Page } from 'playwright-core'
import type { Say } from './words.ts'

export function columnOf(page: Page, column: string): Locator {
  return page.getByRole('region', { name: column })
}

export function cardOf(page: Page, title: string): Locator {
  return page.getByRole('article', { name: title, exact: true })
}

/** Writes one line and Enter, as often as there are titles. */
export async function addCards(page: Page, column: string, titles: readonly string[], say: Say): Promise<void> {
  const line = page.getByRole('textbox', { name: say('board:quickAdd.label', { column }) })
  for (const title of titles) {
    await line.fill(title)
    await line.press('Enter')
    await cardOf(page, title).waitFor()
  }
}

/** Moves a card with its menu; `spot` is one of the menu's words. */
export async function moveCard(page: Page, title: string, column: string, spot: string, say: Say): Promise<void> {
  await cardOf(page, title)
    .getByRole('button', { name: say('board:moveOf', { title }) })
    .click()
  await page.getByRole('menuitem', { name: `${column}: ${spot}` }).click()
}

export async function setCategory(page: Page, title: string, category: string, say: Say): Promise<void> {
  await cardOf(page, title)
    .getByRole('button', { name: say('board:categoryOf', { title }) })
    .click()
  await page.getByRole('menuitemradio', { name: category }).click()
}

/** Edits a card's text in place. */
export async function editCard(page: Page, title: string, next: string, say: Say): Promise<void> {
  await cardOf(page, title)
    .getByRole('button', { name: say('board:actions', { title }) })
    .click()
  await page.getByRole('menuitem', { name: say('board:edit') }).click()
  const editor = page.getByRole('textbox', { name: say('board:editTitle') })
  await editor.fill(next)
  await editor.press('Enter')
  await cardOf(page, next).waitFor()
}

export async function cardsIn(page: Page, column: string): Promise<string[]> {
  return columnOf(page, column).getByRole('heading', { level: 3 }).allInnerTexts()
}
