/**
 * Files of cases: receives one, judges what it is, and hands it to the proceedings; opens one for whoever may read its
 * case. A refusal that needs no bytes comes before them. It keeps no file itself.
 */
import path from 'node:path'
import type { Readable } from 'node:stream'
import { attachmentEndings, claimedKind } from '../../shared/contracts/attachmentKinds.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import type { AttachmentId, CaseId, ParticipantId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { judge } from '../../shared/proceedings/policy.ts'
import type { AttachmentEntry } from '../../shared/proceedings/state.ts'
import type { Chance } from '../platform/chance.ts'
import { isOfKind } from '../platform/fileKind.ts'
import { withIncomingFile } from '../platform/incomingFile.ts'
import type { LiveMeeting } from './LiveMeeting.ts'
import type { Proceedings } from './Proceedings.ts'
import type { AttachmentStore } from './ports.ts'

export interface IncomingAttachment {
  caseId: CaseId
  name: string
  /** What the sender says that the body has. */
  bytes: number
  body: Readable
  commandId: string | undefined
}

export interface OpenedAttachment {
  name: string
  entry: AttachmentEntry
  chunks: AsyncIterable<Uint8Array>
}

export class Attachments {
  readonly #proceedings: Proceedings
  readonly #store: AttachmentStore
  readonly #folder: string
  readonly #chance: Chance

  /** `folder` holds files while they arrive, and nothing else. */
  constructor(ports: { proceedings: Proceedings; store: AttachmentStore; folder: string; chance: Chance }) {
    this.#proceedings = ports.proceedings
    this.#store = ports.store
    this.#folder = ports.folder
    this.#chance = ports.chance
  }

  async add({ meetingId }: LiveMeeting, participantId: ParticipantId, file: IncomingAttachment): Promise<WireEvent[]> {
    const { caseId, name, bytes, body, commandId } = file
    const mediaType = claimedKind(name)
    if (mediaType === null) throw unknownKind()
    if (bytes > limits.attachmentBytes) throw tooLarge()
    if (bytes === 0) throw new ProblemError('invalid-request', 'The file is empty.')
    const attachment = { caseId, name, mediaType, bytes }
    const known = await this.#proceedings.expectAttachment({ meetingId, participantId }, attachment, commandId)
    if (known) return known
    return withIncomingFile(body, path.join(this.#folder, this.#chance.id()), async (received) => {
      if (!(await isOfKind(received, mediaType))) throw unknownKind()
      const upload = { ...attachment, bytes: received.bytes, chunks: received.chunks, commandId }
      return this.#proceedings.attach(meetingId, participantId, upload)
    })
  }

  /** Throws the refusal, before the first byte, for whoever may not read it and for a file that is gone. */
  async open(live: LiveMeeting, participantId: ParticipantId, ids: { caseId: string; attachmentId: string }) {
    const { meeting } = live
    if (judge('document.read', live.roleOf(participantId), meeting.status) !== 'allowed') {
      throw new ProblemError('forbidden', 'You are not in this meeting yet.')
    }
    const attachments = meeting.cases[ids.caseId as CaseId]?.attachments ?? []
    const entry = attachments.find(({ attachmentId }) => attachmentId === ids.attachmentId)
    const first = entry ? await this.#store.chunkOf(entry.attachmentId, 0) : null
    if (!entry || !first) throw new ProblemError('not-found', 'This case has no such file.')
    const name = live.content.get(entry.nameId)?.text ?? entry.attachmentId
    return { name, entry, chunks: this.#chunksAfter(entry.attachmentId, first) } satisfies OpenedAttachment
  }

  async *#chunksAfter(attachmentId: AttachmentId, first: Uint8Array): AsyncIterable<Uint8Array> {
    let chunk: Uint8Array | null = first
    for (let position = 1; chunk !== null; position++) {
      yield chunk
      chunk = await this.#store.chunkOf(attachmentId, position)
    }
  }
}

function unknownKind(): ProblemError {
  const known = attachmentEndings.join(', ')
  const detail = `Attached are files that end in ${known} and are what they end in, without a password.`
  return new ProblemError('unsupported-media-type', detail)
}

function tooLarge(): ProblemError {
  return new ProblemError('too-large', `A file has at most ${limits.attachmentBytes / 1_048_576} MB.`)
}
