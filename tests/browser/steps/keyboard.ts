/** Working by keyboard alone: going to a control with Tab, through a menu with arrows, as far as it takes. */
import type { Locator, Page } from 'playwright-core'

/** More stops than any page has: whoever needs more is in a trap. */
const mostStops = 150

/** Presses Tab until the control has the focus; `backwards` with Shift. */
export async function tabTo(
  page: Page,
  control: Locator,
  direction: 'forwards' | 'backwards' = 'forwards',
): Promise<void> {
  await pressUntilFocused(page, control, direction === 'forwards' ? 'Tab' : 'Shift+Tab')
}

/** Goes down an open menu or list to an entry. */
export async function arrowTo(page: Page, entry: Locator): Promise<void> {
  await pressUntilFocused(page, entry, 'ArrowDown')
}

async function pressUntilFocused(page: Page, control: Locator, key: string): Promise<void> {
  for (let stops = 0; stops < mostStops; stops++) {
    if (await hasFocus(control)) return
    await page.keyboard.press(key)
  }
  throw new Error(`${key}, pressed ${mostStops} times, does not reach ${control}`)
}

/** Not while the control is hidden, as everything is behind an open list. */
export function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluateAll((elements) => elements.some((element) => element === document.activeElement))
}

/** Whether the person sees where they are: something is drawn around what has the focus. */
export function showsFocus(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body) return false
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(activeElement)
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none'
  })
}
