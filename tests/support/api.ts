/**
 * The HTTP interface as a script would use it: bearer tokens, JSON, and every answer parsed by the schema that the
 * contract gives. `call` is for what should be refused; the named functions fail loudly when they are.
 */
import type { z } from 'zod'
import type { Command } from '../../shared/contracts/commands.ts'
import type { WireEvent } from '../../shared/contracts/events.ts'
import {
  type CreateMeetingBody,
  commandAnswer,
  createMeetingAnswer,
  type InvitationAnswer,
  type InvitationBody,
  invitationAnswer,
  type JoinAnswer,
  type JoinBody,
  joinAnswer,
  type MeetingView,
  meetingView,
} from '../../shared/contracts/http.ts'

/** Where the server is; what `startServer` gives fits. */
export interface Target {
  url: string
}

export interface Answer {
  status: number
  headers: Headers
  /** Parsed JSON, or the text of anything else. */
  body: unknown
}

export interface CallOptions {
  token?: string
  /** Sent as JSON; a string and bytes go out as they are, so that broken JSON can be sent too. */
  body?: unknown
  headers?: Record<string, string>
}

export async function call(target: Target, method: string, path: string, options: CallOptions = {}): Promise<Answer> {
  const { token, body } = options
  const response = await fetch(new URL(path, target.url), {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...options.headers,
    },
    body: bodyOf(body),
  })
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  return {
    status: response.status,
    headers: response.headers,
    body: isJson ? await response.json() : await response.text(),
  }
}

function bodyOf(body: unknown): string | Uint8Array<ArrayBuffer> | null {
  if (body === undefined) return null
  if (body instanceof Uint8Array) return new Uint8Array(body)
  return typeof body === 'string' ? body : JSON.stringify(body)
}

async function expectAnswer<T extends z.ZodType>(
  schema: T,
  status: number,
  answer: Promise<Answer>,
): Promise<z.infer<T>> {
  const { status: actual, body } = await answer
  if (actual !== status) throw new Error(`expected ${status}, got ${actual}: ${JSON.stringify(body)}`)
  return schema.parse(body)
}

const smallMeeting: CreateMeetingBody = {
  title: 'Reunión de prueba',
  template: 'case-digest',
  languages: ['es', 'en'],
  timezone: 'America/Panama',
  startsOn: '2026-03-10',
  endsOn: '2026-03-11',
}

export interface CreatedMeeting {
  meeting: MeetingView
  organizerToken: string
}

/** Creates a meeting with the organizer key; it is a draft until the `meeting.open` command. */
export function createMeeting(
  target: Target & { organizerKey: string },
  changes: Partial<CreateMeetingBody> = {},
): Promise<CreatedMeeting> {
  const body = { ...smallMeeting, ...changes }
  return expectAnswer(
    createMeetingAnswer,
    201,
    call(target, 'POST', '/api/meetings', { token: target.organizerKey, body }),
  )
}

export function getMeeting(target: Target, token: string, meetingId: string): Promise<MeetingView> {
  return expectAnswer(meetingView, 200, call(target, 'GET', `/api/meetings/${meetingId}`, { token }))
}

/** Invites one person; `token` in the answer is what `join` takes. */
export function invite(
  target: Target,
  token: string,
  meetingId: string,
  body: InvitationBody,
): Promise<InvitationAnswer> {
  const path = `/api/meetings/${meetingId}/invitations`
  return expectAnswer(invitationAnswer, 201, call(target, 'POST', path, { token, body }))
}

export function join(target: Target, body: JoinBody): Promise<JoinAnswer> {
  return expectAnswer(joinAnswer, 201, call(target, 'POST', '/api/join', { body }))
}

/** Invites and joins in one go: somebody with that role and name who is in. */
export async function admit(
  target: Target,
  organizerToken: string,
  meetingId: string,
  invitation: InvitationBody & { name: string },
): Promise<JoinAnswer> {
  const { token } = await invite(target, organizerToken, meetingId, invitation)
  return join(target, { token, name: invitation.name })
}

/** Sends a command and gives the events that this person may see. */
export async function command(target: Target, token: string, meetingId: string, body: Command): Promise<WireEvent[]> {
  const path = `/api/meetings/${meetingId}/commands`
  const { events } = await expectAnswer(commandAnswer, 200, call(target, 'POST', path, { token, body }))
  return events as WireEvent[]
}
