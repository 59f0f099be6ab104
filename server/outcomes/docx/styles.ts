/**
 * How the Word file looks: its styles, lists, page and widths. Real named styles, so that the rapporteur can restyle
 * the whole report at once. Both fonts are on every computer with Word, and LibreOffice brings ones of the same widths,
 * so pages break alike. Text is set flush left: justified lines are hard to read for many people (WCAG 1.4.8).
 */
import { AlignmentType, type INumberingOptions, type IStylesOptions, LevelFormat, LineRuleType } from 'docx'

export const fonts = { text: 'Times New Roman', headings: 'Arial', code: 'Courier New' }

/** The design's tokens on white paper (client/design/tokens.css), without `#`. */
export const colors = {
  ink: '1E2428',
  soft: '545B61',
  accent: '0D5C63',
  wash: 'E2EFF0',
  rule: 'C3CACC',
  code: 'F3F4F4',
}

/** Twips (twentieths of a point), the unit of every length in the file; A4 with margins of 2.5 cm. */
export const page = { width: 11_906, height: 16_838, margin: 1_418, header: 709 }
export const textWidth = page.width - 2 * page.margin

/** Between paragraphs, and after the last of several that belong together (`contextualSpacing`). */
const paragraphGap = 140

/** Names of the styles beside Word's own. */
export const styleIds = {
  subtitle: 'Subtitle',
  contents: 'TOCHeading',
  quote: 'Quote',
  code: 'Code',
  definition: 'Definition',
  tableText: 'TableText',
  tableHead: 'TableHead',
  afterTable: 'AfterTable',
  header: 'Header',
  footer: 'Footer',
} as const

/** Lines of 240ths of their own height; without the rule LibreOffice takes the number for a fixed height. */
const lines = (line: number) => ({ line, lineRule: LineRuleType.AUTO })

interface HeadingLook {
  level: number
  /** Half-points. */
  size: number
  before: number
  after: number
  color: string
}

const heading = ({ level, size, before, after, color }: HeadingLook) => ({
  run: { font: fonts.headings, size, bold: true, color },
  paragraph: {
    spacing: { before, after, ...lines(252) },
    outlineLevel: level - 1,
    keepNext: true,
    keepLines: true,
    alignment: AlignmentType.LEFT,
  },
})

const tableSpacing = { before: 40, after: 40, ...lines(240) }

export function stylesFor(locale: string): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: fonts.text, size: 22, color: colors.ink, language: { value: locale } },
        paragraph: { spacing: { after: paragraphGap, ...lines(276) } },
      },
      title: {
        run: { font: fonts.headings, size: 44, bold: true, color: colors.ink },
        paragraph: { spacing: { before: 120, after: 280, ...lines(252) }, alignment: AlignmentType.LEFT },
      },
      heading1: heading({ level: 1, size: 32, before: 480, after: 160, color: colors.accent }),
      heading2: heading({ level: 2, size: 26, before: 360, after: 120, color: colors.ink }),
      heading3: heading({ level: 3, size: 22, before: 240, after: 80, color: colors.accent }),
      heading4: heading({ level: 4, size: 21, before: 200, after: 60, color: colors.ink }),
      heading5: heading({ level: 5, size: 20, before: 160, after: 60, color: colors.soft }),
      heading6: heading({ level: 6, size: 20, before: 160, after: 60, color: colors.soft }),
      listParagraph: { paragraph: { contextualSpacing: true } },
      caption: {
        run: { font: fonts.headings, size: 19, bold: true, italics: false, color: colors.soft },
        paragraph: { spacing: { before: 240, after: 80 }, keepNext: true },
      },
      hyperlink: { run: { color: colors.accent, underline: {} } },
    },
    paragraphStyles: [
      own(styleIds.subtitle, 'Subtitle', {
        run: { font: fonts.headings, size: 24, color: colors.accent, bold: true },
        paragraph: { spacing: { before: 1_200, after: 0 } },
      }),
      own(styleIds.contents, 'TOC Heading', {
        run: { font: fonts.headings, size: 24, bold: true, color: colors.accent },
        paragraph: { spacing: { before: 600, after: 120 }, keepNext: true },
      }),
      own(styleIds.quote, 'Quote', {
        run: { italics: true, color: colors.soft },
        paragraph: { indent: { left: 567, right: 567 } },
      }),
      own(styleIds.code, 'Code', {
        run: { font: fonts.code, size: 19, noProof: true },
        paragraph: { shading: { fill: colors.code }, spacing: { after: paragraphGap, ...lines(252) } },
      }),
      own(styleIds.definition, 'Definition', {
        paragraph: { indent: { left: 340, hanging: 340 }, contextualSpacing: true },
      }),
      own(styleIds.tableText, 'Table Text', { run: { size: 20 }, paragraph: { spacing: tableSpacing } }),
      own(styleIds.tableHead, 'Table Head', {
        run: { font: fonts.headings, size: 18, bold: true },
        paragraph: { spacing: tableSpacing, keepNext: true },
      }),
      // Two tables that touch become one in Word; and it keeps what follows at a distance.
      own(styleIds.afterTable, 'After Table', {
        run: { size: 12 },
        paragraph: { spacing: { after: 0, ...lines(240) } },
      }),
      own('TOC1', 'toc 1', { paragraph: { spacing: { before: 40, after: 20, ...lines(252) } } }),
      own('TOC2', 'toc 2', { paragraph: { indent: { left: 284 }, spacing: { after: 20, ...lines(252) } } }),
      own(styleIds.header, 'header', { run: { size: 18, color: colors.soft }, paragraph: { spacing: { after: 0 } } }),
      own(styleIds.footer, 'footer', { run: { size: 18, color: colors.soft }, paragraph: { spacing: { after: 0 } } }),
    ],
  }
}

type Style = NonNullable<IStylesOptions['paragraphStyles']>[number]

function own(id: string, name: string, look: Pick<Style, 'run' | 'paragraph'>): Style {
  return { id, name, basedOn: 'Normal', quickFormat: true, ...look }
}

export const lists = { bulleted: 'bulleted', numbered: 'numbered' } as const
/** Word has nine levels of lists; deeper ones stay at the ninth. */
export const listLevels = 9
const listIndent = 397

export const listIndentOf = (level: number) => (level + 1) * listIndent

export const numbering: INumberingOptions = {
  config: [
    { reference: lists.bulleted, levels: levelsOf(LevelFormat.BULLET, (level) => (level % 2 === 0 ? '•' : '–')) },
    { reference: lists.numbered, levels: levelsOf(LevelFormat.DECIMAL, (level) => `%${level + 1}.`) },
  ],
}

function levelsOf(format: 'bullet' | 'decimal', textOf: (level: number) => string) {
  return Array.from({ length: listLevels }, (_, level) => ({
    level,
    format,
    text: textOf(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: listIndentOf(level), hanging: listIndent } } },
  }))
}
