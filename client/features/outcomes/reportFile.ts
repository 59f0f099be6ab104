/** Fetches the report as the server made it, under the server's file name. */
import { z } from 'zod'
import { NetworkFailure, readAnswer } from '../../lib/api.ts'

export const reportFormats = ['docx', 'md', 'json'] as const
export type ReportFormat = (typeof reportFormats)[number]

export interface ReportRequest {
  meetingId: string
  seat: string
  format: ReportFormat
  /** What it is wished for with: reportRequest.ts. */
  query: string
}

export interface ReportFile {
  name: string
  content: Blob
}

/** Rejects as `api` does. */
export async function fetchReport({ meetingId, seat, format, query }: ReportRequest): Promise<ReportFile> {
  const path = `/api/meetings/${encodeURIComponent(meetingId)}/exports/${format}?${query}`
  const init: RequestInit = { headers: { 'plenaria-seat': seat }, credentials: 'same-origin', cache: 'no-store' }
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  // Only a refusal is JSON: reading it as an answer throws it.
  if (!response.ok) await readAnswer(response, z.never())
  const content = await response.blob().catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  return { name: fileNameOf(response.headers.get('content-disposition')) ?? `plenaria.${format}`, content }
}

/** The name in a `Content-Disposition` (RFC 6266): the extended form, which can hold every letter, goes first. */
export function fileNameOf(disposition: string | null): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  if (extended !== undefined) {
    try {
      return decodeURIComponent(extended.trim())
    } catch {
      // Not encoded as it says: the plain form is left.
    }
  }
  return /filename="((?:[^"\\]|\\.)*)"/i.exec(disposition ?? '')?.[1]?.replace(/\\(.)/g, '$1') ?? null
}
