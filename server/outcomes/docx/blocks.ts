/** Blocks of the report as paragraphs and tables of Word. */
import { type FileChild, HeadingLevel, type IParagraphOptions, Paragraph, TextRun } from 'docx'
import type { ReportBlock, ReportRun, Table } from '../reportTree.ts'
import { bookmarked, type ContentsEntry } from './contents.ts'
import { docxRuns } from './runs.ts'
import { listIndentOf, listLevels, lists, styleIds } from './styles.ts'
import { docxTable } from './table.ts'

const headingOf = {
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3,
  4: HeadingLevel.HEADING_4,
  5: HeadingLevel.HEADING_5,
  6: HeadingLevel.HEADING_6,
} as const

/** Draws the blocks of one document and counts in it: lists, since each begins at 1, and headings, for the contents. */
export class BlockWriter {
  readonly #colon: string
  readonly #headings: ContentsEntry[] = []
  #lists = 0

  /** `colon` stands between a term and its definition. */
  constructor(colon: string) {
    this.#colon = colon
  }

  /** What was written so far that belongs in the contents. */
  get headings(): readonly ContentsEntry[] {
    return this.#headings
  }

  partHeading(title: string, layout: IParagraphOptions): Paragraph {
    const heading = HeadingLevel.HEADING_1
    return this.#listed(new Paragraph({ ...layout, heading, children: [new TextRun(title)] }), 1, title)
  }

  #listed(paragraph: Paragraph, level: ContentsEntry['level'], title: string): Paragraph {
    const number = this.#headings.length + 1
    const bookmark = `_Toc${number}`
    this.#headings.push({ level, title, bookmark })
    return bookmarked(paragraph, bookmark, number)
  }

  write(blocks: ReportBlock[]): FileChild[] {
    // A sentence that leads over to a table stays on its page.
    return blocks.flatMap((block, index) => {
      const leadsOver = block.kind === 'paragraph' && blocks[index + 1]?.kind === 'table'
      return this.#block(block, leadsOver ? { keepNext: true } : {})
    })
  }

  /** `place` is what the list around a block gives it: a bullet, a number, an indent. */
  #block(block: ReportBlock, place: IParagraphOptions, level = 0): FileChild[] {
    switch (block.kind) {
      case 'heading':
        return [this.#heading(block, place)]
      case 'paragraph':
        return [new Paragraph({ ...place, children: docxRuns(block.runs) })]
      case 'quote':
      case 'code':
        return [new Paragraph({ ...place, style: styleIds[block.kind], children: docxRuns(block.runs) })]
      case 'definitions':
        return block.rows.map(({ term, runs }, index) => {
          const label = new TextRun({ text: `${term}${this.#colon}`, bold: true })
          const keepNext = index < block.rows.length - 1
          return new Paragraph({ style: styleIds.definition, keepNext, children: [label, ...docxRuns(runs)] })
        })
      case 'list':
        return this.#list(block, level)
      case 'table':
        return [...captionOf(block), docxTable(block), new Paragraph({ style: styleIds.afterTable })]
    }
  }

  #heading({ level, runs }: ReportBlock & { kind: 'heading' }, place: IParagraphOptions): Paragraph {
    const paragraph = new Paragraph({ ...place, heading: headingOf[level], children: docxRuns(runs) })
    return level === 2 ? this.#listed(paragraph, 2, textOfRuns(runs)) : paragraph
  }

  #list({ ordered, items }: ReportBlock & { kind: 'list' }, level: number): FileChild[] {
    const reference = ordered ? lists.numbered : lists.bulleted
    const instance = ++this.#lists
    const marked = {
      style: 'ListParagraph',
      numbering: { reference, instance, level: Math.min(level, listLevels - 1) },
    }
    const unmarked = { style: 'ListParagraph', indent: { left: listIndentOf(Math.min(level, listLevels - 1)) } }
    return items.flatMap((item) =>
      item.flatMap((block, index) => this.#block(block, index === 0 ? marked : unmarked, level + 1)),
    )
  }
}

function captionOf({ caption }: Table): Paragraph[] {
  return caption === '' ? [] : [new Paragraph({ style: 'Caption', children: [new TextRun(caption)] })]
}

function textOfRuns(runs: ReportRun[]): string {
  return runs.map((run) => run.text.replaceAll('\n', ' ')).join('')
}
