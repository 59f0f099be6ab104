/** The report as a Word file: cover with contents, parts; the mark at head and foot of every page. */
import { Document, type FileChild, HeadingLevel, Packer, Paragraph, TextRun } from 'docx'
import { BlockWriter } from './docx/blocks.ts'
import { contentsOf } from './docx/contents.ts'
import { canonicalPackage } from './docx/package.ts'
import { coverHeaderOf, footerOf, headerOf } from './docx/page.ts'
import { numbering, page, styleIds, stylesFor } from './docx/styles.ts'
import { locales } from './localForms.ts'
import type { Report, ReportPart } from './reportTree.ts'
import { wordsOf } from './words.ts'

export async function renderDocx(report: Report): Promise<Buffer> {
  const document = new Document({
    styles: stylesFor(locales[report.language]),
    numbering,
    sections: [
      {
        properties: {
          titlePage: hasCover(report),
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              right: page.margin,
              bottom: page.margin,
              left: page.margin,
              header: page.header,
              footer: page.header,
            },
          },
        },
        headers: { default: headerOf(report), ...(hasCover(report) ? { first: coverHeaderOf(report) } : {}) },
        footers: { default: footerOf(report), ...(hasCover(report) ? { first: footerOf(report) } : {}) },
        children: bodyOf(report),
      },
    ],
  })
  return Buffer.from(canonicalPackage(await Packer.toBuffer(document), report))
}

function hasCover({ parts }: Report): boolean {
  return parts.some(({ kind }) => kind === 'cover')
}

/** As the outline names them. */
function isAnnex({ id }: ReportPart): boolean {
  return id.startsWith('annex-')
}

function bodyOf(report: Report): FileChild[] {
  const { colon, contents } = wordsOf(report.language)
  const writer = new BlockWriter(colon)
  const covers = report.parts.filter((part) => part.kind === 'cover')
  const sections = report.parts.filter((part) => part.kind === 'section')
  const firstAnnex = sections.find(isAnnex)
  const body = sections.flatMap((part, index) => [
    writer.partHeading(part.title, {
      pageBreakBefore: (hasCover(report) && index === 0) || (index > 0 && part === firstAnnex),
    }),
    ...writer.write(part.blocks),
  ])
  return [
    new Paragraph({ style: styleIds.subtitle, children: [new TextRun(report.subtitle)] }),
    new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(report.title)] }),
    ...covers.flatMap((cover) => writer.write(cover.blocks)),
    ...(hasCover(report) && sections.length > 1 ? contentsOf(contents, writer.headings) : []),
    ...body,
  ]
}
