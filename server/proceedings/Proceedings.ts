/**
 * Runs commands: load → decide → append → apply → publish. HTTP and socket.io come here alike. A race lost to another
 * append (its sequence number was taken) is decided again on the new state; a repeated command id gets its first
 * answer. Whatever is refused leaves nothing behind.
 */
import type { Command } from '../../shared/contracts/commands.ts'
import type { ContentText, StoredEvent, WireEvent } from '../../shared/contracts/events.ts'
import type { DocumentName, MeetingId, ParticipantId, StreamName } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { decideAttachmentAdd, type NewAttachment } from '../../shared/proceedings/attachments.ts'
import { type Creation, decideCreation } from '../../shared/proceedings/creation.ts'
import { decide } from '../../shared/proceedings/decide.ts'
import type { Accepted, Actor, Decision, Ids } from '../../shared/proceedings/decision.ts'
import { type Deposited, decideDeposit } from '../../shared/proceedings/deposits.ts'
import { decideFilled } from '../../shared/proceedings/documents.ts'
import { decideEntry, decideInvitations, type Entry } from '../../shared/proceedings/participants.ts'
import { decideContribution } from '../../shared/proceedings/policies.ts'
import type { Action } from '../../shared/proceedings/policy.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import { consequencesOf } from './consequences.ts'
import { LiveMeeting } from './LiveMeeting.ts'
import type { Append, Chunks, DepositRecord, InvitationRecord, ParticipantRecord, ProceedingsStore } from './ports.ts'
import { mentionedIn, present } from './present.ts'

/** Deciding again this often means that something else is wrong. */
const maxAttempts = 5

/** Told of each append after it is on disk, in order, in the turn in which the meeting in memory changed. */
export type Listener = (change: { live: LiveMeeting; events: WireEvent[] }) => void

/** Told of each command and file: its type, and `accepted` or the code of its problem. */
export type CommandReport = (type: Action, outcome: string) => void

/** A file that was received. */
export interface Upload {
  chunks: Chunks
  commandId: string | undefined
}

/** What joins a decision in its transaction. */
type Beside = Pick<
  Append,
  'meeting' | 'participants' | 'invitations' | 'usedInvitation' | 'seats' | 'attachments' | 'deposit'
>

export class Proceedings {
  readonly #store: ProceedingsStore
  readonly #clock: Clock
  readonly #ids: Ids
  readonly #live = new Map<MeetingId, Promise<LiveMeeting | null>>()
  readonly #listeners = new Set<Listener>()
  readonly #report: CommandReport

  constructor(ports: { store: ProceedingsStore; clock: Clock; chance: Chance; report: CommandReport }) {
    this.#store = ports.store
    this.#clock = ports.clock
    this.#report = ports.report
    this.#ids = { next: <T extends string>() => ports.chance.id() as T }
  }

  onChange(listener: Listener): void {
    this.#listeners.add(listener)
  }

  /** The meeting in memory, loaded once however many ask; null if there is none. */
  meeting(meetingId: MeetingId): Promise<LiveMeeting | null> {
    const known = this.#live.get(meetingId)
    if (known) return known
    const loading = this.#load(meetingId)
    this.#live.set(meetingId, loading)
    return loading
  }

