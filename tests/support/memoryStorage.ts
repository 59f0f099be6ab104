/**
 * A storage in memory: the double that tests of the services may use where no disk is asked about. It passes the same
 * contract as the databases (tests/storage), and writes all of an append or none of it, because it checks first.
 */
import type { Invitation, Seat, Which } from '../../server/access/ports.ts'
import type { ArchivedMeeting } from '../../server/archive/archivedMeeting.ts'
import type { Append, AppendOutcome, InvitationRecord, ParticipantRecord } from '../../server/proceedings/ports.ts'
import type { Storage } from '../../server/storage/openStorage.ts'
import type { StoredDeposit } from '../../server/sync/ports.ts'
import type { ContentText, StoredEvent } from '../../shared/contracts/events.ts'
import type {
  AttachmentId,
  DepositId,
  DocumentName,
  MeetingId,
  ParticipantId,
  VersionId,
} from '../../shared/contracts/ids.ts'
import { MemoryStore } from './handDriven.ts'

type Owned<T> = T & { meetingId: MeetingId }
type HeldInvitation = Owned<InvitationRecord> & { createdAt: number }

class Memory {
  readonly meetings = new Map<MeetingId, { code: string; createdAt: number }>()
  events: Owned<StoredEvent & { actorId: ParticipantId | null }>[] = []
  readonly commands = new Map<string, NonNullable<Append['command']>['answer']>()
  readonly people = new Map<ParticipantId, Owned<ParticipantRecord>>()
  readonly content = new Map<string, Owned<ContentText>>()
  invitations: HeldInvitation[] = []
  readonly sessions = new Set<string>()
  seats: (Seat & { tokenHash: string; sessionHash: string | null; hasEnded?: boolean })[] = []
  readonly deposits = new Map<DepositId, StoredDeposit & { at: number; isAccepted: boolean }>()
  readonly documents = new Map<DocumentName, MeetingId>()
  readonly attendance = new Map<string, Owned<{ participantId: ParticipantId; day: string }>>()
  readonly attachments = new Map<AttachmentId, Owned<{ chunks: Uint8Array[] }>>()
  readonly updates = new MemoryStore()

  of<T extends Owned<object>>(all: Iterable<T>, meetingId: MeetingId): Omit<T, 'meetingId'>[] {
    return [...all].filter((one) => one.meetingId === meetingId).map(({ meetingId: _owner, ...rest }) => rest)
  }

  eventsOf(stream: string): StoredEvent[] {
    const own = this.events.filter((event) => event.stream === stream).sort((a, b) => a.seq - b.seq)
    return own.map(({ meetingId: _meeting, actorId: _actor, ...event }) => event as StoredEvent)
  }
}

const commandKey = (meetingId: string, actorId: string, commandId: string) => `${meetingId} ${actorId} ${commandId}`

export function memoryStorage(): Storage {
  const memory = new Memory()
  return {
    documents: memory.updates,
    deposits: {
      deposit: async (depositId) => memory.deposits.get(depositId) ?? null,
      acceptedDeposits: async () =>
        [...memory.deposits].filter(([, { isAccepted }]) => isAccepted).map(([depositId]) => depositId),
      removeDeposit: async (depositId) => void memory.deposits.delete(depositId),
    },
    meetingOfDocument: async (document) => memory.documents.get(document) ?? null,
    ping: async () => undefined,
    close: async () => undefined,
    proceedings: proceedingsOver(memory),
    access: accessOver(memory),
    attendance: {
      attend: async (meetingId, { participantId, day }) => {
        memory.attendance.set(`${participantId} ${day}`, { meetingId, participantId, day })
      },
      attendanceOf: async (meetingId) => memory.of(memory.attendance.values(), meetingId),
    },
    attachments: {
      chunkOf: async (attachmentId, position) => memory.attachments.get(attachmentId)?.chunks[position] ?? null,
    },
    archives: archivesOver(memory),
  }
}

function proceedingsOver(memory: Memory): Storage['proceedings'] {
  return {
    async loadMeeting(meetingId) {
      const streams = [...new Set(memory.events.filter((one) => one.meetingId === meetingId).map((one) => one.stream))]
      if (streams.length === 0) return null
      const texts = [...memory.content].filter(([, text]) => text.meetingId === meetingId)
      return {
        events: streams.sort().flatMap((stream) => memory.eventsOf(stream)),
        participants: memory.of(memory.people.values(), meetingId),
        content: new Map(texts.map(([id, { meetingId: _owner, ...text }]) => [id, text])),
      }
    },
    async append(append) {
      const files = await filesOf(append)
      return obstacleTo(memory, append) ?? write(memory, append, files)
    },
    answerOf: async (meetingId, actorId, commandId) =>
      memory.commands.get(commandKey(meetingId, actorId, commandId)) ?? null,
    eventsAfter: async (stream, after, limit) =>
      memory
        .eventsOf(stream)
        .filter(({ seq }) => seq > after)
        .slice(0, limit),
    messagesBefore: async (stream, before, limit) =>
      memory
        .eventsOf(stream)
        .filter(({ type, seq }) => type === 'message.posted' && seq < before)
        .reverse()
        .slice(0, limit),
    eventsAt: async (refs) =>
      refs.flatMap(({ stream, seq }) => memory.eventsOf(stream).filter((event) => event.seq === seq)),
    contentOf: async (ids) => {
      const found = ids.flatMap((id) => {
        const { meetingId: _owner, ...text } = memory.content.get(id) ?? { meetingId: '', text: '' }
        return memory.content.has(id) ? [[id, text] as const] : []
      })
      return new Map(found)
    },
  }
}

