/** Writing on a case's paper: rich text, a line, chips. Names of sections are the vocabulary's. */
import type { Locator, Page } from 'playwright-core'
import type { Say } from './words.ts'

/** Faster than any typist, and slow enough that two of them meet. */
const keystrokeMs = 8

/** The rich text of a section. */
export function textOf(page: Page, section: string): Locator {
  return page.getByRole('textbox', { name: section, exact: true })
}

/** What a rich text says, paragraph by paragraph, without carets and placeholders, which are no text of it. */
export async function paragraphsOf(page: Page, section: string): Promise<string[]> {
  return (await textOf(page, section).getByRole('paragraph').allTextContents()).map((text) =>
    text.replaceAll('\uFEFF', '').replaceAll('\u2060', ''),
  )
}

/** Puts the caret where the text ends, or at its start. */
export async function placeCaret(page: Page, section: string, where: 'start' | 'end' = 'end'): Promise<void> {
  await textOf(page, section).focus()
  await textOf(page, section).press(where === 'end' ? 'Control+End' : 'Control+Home')
}

/** Types letter by letter where the caret is. */
export async function typeOn(page: Page, section: string, words: string): Promise<void> {
  await textOf(page, section).pressSequentially(words, { delay: keystrokeMs })
}

export async function typeIn(page: Page, section: string, words: string): Promise<void> {
  await placeCaret(page, section)
  await typeOn(page, section, words)
}

/** Names that stand at others' carets. They are drawn for the eye alone, so there is no role to ask for. */
export async function caretNames(page: Page): Promise<string[]> {
  const carets = page.locator('[data-name]')
  return carets.evaluateAll((all) => [...new Set(all.map((caret) => caret.getAttribute('data-name') ?? ''))])
}

/** Finds a term by a part of its words and chooses it. */
export async function addTag(
  page: Page,
  list: string,
  found: { typed: string; chosen: string },
  say: Say,
): Promise<void> {
  await page.getByRole('button', { name: `${say('case:tags.add')} ${list}`, exact: true }).click()
  const picker = page.getByRole('dialog', { name: list })
  await picker.getByRole('combobox').fill(found.typed)
  await picker.getByRole('option', { name: found.chosen }).click()
  await picker.getByRole('button', { name: say('case:tags.done') }).click()
  await picker.waitFor({ state: 'hidden' })
}

export function chosenTags(page: Page, list: string, say: Say): Locator {
  return page.getByRole('grid', { name: say('case:tags.chosen', { list }) })
}

export async function tagsOf(page: Page, list: string, say: Say): Promise<string[]> {
  return (await chosenTags(page, list, say).getByRole('row').allInnerTexts()).map((text) => text.trim())
}

/** The state of the open document in words. */
export async function isSaved(page: Page, say: Say): Promise<void> {
  await page.getByRole('main').getByText(say('document:saved'), { exact: true }).waitFor()
}
