/** The proceedings' port over the database. What decides a race is the primary key of `event`, on any engine. */
import type { Kysely, Transaction } from 'kysely'
import type { ContentText } from '../../shared/contracts/events.ts'
import type { Append, AppendOutcome, EventRef, MeetingRecord, ProceedingsStore } from '../proceedings/ports.ts'
import { writeAttachments } from './attachmentStore.ts'
import { checksumOf } from './checksum.ts'
import {
  contentRow,
  contentText,
  eventRow,
  invitationRow,
  participantRecord,
  participantRow,
  seatRow,
  storedEvent,
} from './rows.ts'
import type { Tables } from './tables.ts'

/** Rows of one INSERT: far below SQLite's 32,766 parameters. */
const rowsPerInsert = 500

export function proceedingsStore(db: Kysely<Tables>): ProceedingsStore {
  return {
    async loadMeeting(meetingId) {
      const events = await db
        .selectFrom('event')
        .selectAll()
        .where('meeting_id', '=', meetingId)
        .orderBy('stream')
        .orderBy('seq')
        .execute()
      if (events.length === 0) return null
      const people = await db.selectFrom('participant').selectAll().where('meeting_id', '=', meetingId).execute()
      const texts = await db.selectFrom('content').selectAll().where('meeting_id', '=', meetingId).execute()
      return {
        events: events.map(storedEvent),
        participants: people.map(participantRecord),
        content: new Map(texts.map((row) => [row.id, contentText(row)])),
      } satisfies MeetingRecord
    },

    async append(append) {
      try {
        await db.transaction().execute((tx) => write(tx, append))
        return 'appended'
      } catch (error) {
        if (error instanceof Taken) return error.what
        throw error
      }
    },

    async answerOf(meetingId, actorId, commandId) {
      const row = await db
        .selectFrom('command')
        .select('answer')
        .where('meeting_id', '=', meetingId)
        .where('actor_id', '=', actorId)
        .where('command_id', '=', commandId)
        .executeTakeFirst()
      return row ? (JSON.parse(row.answer) as EventRef[]) : null
    },

    async eventsAfter(stream, after, limit) {
      const query = db.selectFrom('event').selectAll().where('stream', '=', stream).where('seq', '>', after)
      return (await query.orderBy('seq').limit(limit).execute()).map(storedEvent)
    },

    async messagesBefore(stream, before, limit) {
      const rows = await db
        .selectFrom('event')
        .selectAll()
        .where('stream', '=', stream)
        .where('type', '=', 'message.posted')
        .where('seq', '<', before)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      return rows.map(storedEvent)
    },

    async eventsAt(refs) {
      const rows = await Promise.all(
        refs.map(({ stream, seq }) =>
          db.selectFrom('event').selectAll().where('stream', '=', stream).where('seq', '=', seq).executeTakeFirst(),
        ),
      )
      return rows.filter((row) => row !== undefined).map(storedEvent)
    },

    async contentOf(ids) {
      const found = new Map<string, ContentText>()
      for (let start = 0; start < ids.length; start += rowsPerInsert) {
        const part = ids.slice(start, start + rowsPerInsert)
        const rows = await db.selectFrom('content').selectAll().where('id', 'in', part).execute()
        for (const row of rows) found.set(row.id, contentText(row))
      }
      return found
    },
  }
}

class Taken extends Error {
  readonly what: Exclude<AppendOutcome, 'appended'>
  constructor(what: Exclude<AppendOutcome, 'appended'>) {
    super(what)
    this.what = what
  }
}

async function write(tx: Transaction<Tables>, append: Append): Promise<void> {
  const { meetingId, actorId, at } = append
  if (append.command) {
    const { commandId, answer } = append.command
    const row = { meeting_id: meetingId, actor_id: actorId, command_id: commandId, answer: JSON.stringify(answer), at }
    const { numInsertedOrUpdatedRows: inserted } = await tx
      .insertInto('command')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (inserted !== 1n) throw new Taken('repeated')
  }
  for (const part of partsOf(append.events)) {
    const { numInsertedOrUpdatedRows: inserted } = await tx
      .insertInto('event')
      .values(part.map((event) => eventRow(event, meetingId, actorId)))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow()
    if (inserted !== BigInt(part.length)) throw new Taken('raced')
  }
  await writeBeside(tx, append)
}

async function writeBeside(tx: Transaction<Tables>, append: Append): Promise<void> {
  const { meetingId, at } = append
  if (append.meeting) {
    await tx.insertInto('meeting').values({ id: meetingId, code: append.meeting.code, created_at: at }).execute()
  }
  for (const part of partsOf(append.content)) {
    await tx
      .insertInto('content')
      .values(part.map((text) => contentRow(text, meetingId)))
      .execute()
  }
  for (const part of partsOf(append.participants)) {
    await tx
      .insertInto('participant')
      .values(part.map((person) => participantRow(person, meetingId)))
      .execute()
  }
  for (const part of partsOf(append.invitations)) {
    await tx
      .insertInto('invitation')
      .values(part.map((record) => invitationRow(record, meetingId, at)))
      .execute()
  }
  for (const part of partsOf(append.seats)) {
    await tx
      .insertInto('seat')
      .values(part.map((seat) => seatRow(seat, meetingId, at)))
      .execute()
  }
  for (const part of partsOf(append.documents)) {
    await tx
      .insertInto('document')
      .values(part.map((name) => ({ name, meeting_id: meetingId })))
      .execute()
  }
  await writeAttachments(tx, append, meetingId)
  if (append.usedInvitation) {
    const { invitationId, participantId } = append.usedInvitation
    const { numUpdatedRows: bound } = await tx
      .updateTable('invitation')
      .set({ participant_id: participantId })
      .where('id', '=', invitationId)
      .where('participant_id', 'is', null)
      .executeTakeFirstOrThrow()
    if (bound !== 1n) throw new Taken('used')
  }
  if (append.deposit) {
    const { depositId, document, participantId, update: bytes } = append.deposit
    const row = { id: depositId, document, participant_id: participantId, at, bytes, checksum: checksumOf(bytes) }
    await tx.insertInto('deposit').values(row).execute()
  }
  for (const { depositId, isAccepted } of append.decided ?? []) {
    if (isAccepted) await tx.updateTable('deposit').set({ accepted_at: at }).where('id', '=', depositId).execute()
    else await tx.deleteFrom('deposit').where('id', '=', depositId).execute()
  }
  for (const participantId of append.revoked ?? []) {
    await tx.updateTable('seat').set({ ended_at: at }).where('participant_id', '=', participantId).execute()
    await tx.deleteFrom('invitation').where('participant_id', '=', participantId).execute()
  }
}

function partsOf<T>(rows: T[] = []): T[][] {
  const parts: T[][] = []
  for (let start = 0; start < rows.length; start += rowsPerInsert) parts.push(rows.slice(start, start + rowsPerInsert))
  return parts
}
