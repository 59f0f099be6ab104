/** Between the program's records and the rows of the tables: absent here is null there. */
import type { Insertable, Selectable } from 'kysely'
import { type ContentText, domainEvent, type StoredEvent } from '../../shared/contracts/events.ts'
import { type InvitationBody, invitationBody } from '../../shared/contracts/http.ts'
import type { InvitationId, MeetingId, ParticipantId, StreamName } from '../../shared/contracts/ids.ts'
import { language } from '../../shared/contracts/terms.ts'
import type { NewContent } from '../../shared/proceedings/decision.ts'
import type { Invitation } from '../access/ports.ts'
import type { InvitationRecord, ParticipantRecord, SeatRecord } from '../proceedings/ports.ts'
import type { Tables } from './tables.ts'

export function eventRow(
  { stream, seq, at, type, ...payload }: StoredEvent,
  meetingId: MeetingId,
  actorId: ParticipantId | null,
): Insertable<Tables['event']> {
  return { stream, seq, at, type, meeting_id: meetingId, actor_id: actorId, payload: JSON.stringify(payload) }
}

/** Rows are parsed like anything that comes from outside: a damaged one is found here and not in somebody's screen. */
export function storedEvent(row: Selectable<Tables['event']>): StoredEvent {
  const event = domainEvent.parse({ type: row.type, ...JSON.parse(row.payload) })
  return { stream: row.stream as StreamName, seq: Number(row.seq), at: Number(row.at), ...event }
}

/** With whoever caused it. */
export function actedEvent(row: Selectable<Tables['event']>): StoredEvent & { actorId: ParticipantId | null } {
  return { ...storedEvent(row), actorId: row.actor_id as ParticipantId | null }
}

export function contentRow(content: NewContent, meetingId: MeetingId): Insertable<Tables['content']> {
  return { id: content.contentId, meeting_id: meetingId, text: content.text, language: content.language ?? null }
}

export function contentText(row: Selectable<Tables['content']>): ContentText {
  const known = language.safeParse(row.language)
  return { text: row.text, ...(known.success ? { language: known.data } : {}) }
}

export function participantRow(person: ParticipantRecord, meetingId: MeetingId): Insertable<Tables['participant']> {
  return {
    id: person.participantId,
    meeting_id: meetingId,
    name: person.name,
    country: person.country ?? null,
    agency: person.agency ?? null,
    language: person.language ?? null,
  }
}

export function participantRecord(row: Selectable<Tables['participant']>): ParticipantRecord {
  const { id, name, ...rest } = row
  const known = language.safeParse(rest.language)
  return {
    participantId: id as ParticipantId,
    name,
    ...(rest.country ? { country: rest.country } : {}),
    ...(rest.agency ? { agency: rest.agency } : {}),
    ...(known.success ? { language: known.data } : {}),
  }
}

export function invitationRow(
  { invitationId, tokenHash, details, participantId }: InvitationRecord,
  meetingId: MeetingId,
  at: number,
): Insertable<Tables['invitation']> {
  return {
    id: invitationId,
    meeting_id: meetingId,
    token_hash: tokenHash,
    role: details.role,
    function: details.function ?? null,
    name: details.name ?? null,
    country: details.country ?? null,
    agency: details.agency ?? null,
    language: details.language ?? null,
    participant_id: participantId ?? null,
    created_at: at,
  }
}

export function invitation(row: Selectable<Tables['invitation']>): Invitation {
  const { role, function: label, name, country, agency, language } = row
  const present = Object.entries({ role, function: label, name, country, agency, language }).filter(
    ([, value]) => value !== null,
  )
  const details: InvitationBody = invitationBody.parse(Object.fromEntries(present))
  return {
    invitationId: row.id as InvitationId,
    meetingId: row.meeting_id as MeetingId,
    participantId: row.participant_id as ParticipantId | null,
    details,
  }
}

export function seatRow(seat: SeatRecord, meetingId: MeetingId, at: number): Insertable<Tables['seat']> {
  return {
    participant_id: seat.participantId,
    meeting_id: meetingId,
    token_hash: seat.tokenHash,
    session_hash: seat.sessionHash,
    created_at: at,
  }
}
