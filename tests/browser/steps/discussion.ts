/** Saying something to the room and reading what was said. */
import type { Locator, Page } from 'playwright-core'
import type { Say } from './words.ts'

export function messageField(page: Page, say: Say): Locator {
  return page.getByRole('textbox', { name: say('discussion:write') })
}

export async function postMessage(page: Page, text: string, say: Say): Promise<void> {
  await messageField(page, say).fill(text)
  await messageField(page, say).press('Enter')
}

/** The messages that are shown, oldest first, as `author: text`. */
export async function messagesOn(page: Page, say: Say): Promise<string[]> {
  const items = page.getByRole('log', { name: say('discussion:messages') }).getByRole('listitem')
  return (await items.allInnerTexts()).map((words) => {
    const [head = '', ...text] = words.split('\n').filter((line) => line.trim() !== '')
    return `${head.replace(/\s*\d\d:\d\d$/, '')}: ${text.join(' ')}`
  })
}
