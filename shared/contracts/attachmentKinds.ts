/**
 * The kinds of file that a case takes, by media type: how such files end, and what they are called in every language. A
 * file must end as its kind does and its bytes must bear it out; nothing that a browser runs (HTML, SVG) is here.
 */
import { z } from 'zod'

export const attachmentKinds = {
  'application/pdf': { label: 'PDF', endings: ['.pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { label: 'DOCX', endings: ['.docx'] },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { label: 'XLSX', endings: ['.xlsx'] },
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': { label: 'PPTX', endings: ['.pptx'] },
  'application/vnd.oasis.opendocument.text': { label: 'ODT', endings: ['.odt'] },
  'image/png': { label: 'PNG', endings: ['.png'] },
  'image/jpeg': { label: 'JPEG', endings: ['.jpg', '.jpeg'] },
  'image/webp': { label: 'WebP', endings: ['.webp'] },
  'text/plain': { label: 'TXT', endings: ['.txt'] },
  'text/csv': { label: 'CSV', endings: ['.csv'] },
} as const satisfies Record<string, { label: string; endings: readonly `.${string}`[] }>

export type AttachmentMediaType = keyof typeof attachmentKinds

export const attachmentMediaTypes = Object.keys(attachmentKinds) as [AttachmentMediaType, ...AttachmentMediaType[]]
export const attachmentMediaType = z.enum(attachmentMediaTypes)

export const attachmentEndings: readonly string[] = attachmentMediaTypes.flatMap(
  (mediaType) => attachmentKinds[mediaType].endings,
)

/** The kind that a file claims by how its name ends; null for a kind that is not taken. */
export function claimedKind(fileName: string): AttachmentMediaType | null {
  const name = fileName.toLowerCase()
  const ends = (mediaType: AttachmentMediaType) =>
    attachmentKinds[mediaType].endings.some((ending) => name.endsWith(ending) && name.length > ending.length)
  return attachmentMediaTypes.find(ends) ?? null
}