  async create(creation: Creation, beside: Beside): Promise<LiveMeeting> {
    const live = new LiveMeeting(creation.meetingId, null)
    const decision = decideCreation(creation, this.#ids)
    await this.#append(live, creation.organizerId, decision, { ...beside, meeting: { code: creation.code } })
    this.#live.set(creation.meetingId, Promise.resolve(live))
    return live
  }

  /** A participant's command; gives the events that they may see, or throws the refusal as a ProblemError. */
  execute(meetingId: MeetingId, participantId: ParticipantId, command: Command): Promise<WireEvent[]> {
    return this.#answer(meetingId, participantId, command, (live, actor) => ({
      decision: decide(live, command, actor, this.#ids),
    }))
  }

  /** Adds a file to a case; its bytes are written with the event or not at all. */
  attach(meetingId: MeetingId, participantId: ParticipantId, attachment: NewAttachment & Upload): Promise<WireEvent[]> {
    const request = { type: 'attachment.add' as const, commandId: attachment.commandId }
    return this.#answer(meetingId, participantId, request, (live, actor) => {
      const decision = decideAttachmentAdd(live, attachment, actor, this.#ids)
      const added = decision.ok ? decision.events.map(({ event }) => event) : []
      const attachments = added.flatMap((event) =>
        event.type === 'attachment.added' ? [{ attachmentId: event.attachmentId, chunks: attachment.chunks }] : [],
      )
      return { decision, beside: { attachments } }
    })
  }

  /** What a file would be told now, before its bytes are read: the first answer to a repeat, else null; throws a refusal. */
  async expectAttachment(
    { meetingId, participantId }: { meetingId: MeetingId; participantId: ParticipantId },
    attachment: NewAttachment,
    commandId: string | undefined,
  ): Promise<WireEvent[] | null> {
    const known = commandId ? await this.#store.answerOf(meetingId, participantId, commandId) : null
    if (known) return this.#presentTo(meetingId, participantId, await this.#store.eventsAt(known))
    const live = await this.meeting(meetingId)
    if (!live) throw new ProblemError('not-found', 'There is no such meeting.')
    const actor = { participantId, role: live.roleOf(participantId) }
    const decision = decideAttachmentAdd(live, attachment, actor, this.#ids)
    if (!decision.ok) throw new ProblemError(decision.code, decision.reason)
    return null
  }

  async #answer(
    meetingId: MeetingId,
    participantId: ParticipantId,
    { type, commandId }: { type: Action; commandId?: string | undefined },
    decideOn: (live: LiveMeeting, actor: Actor) => { decision: Decision; beside?: Beside },
  ): Promise<WireEvent[]> {
    try {
      const events = await this.#inTurn(meetingId, async (live) => {
        const known = commandId ? await this.#store.answerOf(meetingId, participantId, commandId) : null
        if (known) return this.#store.eventsAt(known)
        const { decision, beside } = decideOn(live, { participantId, role: live.roleOf(participantId) })
        return this.#append(live, participantId, decision, beside ?? {}, commandId)
      })
      this.#report(type, 'accepted')
      return await this.#presentTo(meetingId, participantId, events)
    } catch (error) {
      this.#report(type, error instanceof ProblemError ? error.problem.code : 'internal')
      throw error
    }
  }

  /** Somebody comes in by a link or a code; their participant, seat and invitation are written with it. */
  async enter(meetingId: MeetingId, entry: Entry, person: ParticipantRecord, beside: Beside): Promise<void> {
    await this.#inTurn(meetingId, (live) =>
      this.#append(live, entry.participantId, decideEntry(live, entry, this.#ids), {
        ...beside,
        participants: [person],
      }),
    )
  }

  /** Moderators hear of new invitations by an event; their secrets are written with it. */
  async invite(meetingId: MeetingId, participantId: ParticipantId, invitations: InvitationRecord[]): Promise<void> {
    const invited = invitations.map(({ invitationId, details }) => ({ invitationId, ...details }))
    await this.#inTurn(meetingId, (live) => {
      const actor = { participantId, role: live.roleOf(participantId) }
      return this.#append(live, participantId, decideInvitations(live, invited, actor, this.#ids), { invitations })
    })
  }

  /** What a deposit would be told now, before anybody looks at its words: throws the refusal. */
  requireDeposit(live: LiveMeeting, deposited: Deposited): void {
    const decision = decideDeposit(live, deposited, this.#ids)
    if (!decision.ok) throw new ProblemError(decision.code, decision.reason)
  }

  /** Words that can no longer be written into their document are kept for the moderators. Throws the refusal. */
  async deposit(meetingId: MeetingId, deposit: DepositRecord): Promise<void> {
    const { update: _kept, ...deposited } = deposit
    await this.#inTurn(meetingId, (live) =>
      this.#append(live, deposit.participantId, decideDeposit(live, deposited, this.#ids), { deposit }),
    )
  }

  /** A document has reached its size: the moderators are told, once. */
  async filled(meetingId: MeetingId, participantId: ParticipantId, document: DocumentName): Promise<void> {
    await this.#inTurn(meetingId, async (live) => {
      const decision = decideFilled(live, document, this.#ids)
      if (decision) await this.#append(live, participantId, decision, {})
    })
  }

  /** Somebody wrote into a document: from the first word on, policies only get stricter. */
  async contributed(meetingId: MeetingId, participantId: ParticipantId): Promise<void> {
    const known = await this.meeting(meetingId)
    if (!known || known.meeting.hasContributions) return
    await this.#inTurn(meetingId, async (live) => {
      const decision = decideContribution(live, this.#ids)
      if (decision) await this.#append(live, participantId, decision, {})
    })
  }

  /** Events of a stream after a sequence number, oldest first, at most a page. */
  async eventsAfter(meetingId: MeetingId, stream: StreamName, after: number) {
    const events = await this.#store.eventsAfter(stream, after, limits.pageEvents + 1)
    const page = await this.#present(meetingId, events.slice(0, limits.pageEvents))
    return { events: page, more: events.length > limits.pageEvents }
  }

  /** The messages of a room before a sequence number, oldest first, at most a page. */
  async messagesBefore(meetingId: MeetingId, stream: StreamName, before: number) {
    const newestFirst = await this.#store.messagesBefore(stream, before, limits.pageMessages + 1)
    const page = newestFirst.slice(0, limits.pageMessages).reverse()
    return { events: await this.#present(meetingId, page), more: newestFirst.length > limits.pageMessages }
  }

  async #presentTo(meetingId: MeetingId, participantId: ParticipantId, events: StoredEvent[]): Promise<WireEvent[]> {
    const live = await this.meeting(meetingId)
    const readable = new Set(live?.readableBy(participantId))
    return this.#present(
      meetingId,
      events.filter((event) => readable.has(event.stream)),
    )
  }

  /** History may speak of texts that memory has let go. */
  async #present(meetingId: MeetingId, events: StoredEvent[]): Promise<WireEvent[]> {
    const live = await this.meeting(meetingId)
    if (!live) return []
    const forgotten = events.flatMap((event) => mentionedIn(event).content).filter((id) => !live.content.has(id))
    const stored = forgotten.length > 0 ? await this.#store.contentOf(forgotten) : new Map<string, ContentText>()
    const { people, attribution } = live
    const sources = { people, attribution, content: { get: (id: string) => live.content.get(id) ?? stored.get(id) } }
    return events.map((event) => present(event, sources))
  }

  async #load(meetingId: MeetingId): Promise<LiveMeeting | null> {
    try {
      const record = await this.#store.loadMeeting(meetingId)
      if (record) return new LiveMeeting(meetingId, record)
      this.#live.delete(meetingId)
      return null
    } catch (error) {
      this.#live.delete(meetingId)
      throw error
    }
  }

  async #inTurn<T>(meetingId: MeetingId, action: (live: LiveMeeting) => Promise<T>): Promise<T> {
    for (let attempt = 1; attempt <= maxAttempts; attempt++) {
      const loaded = this.meeting(meetingId)
      const live = await loaded
      if (!live) throw new ProblemError('not-found', 'There is no such meeting.')
      try {
        return await live.inTurn(async () => {
          // Whoever waited for a turn in a meeting that is behind the store decides on the one that replaced it.
          if (this.#live.get(meetingId) !== loaded) throw new LostRace()
          return action(live)
        })
      } catch (error) {
        if (!(error instanceof LostRace)) throw error
      }
    }
    throw new ProblemError('conflict', 'The meeting is changing too fast: try again.')
  }

  async #append(
    live: LiveMeeting,
    actorId: ParticipantId,
    decision: Decision,
    beside: Beside,
    commandId?: string,
  ): Promise<StoredEvent[]> {
    if (!decision.ok) throw new ProblemError(decision.code, decision.reason)
    const at = this.#clock.now()
    const events = numbered(live, decision, at)
    const outcome = await this.#store.append({
      meetingId: live.meetingId,
      actorId,
      at,
      events,
      content: decision.content,
      ...(commandId ? { command: { commandId, answer: events.map(({ stream, seq }) => ({ stream, seq })) } } : {}),
      ...beside,
      ...consequencesOf(events),
    })
    if (outcome === 'used') throw new ProblemError('conflict', 'This link was used at this very moment: try again.')
    if (outcome !== 'appended') {
      this.#live.delete(live.meetingId)
      throw new LostRace()
    }
    live.apply(events, decision.content, beside.participants ?? [])
    const presented = events.map((event) => present(event, live))
    for (const listener of this.#listeners) listener({ live, events: presented })
    return events
  }
}

/** Another append was first: load again, decide again. */
class LostRace extends Error {}

function numbered(live: LiveMeeting, decision: Accepted, at: number): StoredEvent[] {
  const last = new Map<StreamName, number>()
  return decision.events.map(({ stream, event }) => {
    const seq = (last.get(stream) ?? live.seqOf(stream)) + 1
    last.set(stream, seq)
    return { stream, seq, at, ...event }
  })
}
