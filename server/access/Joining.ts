/**
 * Coming in: by a personal link (straight in, and again the same person) or by the meeting code (into the lobby). Gives
 * a bearer token for the seat and adds the seat to the browser session. A wrong secret and an ended one look the same,
 * and both are counted against the address that they came from.
 */

import type { PersonCard } from '../../shared/contracts/events.ts'
import type { JoinBody } from '../../shared/contracts/http.ts'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Role } from '../../shared/contracts/terms.ts'
import type { Entry } from '../../shared/proceedings/participants.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Failures } from './failures.ts'
import { normalizeCode } from './meetingCode.ts'
import type { AccessStore, Invitation, NewSeat } from './ports.ts'
import { hashOf } from './secrets.ts'

interface Person extends PersonCard {
  participantId: ParticipantId
  name: string
}

/** The proceedings as joining needs them. */
export interface Door {
  enter(
    meetingId: MeetingId,
    entry: Entry,
    person: Person & { language?: NonNullable<JoinBody['language']> },
    beside: {
      seats: NewSeat[]
      usedInvitation?: { invitationId: Invitation['invitationId']; participantId: ParticipantId }
    },
  ): Promise<void>
}

export interface Joined {
  token: string
  /** Set when a new browser session began: its secret belongs into the cookie. */
  newSession: string | null
  meetingId: MeetingId
  participantId: ParticipantId
  role: Role
  /** What the others see of them. */
  card: PersonCard
  status: 'admitted' | 'waiting'
}

const wrongSecret = 'This code or link is not valid. Check it, or ask the people who run the meeting for a new one.'

export class Joining {
  readonly #store: AccessStore
  readonly #door: Door
  readonly #chance: Chance
  readonly #clock: Clock
  readonly #failures: Failures

  constructor(ports: { store: AccessStore; door: Door; failures: Failures; chance: Chance; clock: Clock }) {
    this.#store = ports.store
    this.#door = ports.door
    this.#chance = ports.chance
    this.#clock = ports.clock
    this.#failures = ports.failures
  }

  /** `session` is the secret of the caller's browser session, if there is one. */
  async join(body: JoinBody, { address, session }: { address: string; session: string | null }): Promise<Joined> {
    const browser = await this.#browserOf(session)
    const { token, code = '' } = body
    const joined =
      token === undefined
        ? await this.#byCode(normalizeCode(code), body, browser, address)
        : await this.#byLink(token, body, browser, address)
    // Only now, so that a refused guess leaves nothing behind.
    if (browser.newSecret !== null) await this.#store.addSession(browser.hash, this.#clock.now())
    return joined
  }

  async #byLink(token: string, body: JoinBody, browser: Browser, address: string): Promise<Joined> {
    const tokenHash = hashOf(token)
    const invitation = await this.#store.invitationByToken(tokenHash)
    if (!invitation) return this.#refuse(address, token)
    const { meetingId, details } = invitation
    if (invitation.participantId !== null) return this.#again(invitation, invitation.participantId, browser)

    const person = personOf(this.#chance.id() as ParticipantId, { ...details, ...given(body) })
    const { participantId } = person
    const seat = this.#newSeat(participantId, browser)
    try {
      await this.#door.enter(
        meetingId,
        { participantId, role: details.role, function: details.function, by: 'link' },
        person,
        { seats: [seat.record], usedInvitation: { invitationId: invitation.invitationId, participantId } },
      )
    } catch (error) {
      // A double click, or two devices at once: whoever was first has made the person.
      const used = await this.#store.invitationByToken(tokenHash)
      if (!used || used.participantId === null) throw error
      return this.#again(used, used.participantId, browser)
    }
    return { ...seat.answer, meetingId, participantId, role: details.role, card: cardOf(person), status: 'admitted' }
  }

  /** The same link on another device, or after a reload: the same person, one seat more. */
  async #again({ meetingId, details }: Invitation, participantId: ParticipantId, browser: Browser): Promise<Joined> {
    const card = await this.#store.person(participantId)
    if (!card) throw new ProblemError('unauthorized', wrongSecret)
    const seat = this.#newSeat(participantId, browser)
    await this.#store.addSeat({ ...seat.record, meetingId }, this.#clock.now())
    return { ...seat.answer, meetingId, participantId, role: details.role, card, status: 'admitted' }
  }

  async #byCode(code: string, body: JoinBody, browser: Browser, address: string): Promise<Joined> {
    await this.#failures.check(address)
    const meetingId = await this.#store.meetingByCode(code)
    if (meetingId === null) return this.#refuse(address, code)
    // Again: of guesses that came all at once, those before this one have been counted meanwhile.
    await this.#failures.check(address)
    const person = personOf(this.#chance.id() as ParticipantId, given(body))
    const { participantId } = person
    const seat = this.#newSeat(participantId, browser)
    const entry: Entry = { participantId, role: 'participant', by: 'code' }
    await this.#door.enter(meetingId, entry, person, { seats: [seat.record] })
    return { ...seat.answer, meetingId, participantId, role: 'participant', card: cardOf(person), status: 'waiting' }
  }

  async #refuse(address: string, secret: string): Promise<never> {
    await this.#failures.count(address, secret)
    throw new ProblemError('unauthorized', wrongSecret)
  }

  #newSeat(participantId: ParticipantId, browser: Browser) {
    const token = this.#chance.secret()
    return {
      record: { participantId, tokenHash: hashOf(token), sessionHash: browser.hash },
      answer: { token, newSession: browser.newSecret },
    }
  }

  /** An unknown cookie begins a new session: its value was chosen elsewhere. */
  async #browserOf(secret: string | null): Promise<Browser> {
    if (secret !== null && (await this.#store.hasSession(hashOf(secret)))) {
      return { hash: hashOf(secret), newSecret: null }
    }
    const newSecret = this.#chance.secret()
    return { hash: hashOf(newSecret), newSecret }
  }
}

interface Browser {
  hash: string
  newSecret: string | null
}

type Given = Omit<JoinBody, 'token' | 'code'>

function given({ name, country, agency, language }: JoinBody): Given {
  return {
    ...(name && { name }),
    ...(country && { country }),
    ...(agency && { agency }),
    ...(language && { language }),
  }
}

function personOf(participantId: ParticipantId, { name, country, agency, language }: Given) {
  if (name === undefined) {
    throw new ProblemError('invalid-request', 'Give your name: the others see it in the meeting.', [
      { path: 'name', message: 'is required' },
    ])
  }
  return { participantId, name, ...(country && { country }), ...(agency && { agency }), ...(language && { language }) }
}

function cardOf({ name, country, agency }: Person): PersonCard {
  return { name, ...(country && { country }), ...(agency && { agency }) }
}
