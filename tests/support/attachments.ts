/** Files to attach, as small as their kinds allow, and the way of a script to attach and to read them. */
import { strToU8, zipSync } from 'fflate'
import type { WireEvent } from '../../shared/contracts/events.ts'
import { commandAnswer } from '../../shared/contracts/http.ts'
import type { AttachmentId } from '../../shared/contracts/ids.ts'
import type { Answer, Target } from './api.ts'

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

function officeFile(part: string, contentType: string): Uint8Array {
  const types = `<Types><Override PartName="/${part}" ContentType="${contentType}.main+xml"/></Types>`
  return zipSync({ '[Content_Types].xml': strToU8(types), [part]: strToU8('<x/>') })
}

const office = 'application/vnd.openxmlformats-officedocument'

/** One of each kind that is accepted, by name. */
export const acceptedFiles: Record<string, Uint8Array> = {
  'Sentencia 12-2021.pdf': bytesOf('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n'),
  'acórdão.docx': officeFile('word/document.xml', `${office}.wordprocessingml.document`),
  'bienes.xlsx': officeFile('xl/workbook.xml', `${office}.spreadsheetml.sheet`),
  'exposé.pptx': officeFile('ppt/presentation.xml', `${office}.presentationml.presentation`),
  'note.odt': zipSync({ mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }] }),
  'foto.png': new Uint8Array(Buffer.from(pixel, 'base64')),
  'foto.jpeg': bytesOf('\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9'),
  'foto.webp': bytesOf(
    'RIFF\x1a\x00\x00\x00WEBPVP8L\x0d\x00\x00\x00\x2f\x00\x00\x00\x10\x07\x10\x11\x11\x88\x88\xfe\x07\x00',
  ),
  'notas.txt': strToU8('\ufeffLo que se dijo: “nada”.\r\n'),
  // As a spreadsheet of Windows saves it: not UTF-8.
  'bienes.csv': bytesOf('Bien;A\xf1o\r\nVeh\xedculo;2019\r\n'),
}

export const pdfName = 'Sentencia 12-2021.pdf'
export const pdf = acceptedFiles[pdfName] ?? new Uint8Array()

export interface Sending {
  token: string
  meetingId: string
  caseId: string
  name?: string
  content?: Uint8Array
  commandId?: string
  headers?: Record<string, string>
}

export async function sendFile(target: Target, sending: Sending): Promise<Answer> {
  const { token, meetingId, caseId, name = pdfName, content = pdf, commandId, headers = {} } = sending
  const query = commandId === undefined ? '' : `?commandId=${commandId}`
  const response = await fetch(new URL(`/api/meetings/${meetingId}/cases/${caseId}/attachments${query}`, target.url), {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/octet-stream',
      'plenaria-file-name': encodeURIComponent(name),
      ...headers,
    },
    body: content as BodyInit,
  })
  return { status: response.status, headers: response.headers, body: await response.json() }
}

/** Attaches a file that must be accepted. */
export async function attach(target: Target, sending: Sending): Promise<WireEvent & { attachmentId: AttachmentId }> {
  const { status, body } = await sendFile(target, sending)
  if (status !== 201) throw new Error(`expected 201, got ${status}: ${JSON.stringify(body)}`)
  const [added] = commandAnswer.parse(body).events as WireEvent[]
  if (added?.type !== 'attachment.added') throw new Error('nothing was added')
  return added
}

export interface Reading {
  token: string
  meetingId: string
  caseId: string
  attachmentId: string
}

export async function readFile(target: Target, { token, meetingId, caseId, attachmentId }: Reading) {
  const path = `/api/meetings/${meetingId}/cases/${caseId}/attachments/${attachmentId}`
  const response = await fetch(new URL(path, target.url), { headers: { authorization: `Bearer ${token}` } })
  return { status: response.status, headers: response.headers, bytes: new Uint8Array(await response.arrayBuffer()) }
}
