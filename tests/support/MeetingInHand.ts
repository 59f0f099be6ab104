/** A meeting in memory, moved by decisions: what the tests of the proceedings drive. No clock, no chance, no I/O. */
import type { Command } from '../../shared/contracts/commands.ts'
import { type MeetingId, type ParticipantId, type StreamName, streamKindOf } from '../../shared/contracts/ids.ts'
import { type Role, usualColumns } from '../../shared/contracts/terms.ts'
import { decideCreation } from '../../shared/proceedings/creation.ts'
import { decide } from '../../shared/proceedings/decide.ts'
import type { Accepted, Decision, Ids, Proceedings } from '../../shared/proceedings/decision.ts'
import { evolve } from '../../shared/proceedings/evolve.ts'
import { decideEntry } from '../../shared/proceedings/participants.ts'
import { decideContribution } from '../../shared/proceedings/policies.ts'
import { initialState, type MeetingState, type ModeratorsState, type StateOf } from '../../shared/proceedings/state.ts'

export const alice = 'alice' as ParticipantId

/** Its organizer is alice. */
export class MeetingInHand implements Proceedings {
  readonly states = new Map<StreamName, { seq: number; state: StateOf[keyof StateOf] }>()
  #lastId = 0
  readonly ids: Ids = { next: <T extends string>() => `id${++this.#lastId}` as T }

  constructor() {
    this.fold(
      decideCreation(
        {
          meetingId: 'm1' as MeetingId,
          organizerId: alice,
          code: 'K7M4PX',
          title: 'A meeting',
          template: 'case-digest',
          languages: ['es'],
          timezone: 'America/Panama',
          startsOn: '2026-12-13',
          endsOn: '2026-12-14',
          boards: [{ title: 'Board', columns: usualColumns }],
        },
        this.ids,
      ),
    )
  }

  get meeting() {
    return this.stateOf('meeting/m1') as MeetingState
  }

  get moderators() {
    return this.stateOf('moderators/m1') as ModeratorsState
  }

  get hasMessages() {
    return [...this.states.keys()].some((stream) => streamKindOf(stream) === 'room')
  }

  stateOf(stream: StreamName) {
    return this.states.get(stream)?.state ?? initialState[streamKindOf(stream)]
  }

  fold(decision: Decision): Accepted {
    if (!decision.ok) throw new Error(`refused: ${decision.reason}`)
    for (const { stream, event } of decision.events) {
      const seq = (this.states.get(stream)?.seq ?? 0) + 1
      const state = evolve(streamKindOf(stream), this.stateOf(stream), event, { seq, at: seq })
      this.states.set(stream, { seq, state })
    }
    return decision
  }

  decide(actor: string, command: Command): Decision {
    const participantId = actor as ParticipantId
    return decide(this, command, { participantId, role: this.meeting.members[participantId]?.role ?? null }, this.ids)
  }

  does(actor: string, command: Command): Accepted {
    return this.fold(this.decide(actor, command))
  }

  refuses(actor: string, command: Command): string {
    const decision = this.decide(actor, command)
    return decision.ok ? 'accepted' : decision.code
  }

  /** Somebody writes into a document. */
  contributes(): void {
    const decision = decideContribution(this, this.ids)
    if (decision) this.fold(decision)
  }

  enters(name: string, role: Role): ParticipantId {
    const participantId = name as ParticipantId
    this.fold(decideEntry(this, { participantId, role, by: 'link' }, this.ids))
    return participantId
  }

  waits(name: string): ParticipantId {
    const participantId = name as ParticipantId
    this.fold(decideEntry(this, { participantId, role: 'participant', by: 'code' }, this.ids))
    return participantId
  }
}