function obstacleTo(memory: Memory, append: Append): AppendOutcome | null {
  const { meetingId, actorId, command, usedInvitation } = append
  if (command && memory.commands.has(commandKey(meetingId, actorId, command.commandId))) return 'repeated'
  const taken = new Set(memory.events.map(({ stream, seq }) => `${stream} ${seq}`))
  if (append.events.some(({ stream, seq }) => taken.has(`${stream} ${seq}`))) return 'raced'
  const used = memory.invitations.find(({ invitationId }) => invitationId === usedInvitation?.invitationId)
  return usedInvitation && used?.participantId !== undefined ? 'used' : null
}

/** Files come piece by piece; from here on nothing waits, so an append is whole. */
async function filesOf({ attachments = [], meetingId }: Append) {
  return Promise.all(
    attachments.map(async ({ attachmentId, chunks }) => {
      const pieces: Uint8Array[] = []
      for await (const piece of chunks()) pieces.push(piece)
      return [attachmentId, { meetingId, chunks: pieces }] as const
    }),
  )
}

function write(memory: Memory, append: Append, files: Awaited<ReturnType<typeof filesOf>>): 'appended' {
  const { meetingId, actorId, at, command, usedInvitation } = append
  if (command) memory.commands.set(commandKey(meetingId, actorId, command.commandId), command.answer)
  if (append.meeting) memory.meetings.set(meetingId, { ...append.meeting, createdAt: at })
  memory.events.push(...append.events.map((event) => ({ ...event, meetingId, actorId })))
  for (const { contentId, ...text } of append.content) memory.content.set(contentId, { ...text, meetingId })
  for (const person of append.participants ?? []) memory.people.set(person.participantId, { ...person, meetingId })
  memory.invitations.push(...(append.invitations ?? []).map((one) => ({ ...one, meetingId, createdAt: at })))
  memory.seats.push(...(append.seats ?? []).map((seat) => ({ ...seat, meetingId })))
  for (const document of append.documents ?? []) memory.documents.set(document, meetingId)
  const used = memory.invitations.find(({ invitationId }) => invitationId === usedInvitation?.invitationId)
  if (used && usedInvitation) used.participantId = usedInvitation.participantId
  for (const [attachmentId, file] of files) memory.attachments.set(attachmentId, file)
  for (const attachmentId of append.discarded ?? []) memory.attachments.delete(attachmentId)
  const revoked = new Set<ParticipantId | undefined>(append.revoked)
  for (const one of memory.seats) if (revoked.has(one.participantId)) one.hasEnded = true
  if (append.deposit) {
    memory.deposits.set(append.deposit.depositId, { ...append.deposit, scope: meetingId, at, isAccepted: false })
  }
  for (const { depositId, isAccepted } of append.decided ?? []) {
    const deposit = memory.deposits.get(depositId)
    if (isAccepted && deposit) deposit.isAccepted = true
    else memory.deposits.delete(depositId)
  }
  memory.invitations = memory.invitations.filter((one) => !one.participantId || !revoked.has(one.participantId))
  return 'appended'
}

function accessOver(memory: Memory): Storage['access'] {
  const seats = (which: Which = 'held') => memory.seats.filter(({ hasEnded }) => which === 'any' || !hasEnded)
  const seat = ({ participantId, meetingId }: Seat): Seat => ({ participantId, meetingId })
  const invitation = ({ invitationId, meetingId, details, participantId }: HeldInvitation): Invitation => ({
    invitationId,
    meetingId,
    details,
    participantId: participantId ?? null,
  })
  const meetingByCode = async (code: string) =>
    [...memory.meetings].find(([, meeting]) => meeting.code === code)?.[0] ?? null
  return {
    meetingByCode,
    codeIsTaken: async (code) => (await meetingByCode(code)) !== null,
    seatByToken: async (tokenHash, which) =>
      seats(which)
        .filter((one) => one.tokenHash === tokenHash)
        .map(seat)[0] ?? null,
    seatsOfSession: async (sessionHash, which) =>
      seats(which)
        .filter((one) => one.sessionHash === sessionHash)
        .map(seat),
    addSeat: async (one) => void memory.seats.push(one),
    hasSession: async (sessionHash) => memory.sessions.has(sessionHash),
    addSession: async (sessionHash) => void memory.sessions.add(sessionHash),
    invitationByToken: async (tokenHash) =>
      memory.invitations.filter((one) => one.tokenHash === tokenHash).map(invitation)[0] ?? null,
    unusedInvitations: async (meetingId) =>
      memory.invitations.filter((one) => one.meetingId === meetingId && !one.participantId).map(invitation),
    person: async (participantId) => {
      const { name, country, agency } = memory.people.get(participantId) ?? {}
      if (name === undefined) return null
      return { name, ...(country !== undefined && { country }), ...(agency !== undefined && { agency }) }
    },
  }
}

