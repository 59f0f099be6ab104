/** The versions of a document over HTTP: the list, keeping one, and opening one. */
import type { z } from 'zod'
import { versionEntry, versionsAnswer } from '../../../shared/contracts/http.ts'
import type { DocumentName, ParticipantId } from '../../../shared/contracts/ids.ts'
import { api, fetchBytes } from '../../lib/api.ts'

export type Version = z.infer<typeof versionEntry>

/** A version that is open: what it is, and its whole state as one Yjs update. */
export interface OpenVersion {
  version: Version
  state: Uint8Array
}

const pathOf = (document: DocumentName) => `/api/documents/${document}/versions`

/** Newest first. */
export async function listVersions(document: DocumentName, seat: ParticipantId): Promise<Version[]> {
  return (await api('GET', pathOf(document), { answer: versionsAnswer, seat })).versions
}

export function keepVersion(document: DocumentName, seat: ParticipantId, name: string): Promise<Version> {
  return api('POST', pathOf(document), { answer: versionEntry, body: { name }, seat })
}

export async function openVersion(document: DocumentName, seat: ParticipantId, version: Version): Promise<OpenVersion> {
  const state = await fetchBytes(`${pathOf(document)}/${encodeURIComponent(version.version)}`, seat)
  return { version, state }
}
