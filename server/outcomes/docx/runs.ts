/** Runs of the report as runs of Word: looks, line breaks, links, and the language where it differs. */
import { ExternalHyperlink, type ParagraphChild, TextRun } from 'docx'
import { locales } from '../localForms.ts'
import type { ReportRun } from '../reportTree.ts'
import { fonts } from './styles.ts'

export function docxRuns(runs: ReportRun[]): ParagraphChild[] {
  return runs.flatMap((run): ParagraphChild[] => {
    const children = run.text.split('\n').map((line, index) => textRun(run, line, index > 0))
    return run.link === undefined ? children : [new ExternalHyperlink({ link: run.link, children })]
  })
}

function textRun(run: ReportRun, text: string, onNewLine: boolean): TextRun {
  return new TextRun({
    text,
    ...(onNewLine ? { break: 1 } : {}),
    ...(run.bold ? { bold: true } : {}),
    ...(run.italic ? { italics: true } : {}),
    ...(run.underline ? { underline: {} } : {}),
    ...(run.strike ? { strike: true } : {}),
    ...(run.code ? { font: fonts.code, noProof: true } : {}),
    ...(run.link !== undefined ? { style: 'Hyperlink' } : {}),
    ...(run.language ? { language: { value: locales[run.language] } } : {}),
  })
}
