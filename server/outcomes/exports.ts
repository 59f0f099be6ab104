/** The files a report can be downloaded as. A format that is not in the table does not exist for the caller. */
import { renderDocx } from './docx.ts'
import { renderJson } from './json.ts'
import { renderMarkdown } from './markdown.ts'
import type { ReportInput } from './reportInput.ts'
import type { Report } from './reportTree.ts'

export interface ExportFormat {
  mediaType: string
  /** Without a dot. */
  extension: string
  /** The report, and what it was made from: only data formats need more than what is drawn. */
  render: (report: Report, input: ReportInput) => Promise<Uint8Array>
}

export const exportFormats = {
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extension: 'docx',
    render: renderDocx,
  },
  md: {
    mediaType: 'text/markdown; charset=utf-8',
    extension: 'md',
    render: async (report) => new TextEncoder().encode(renderMarkdown(report)),
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    extension: 'json',
    render: async (report, input) => new TextEncoder().encode(renderJson(report, input)),
  },
} as const satisfies Record<string, ExportFormat>

export type ExportFormatName = keyof typeof exportFormats

export function isExportFormat(name: string): name is ExportFormatName {
  return Object.hasOwn(exportFormats, name)
}

/** Characters of a title in a file name: with folders around it, it must stay under the 255 of Windows. */
const titleChars = 80

/** The meeting's title as a file name of any system, with the report's language: `Reunión-regional.es.docx`. */
export function fileName(report: Report, format: ExportFormatName): string {
  const words = report.title.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const stem = [...words]
    .slice(0, titleChars)
    .join('')
    .replace(/^-+|-+$/g, '')
  return `${stem || 'plenaria'}.${report.language}.${exportFormats[format].extension}`
}
