/**
 * The contents list of a Word file: parts, and what is in them where there is room, as links. It is a real field with
 * its entries already written, so Word asks nothing when it opens the file, and adds page numbers when told to update
 * it. They are not worked out here: laying out forty cases takes five seconds, in which the server would do nothing else.
 */
import { BookmarkEnd, BookmarkStart, type FileChild, LeaderType, Paragraph, TableOfContents, TextRun } from 'docx'
import { styleIds } from './styles.ts'

export interface ContentsEntry {
  level: 1 | 2
  title: string
  bookmark: string
}

/** What the cover has room for under a long title. */
const linesOnCover = 22

export function contentsOf(title: string, headings: readonly ContentsEntry[]): FileChild[] {
  const levels = headings.length <= linesOnCover ? 2 : 1
  const entries = headings.filter(({ level }) => level <= levels)
  return [
    new Paragraph({ style: styleIds.contents, children: [new TextRun(title)] }),
    new TableOfContents(title, {
      hyperlink: true,
      headingStyleRange: `1-${levels}`,
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries: entries.map(({ level, title, bookmark }) => ({ level, title, href: bookmark })),
    }),
  ]
}

/** Numbered by the caller: the library's own counter runs on from file to file. */
export function bookmarked(paragraph: Paragraph, name: string, number: number): Paragraph {
  paragraph.addChildElement(new BookmarkStart(name, number))
  paragraph.addChildElement(new BookmarkEnd(number))
  return paragraph
}
