/**
 * Every dialog, menu and list of the room by name, and how it is opened: what is looked at as a whole (accessibility,
 * languages) goes through these. Escape closes each of them.
 */
import type { Locator, Page } from 'playwright-core'
import { languageNames } from '../../../client/design/languageNames.ts'
import type { Language } from '../../../shared/contracts/terms.ts'
import { cardOf, columnOf } from './board.ts'
import type { Say } from './words.ts'

export interface Overlay {
  name: string
  open: (page: Page) => Promise<void>
}

interface View {
  say: Say
  language: Language
  /** On a narrow window the side columns are drawers. */
  isNarrow: boolean
}

/** What a moderator opens in the plenary, with somebody else of this name in the room. */
export function overlaysOfPlenary({ say, language, isNarrow }: View, somebody: string): Overlay[] {
  const button = (page: Page, name: string) => page.getByRole('button', { name }).click()
  const facilitate = (action: string, shown: (page: Page) => Locator) => async (page: Page) => {
    await button(page, say('room:facilitate'))
    await page.getByRole('menuitem', { name: action }).click()
    await shown(page).waitFor()
  }
  const makeLink = (page: Page) => page.getByRole('button', { name: say('people:invite.make') })
  const inSide = (open: (page: Page) => Promise<void>) => async (page: Page) => {
    if (isNarrow) await button(page, say('room:sides.meeting'))
    await open(page)
  }
  const drawers: Overlay[] = [
    { name: 'drawer of the meeting', open: inSide(async () => undefined) },
    { name: 'drawer of the discussion', open: (page) => button(page, say('room:sides.discussion')) },
    { name: 'settings', open: (page) => button(page, say('common:settings')) },
  ]
  const menuOf = (action: string) =>
    inSide(async (page) => {
      await button(page, say('people:actionsFor', { name: somebody }))
      await page.getByRole('menuitem', { name: action }).click()
    })
  return [
    ...(isNarrow
      ? drawers
      : [
          {
            name: 'languages',
            open: (page: Page) => button(page, say('common:languageIs', { language: languageNames[language] })),
          },
        ]),
    { name: 'facilitator’s menu', open: (page) => button(page, say('room:facilitate')) },
    {
      name: 'code',
      open: facilitate(say('room:showCode'), (page) => page.getByRole('img', { name: say('room:code.qr') })),
    },
    { name: 'invitation', open: facilitate(say('room:invite'), makeLink) },
    {
      name: 'invitation made',
      async open(page) {
        await facilitate(say('room:invite'), makeLink)(page)
        await makeLink(page).click()
        await page.getByRole('textbox', { name: say('people:invite.link') }).waitFor()
      },
    },
    { name: 'question before closing', open: facilitate(say('room:close'), (page) => page.getByRole('alertdialog')) },
    { name: 'menu of a person', open: inSide((page) => button(page, say('people:actionsFor', { name: somebody }))) },
    { name: 'question before removing', open: menuOf(say('people:remove')) },
    {
      name: 'agenda item',
      open: inSide(async (page) => {
        await button(page, say('agenda:add'))
        await page.getByRole('dialog', { name: say('agenda:addTitle') }).waitFor()
      }),
    },
    { name: 'new case', open: inSide((page) => button(page, say('room:newCase'))) },
    { name: 'new board', open: inSide((page) => button(page, say('room:newBoard'))) },
    { name: 'report', open: (page) => button(page, say('outcomes:download')) },
  ]
}

export function overlaysOfCase({ say }: View, list: string): Overlay[] {
  return [
    {
      name: 'mark',
      open: (page) => page.getByRole('button', { name: say('case:marking.change', { marking: 'TLP:AMBER' }) }).click(),
    },
    {
      name: 'clearance',
      open: (page) =>
        page.getByRole('button', { name: say('case:clearance.change', { state: say('case:clearance.no') }) }).click(),
    },
    {
      name: 'picker of terms',
      open: (page) => page.getByRole('button', { name: `${say('case:tags.add')} ${list}`, exact: true }).click(),
    },
  ]
}

/** What opens at a card of this title. */
export function overlaysOfBoard({ say }: View, column: string, title: string): Overlay[] {
  const at = (key: string) => (page: Page) =>
    columnOf(page, column)
      .getByRole('button', { name: say(key, { title }) })
      .click()
  const openSheet = async (page: Page) => {
    await cardOf(page, title).getByRole('button', { name: title, exact: true }).click()
    await page.getByRole('dialog', { name: title }).waitFor()
  }
  return [
    { name: 'sheet of a card', open: openSheet },
    {
      name: 'mark of a card',
      async open(page) {
        await openSheet(page)
        await page.getByRole('button', { name: say('board:mark.change', { marking: 'TLP:GREEN' }) }).click()
        await page.getByRole('dialog', { name: say('board:mark.title') }).waitFor()
      },
    },
    { name: 'where to move a card', open: at('board:moveOf') },
    { name: 'category of a card', open: at('board:categoryOf') },
    { name: 'actions of a card', open: at('board:actions') },
  ]
}

/** Closes what is open, one after the other: behind a dialog another one may come to light. */
export async function closeAll(page: Page): Promise<void> {
  const open = page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('menu'))
  for (let all = await open.elementHandles(); all.length > 0; all = await open.elementHandles()) {
    await page.keyboard.press('Escape')
    await all.at(-1)?.waitForElementState('hidden')
  }
}
