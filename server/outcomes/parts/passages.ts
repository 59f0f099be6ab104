/** Text that people wrote with the editor, as data: words with their language and links, without the looks of a page. */
import type { Passage } from '../../../shared/contracts/report.ts'
import type { Block } from '../../../shared/documents/richText.ts'
import { linkTo } from './richBlocks.ts'

/** One for each paragraph, heading, item and row of a table. */
export function passagesOf(blocks: Block[]): Passage[] {
  return blocks.flatMap((block): Passage[] => {
    switch (block.kind) {
      case 'list':
        return block.items.flatMap(passagesOf)
      case 'table':
        return block.rows.map((row) => rowOf(row.map((cell) => passagesOf(cell.blocks))))
      default:
        return [passageOf(block)]
    }
  })
}

function passageOf({ runs, language }: Extract<Block, { runs: unknown }>): Passage {
  const links = runs.flatMap(({ text, link }) => {
    const address = linkTo(link).link
    return address === undefined ? [] : [{ text, address }]
  })
  return {
    text: runs.map(({ text }) => text).join(''),
    ...(language ? { language } : {}),
    ...(links.length > 0 ? { links } : {}),
  }
}

/** A language is said of the whole row or not at all: cells stand in one text. */
function rowOf(cells: Passage[][]): Passage {
  const passages = cells.flat()
  const links = passages.flatMap((passage) => passage.links ?? [])
  const [language, ...others] = new Set(passages.map((passage) => passage.language))
  return {
    text: cells.map((cell) => cell.map(({ text }) => text).join(' ')).join('\t'),
    ...(language && others.length === 0 ? { language } : {}),
    ...(links.length > 0 ? { links } : {}),
  }
}
