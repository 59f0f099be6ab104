/** What stands on every page: the mark at head and foot (TLP 2.0 asks for both), what this is, and the page's number. */
import { Footer, Header, PageNumber, Paragraph, Tab, TabStopType, TextRun } from 'docx'
import type { Language, Marking, UnLevel } from '../../../shared/contracts/terms.ts'
import { labelOf, markingTerm } from '../../../shared/vocabulary/vocabulary.ts'
import { locales } from '../localForms.ts'
import type { Report } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { fonts, styleIds, textWidth } from './styles.ts'

/** A running title longer than this would push the mark to a second line. */
const runningTitleChars = 92

const tabStops = [{ type: TabStopType.RIGHT, position: textWidth }]

/** A cover says its title itself: its head holds the mark alone. */
export function coverHeaderOf({ marking }: Report): Header {
  return headerWith(markingRuns(marking))
}

export function headerOf({ title, marking }: Report): Header {
  return headerWith([new TextRun(shortened(title)), ...markingRuns(marking)])
}

function headerWith(children: TextRun[]): Header {
  return new Header({ children: [new Paragraph({ style: styleIds.header, tabStops, children })] })
}

export function footerOf({ language, marking, unLevel }: Report): Footer {
  const fields: Record<string, string> = { '{page}': PageNumber.CURRENT, '{pages}': PageNumber.TOTAL_PAGES }
  const words = wordsOf(language).page.split(/(\{\w+\})/)
  const page = new TextRun({ children: words.map((word) => fields[word] ?? word) })
  const children = [page, ...markingRuns(marking, levelOf(unLevel, language))]
  return new Footer({ children: [new Paragraph({ style: styleIds.footer, tabStops, children })] })
}

/** ST/SGB/2007/6 has a classified document say so on every page; one that is not classified says nothing. */
function levelOf(unLevel: UnLevel, language: Language): string {
  if (unLevel === 'unclassified') return ''
  return `${labelOf('unClassification', unLevel, language).toLocaleUpperCase(locales[language])}\u00a0\u00a0`
}

/** TLP 2.0: the label as it is, 12 points or more, at the right, in its colours. */
function markingRuns(marking: Marking, before = ''): TextRun[] {
  const { color, background } = markingTerm(marking)
  return [
    new TextRun({ children: [new Tab(), before] }),
    new TextRun({
      text: `\u00a0${marking}\u00a0`,
      font: fonts.headings,
      size: 24,
      bold: true,
      noProof: true,
      color: color.slice(1),
      shading: { fill: background.slice(1) },
    }),
  ]
}

/** Cut between words where there are any. */
function shortened(title: string): string {
  if ([...title].length <= runningTitleChars) return title
  const cut = [...title].slice(0, runningTitleChars).join('')
  const lastSpace = cut.lastIndexOf(' ')
  return `${(lastSpace > 0 ? cut.slice(0, lastSpace) : cut).trimEnd()}…`
}
