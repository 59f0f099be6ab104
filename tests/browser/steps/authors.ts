/** The layer of authors: which words are tinted as whose, for the eye and in words. */
import type { Page } from 'playwright-core'
import { textOf } from './casePaper.ts'
import type { Say } from './words.ts'

export async function showAuthors(page: Page, say: Say): Promise<void> {
  await page.getByRole('button', { name: say('authors:toggle') }).click()
  await page.getByRole('region', { name: say('authors:legend') }).waitFor()
}

/** The tinted words of a rich text by the author that the tint is for. The tint is for the eye: there is no role to ask for. */
export async function tintedWords(page: Page, section: string): Promise<Record<string, string>> {
  const parts = await textOf(page, section)
    .locator('[data-author]')
    .evaluateAll((all) => all.map((part) => [part.getAttribute('data-author') ?? '', part.textContent ?? ''] as const))
  const words: Record<string, string> = {}
  for (const [author, text] of parts) words[author] = `${words[author] ?? ''}${text}`
  return words
}

export async function legendOn(page: Page, say: Say): Promise<string[]> {
  const legend = page.getByRole('region', { name: say('authors:legend') })
  return (await legend.getByRole('listitem').locator('[data-line]').allTextContents()).sort()
}