function archivesOver(memory: Memory): Storage['archives'] {
  return {
    async collect(meetingId): Promise<ArchivedMeeting | null> {
      const meeting = memory.meetings.get(meetingId)
      if (!meeting) return null
      const documents = [...memory.documents].filter(([, owner]) => owner === meetingId).map(([document]) => document)
      const isOwn = ({ document }: { document: DocumentName }) => documents.includes(document)
      const content = [...memory.content].filter(([, text]) => text.meetingId === meetingId)
      const deposits = [...memory.deposits.values()].filter(isOwn).map(({ depositId, isAccepted, ...held }) => {
        const { document, participantId, at, update: bytes } = held
        return { depositId, isAccepted, line: { document, participantId, at, bytes } }
      })
      return {
        meeting: { meetingId, ...meeting },
        events: memory
          .of(memory.events, meetingId)
          .sort((a, b) =>
            a.stream === b.stream ? a.seq - b.seq : a.stream < b.stream ? -1 : 1,
          ) as ArchivedMeeting['events'],
        participants: memory.of(memory.people.values(), meetingId),
        content: content.map(([id, { meetingId: _owner, ...text }]) => ({ contentId: id as never, ...text })),
        invitations: memory.of(memory.invitations, meetingId).map(({ tokenHash: _secret, participantId, ...rest }) => ({
          ...rest,
          participantId: participantId ?? null,
        })),
        attendance: memory.of(memory.attendance.values(), meetingId),
        documents: documents.map((document) => ({ document })),
        snapshots: [...memory.updates.snapshots.values()].filter(isOwn),
        attachments: [...memory.attachments]
          .filter(([, file]) => file.meetingId === meetingId)
          .map(([attachmentId, { chunks }]) => ({ attachmentId, bytes: new Uint8Array(Buffer.concat(chunks)) })),
        updates: [
          ...memory.updates.rows.filter(isOwn).map(({ id: _id, ...row }) => row),
          ...deposits.filter(({ isAccepted }) => isAccepted).map(({ line }) => ({ ...line, clientId: null })),
        ],
        segments: memory.updates.packed.filter(isOwn).map(({ segment, ...row }) => ({ ...row, bytes: segment })),
        versions: memory.updates.kept.filter(isOwn).map(({ packed, versionId, ...row }) => ({
          ...row,
          versionId: versionId as VersionId,
          bytes: packed,
        })),
        deposits: deposits
          .filter(({ isAccepted }) => !isAccepted)
          .map(({ depositId, line }) => ({ depositId, ...line })),
      }
    },
    async restore({ meeting: { meetingId, code, createdAt }, organizer, ...rest }) {
      if (memory.meetings.has(meetingId)) return 'taken'
      memory.meetings.set(meetingId, { code, createdAt })
      memory.events.push(...rest.events.map((event) => ({ ...event, meetingId })))
      for (const person of rest.participants) memory.people.set(person.participantId, { ...person, meetingId })
      for (const { contentId, ...text } of rest.content) memory.content.set(contentId, { ...text, meetingId })
      for (const { participantId, ...one } of rest.invitations) {
        memory.invitations.push({ ...one, meetingId, ...(participantId ? { participantId } : {}) })
      }
      for (const one of rest.attendance) memory.attendance.set(`${one.participantId} ${one.day}`, { ...one, meetingId })
      for (const { document } of rest.documents) memory.documents.set(document, meetingId)
      for (const snapshot of rest.snapshots) memory.updates.snapshots.set(snapshot.document, snapshot)
      await memory.updates.append(rest.updates as Parameters<typeof memory.updates.append>[0])
      memory.updates.packed.push(...rest.segments.map(({ bytes, ...row }) => ({ ...row, segment: bytes })))
      for (const { bytes, ...version } of rest.versions) await memory.updates.addVersion({ ...version, packed: bytes })
      for (const { bytes: update, ...deposit } of rest.deposits) {
        memory.deposits.set(deposit.depositId, { ...deposit, update, scope: meetingId, isAccepted: false })
      }
      for (const { attachmentId, bytes } of rest.attachments) {
        memory.attachments.set(attachmentId, { meetingId, chunks: [bytes] })
      }
      const { participantId, invitationId, tokenHash, at } = organizer
      memory.seats.push({ participantId, meetingId, tokenHash, sessionHash: null })
      const details = { role: 'organizer' as const }
      memory.invitations.push({ invitationId, tokenHash, details, participantId, meetingId, createdAt: at })
      return 'restored'
    },
  }
}
