/**
 * Takes a meeting out whole and brings it in whole. A meeting that arrives keeps its id, its history and its authors; its
 * doors are new: links and tokens of the other instance do not open here, and a code that is taken is replaced.
 */
import { type MeetingId, type ParticipantId, streams } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Clock } from '../platform/clock.ts'
import type { ArchivedEvent, ArchivedMeeting } from './archivedMeeting.ts'
import { foldedArchive } from './foldedArchive.ts'
import type { ArchiveStore, DocumentForms, Doors } from './ports.ts'
import { readArchive } from './readArchive.ts'
import { writeArchive } from './writeArchive.ts'

export interface Imported {
  meetingId: MeetingId
  participantId: ParticipantId
  /** Bearer and personal link of the organizer whom the archive names first. */
  organizerToken: string
}

export class MeetingArchives {
  readonly #store: ArchiveStore
  readonly #doors: Doors
  readonly #forms: DocumentForms
  readonly #clock: Clock

  constructor(ports: { store: ArchiveStore; doors: Doors; forms: DocumentForms; clock: Clock }) {
    this.#store = ports.store
    this.#doors = ports.doors
    this.#forms = ports.forms
    this.#clock = ports.clock
  }

  async export(meetingId: MeetingId): Promise<Uint8Array> {
    const archived = await this.#store.collect(meetingId)
    if (!archived) throw new ProblemError('not-found', 'There is no such meeting.')
    return writeArchive({ ...archived, invitations: invitedIn(archived) }, this.#clock.now())
  }

  async import(archive: Uint8Array): Promise<Imported> {
    const archived = await readArchive(archive, this.#forms)
    const { meetingId } = archived.meeting
    const at = this.#clock.now()
    const participantId = firstOrganizer(archived)
    const code = await this.#doors.freeCode(archived.meeting.code)
    const { secret, hash } = this.#doors.newSecret()
    const outcome = await this.#store.restore({
      ...archived,
      meeting: { ...archived.meeting, code },
      events: [...archived.events, ...newCode(archived, code, participantId, at)],
      invitations: archived.invitations.map((line) => ({ ...line, tokenHash: this.#doors.newSecret().hash })),
      organizer: { participantId, invitationId: this.#doors.newInvitationId(), tokenHash: hash, at },
    })
    if (outcome === 'taken') {
      const detail = 'This meeting is on this server already: an archive is imported where its meeting is not.'
      throw new ProblemError('conflict', detail)
    }
    return { meetingId, participantId, organizerToken: secret }
  }
}

/** The invitations that the moderators made; an organizer's first link belongs to the instance that gave it. */
function invitedIn({ events, invitations }: ArchivedMeeting): ArchivedMeeting['invitations'] {
  const made = new Set(events.flatMap((event) => (event.type === 'invitation.created' ? [event.invitationId] : [])))
  return invitations.filter(({ invitationId }) => made.has(invitationId))
}

function firstOrganizer(archived: ArchivedMeeting): ParticipantId {
  const { members } = foldedArchive(archived).meeting
  const organizers = Object.keys(members) as ParticipantId[]
  const first = organizers.find((participantId) => members[participantId]?.role === 'organizer')
  if (first === undefined) throw new Error('an archive without an organizer was not refused')
  return first
}

/** Moderators see the code that works: where the old one was taken, the history says that there is a new one. */
function newCode(
  { meeting, events }: ArchivedMeeting,
  code: string,
  actorId: ParticipantId,
  at: number,
): ArchivedEvent[] {
  if (code === meeting.code) return []
  const stream = streams.moderators(meeting.meetingId)
  const seq = events.filter((event) => event.stream === stream).length + 1
  return [{ stream, seq, at, actorId, type: 'code.issued', code }]
}
