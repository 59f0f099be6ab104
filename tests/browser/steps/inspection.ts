/** Looking at a screen as a whole: barriers in light and dark, how it is built, and whether it fits a narrow window. */
import type { Page } from 'playwright-core'
import { type BarrierSearch, findBarriers } from '../../support/browser.ts'

/** What axe finds, under the name of the screen. */
export async function barriersOn(page: Page, screen: string, search?: BarrierSearch): Promise<string[]> {
  return (await findBarriers(page, search)).map((barrier) => `${screen}: ${barrier}`)
}

/** In the dark nothing but the colours is different. */
export async function barriersInTheDark(page: Page, screen: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const found = await barriersOn(page, `${screen}, dark`, { only: ['color-contrast'] })
  await page.emulateMedia({ colorScheme: 'light' })
  return found
}

/** What a page lacks that screen readers go by: a title of its own, one heading above all, its main part. */
export async function gapsOn(page: Page, screen: string): Promise<string[]> {
  const title = await page.title()
  const headings = await page.getByRole('heading', { level: 1 }).count()
  const mains = await page.getByRole('main').count()
  return [
    ...(/^.+ · Plenaria$/.test(title) ? [] : [`${screen}: its title is "${title}"`]),
    ...(headings === 1 ? [] : [`${screen}: it has ${headings} headings of level 1`]),
    ...(mains === 1 ? [] : [`${screen}: it has ${mains} main parts`]),
  ]
}

/** What stands outside of the window or scrolls sideways, in a window as narrow as WCAG asks (1.4.10). */
export async function overflowOn(page: Page, screen: string): Promise<string[]> {
  const found = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    const outside = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => {
      const { right, left } = element.getBoundingClientRect()
      const isShown =
        element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isForEarsOnly(element)
      const isText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim(),
      )
      return isShown && isText && (right > clientWidth + 1 || left < -1)
    })
    /** Words for screen readers stand in a box of one pixel. */
    function isForEarsOnly(element: Element | null): boolean {
      return element !== null && (element.getBoundingClientRect().width <= 1 || isForEarsOnly(element.parentElement))
    }
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : []),
      ...outside.map((element) => `"${element.innerText.slice(0, 40)}" stands outside`),
    ]
  })
  return found.map((what) => `${screen}: ${what}`)
}
