/**
 * What stands ready before a caller tries a command in the matrix: a payload that nothing but a right could stop.
 * Whatever it needs (somebody in the lobby, a case of one's own) is made by the organizer or by the caller beforehand.
 */
import * as Y from 'yjs'
import type { Command } from '../../shared/contracts/commands.ts'
import type { BoardId, CaseId, DepositId, DocumentName } from '../../shared/contracts/ids.ts'
import type { MeetingStatus } from '../../shared/contracts/terms.ts'
import { call, command, getMeeting, type Target } from '../support/api.ts'
import { attach } from '../support/attachments.ts'
import type { Caller, Cast } from '../support/cast.ts'

/** Brings a meeting into a state; a draft is only found, since nothing goes back to it. */
export async function inState(target: Target, cast: Cast, state: MeetingStatus): Promise<void> {
  const { organizerToken, meetingId } = cast
  const { status } = await getMeeting(target, organizerToken, meetingId)
  if (status === state) return
  if (state === 'live' || status === 'draft') await command(target, organizerToken, meetingId, { type: 'meeting.open' })
  if (state === 'closed') await command(target, organizerToken, meetingId, { type: 'meeting.close' })
}

/** Does something that needs an open meeting, and leaves the meeting in the state in which it was. */
async function whileOpen<T>(target: Target, cast: Cast, action: () => Promise<T>): Promise<T> {
  const { status } = await getMeeting(target, cast.organizerToken, cast.meetingId)
  if (status !== 'closed') return action()
  await inState(target, cast, 'live')
  const made = await action()
  await inState(target, cast, 'closed')
  return made
}

const members: readonly Caller[] = ['organizer', 'facilitator', 'rapporteur', 'participant', 'observer']

/** A case that the caller brought; an observer brought theirs when they were a participant. */
async function caseOf(target: Target, cast: Cast, caller: Caller): Promise<CaseId> {
  const { organizerToken, meetingId, people } = cast
  const owner = people[members.includes(caller) ? caller : 'participant']
  const { cases } = await getMeeting(target, organizerToken, meetingId)
  const known = cases.find(({ ownerId }) => ownerId === owner.participantId)
  if (known !== undefined) return known.caseId
  const setRole = (role: 'participant' | 'observer') =>
    command(target, organizerToken, meetingId, {
      type: 'participant.setRole',
      participantId: owner.participantId,
      role,
    })
  return whileOpen(target, cast, async () => {
    if (caller === 'observer') await setRole('participant')
    const made = await newCase(target, cast, owner.token)
    if (caller === 'observer') await setRole('observer')
    return made
  })
}

async function newCase(target: Target, cast: Cast, token: string): Promise<CaseId> {
  const [created] = await command(target, token, cast.meetingId, { type: 'case.create', title: 'Caso' })
  if (created?.type !== 'case.created') throw new Error('no case was created')
  return created.caseId
}

/** A new case of somebody else in each call. */
async function caseOfAnother(target: Target, cast: Cast): Promise<CaseId> {
  return whileOpen(target, cast, async () => newCase(target, cast, (await cast.somebody()).token))
}

async function agendaItems(target: Target, cast: Cast) {
  const items = [{ kind: 'session' as const, title: 'Apertura' }]
  const [set] = await whileOpen(target, cast, () =>
    command(target, cast.organizerToken, cast.meetingId, { type: 'agenda.set', items }),
  )
  if (set?.type !== 'agenda.set') throw new Error('no agenda was set')
  return set.items
}

/** A card that nobody has marked yet, of the meeting's first board. */
async function newCard({ url }: Target, { organizerToken, meetingId }: Cast) {
  const { boards } = await getMeeting({ url }, organizerToken, meetingId)
  const boardId = boards[0]?.boardId
  if (boardId === undefined) throw new Error('the meeting has no board')
  return { type: 'card.setMarking' as const, boardId: boardId as BoardId, cardId: crypto.randomUUID() }
}

/** A file that the caller added to somebody's case; an observer added theirs when they were a participant. */
async function fileOf(target: Target, cast: Cast, caller: Caller): Promise<Command> {
  const { organizerToken, meetingId, people } = cast
  const owner = people[members.includes(caller) ? caller : 'participant']
  const setRole = (role: 'participant' | 'observer') =>
    command(target, organizerToken, meetingId, {
      type: 'participant.setRole',
      participantId: owner.participantId,
      role,
    })
  return whileOpen(target, cast, async () => {
    if (caller === 'observer') await setRole('participant')
    const caseId = await newCase(target, cast, organizerToken)
    const { attachmentId } = await attach(target, { token: owner.token, meetingId, caseId })
    if (caller === 'observer') await setRole('observer')
    return { type: 'attachment.remove', caseId, attachmentId }
  })
}

const stages = ['ps-trial', 'ps-appeal', 'ps-final']
let lastStage = 0

/** Another stage than the last time, which may have been the same case's. */
function anotherStage(): string {
  lastStage = (lastStage + 1) % stages.length
  return stages[lastStage] ?? 'ps-trial'
}

async function newDocument(target: Target, cast: Cast): Promise<DocumentName> {
  return `case/${await caseOfAnother(target, cast)}`
}

async function lockedDocument(target: Target, cast: Cast): Promise<DocumentName> {
  const document = await newDocument(target, cast)
  const { organizerToken, meetingId } = cast
  await whileOpen(target, cast, () => command(target, organizerToken, meetingId, { type: 'document.lock', document }))
  return document
}

/** Words that somebody had written before their document was locked. */
async function newDeposit(target: Target, cast: Cast): Promise<DepositId> {
  const document = await lockedDocument(target, cast)
  const { token } = await whileOpen(target, cast, () => cast.somebody())
  const body = Y.encodeStateAsUpdate(new Y.Doc())
  const headers = { 'content-type': 'application/octet-stream' }
  const kept = await call(target, 'POST', `/api/documents/${document}/deposits`, { token, body, headers })
  return (kept.body as { deposit: DepositId }).deposit
}

type Preparation = (target: Target, cast: Cast, caller: Caller) => Promise<Command>

const preparations: Record<string, Preparation> = {
  'meeting.open': async () => ({ type: 'meeting.open' }),
  'meeting.close': async () => ({ type: 'meeting.close' }),
  'participant.admit': async (target, cast) => {
    const { participantId } = await whileOpen(target, cast, () => cast.someoneWaiting())
    return { type: 'participant.admit', participantId }
  },
  'participant.remove': async (target, cast) => {
    const { participantId } = await whileOpen(target, cast, () => cast.somebody())
    return { type: 'participant.remove', participantId }
  },
  'participant.remove an organizer': async (target, cast) => {
    const { participantId } = await whileOpen(target, cast, () => cast.somebody({ role: 'organizer' }))
    return { type: 'participant.remove', participantId }
  },
  'participant.setRole': async (target, cast) => {
    const { participantId } = await whileOpen(target, cast, () => cast.somebody())
    return { type: 'participant.setRole', participantId, role: 'rapporteur' }
  },
  'agenda.set': async () => ({ type: 'agenda.set', items: [{ kind: 'break', title: 'Café' }] }),
  'agenda.advance': async (target, cast) => {
    await agendaItems(target, cast)
    return { type: 'agenda.advance' }
  },
  'board.create': async () => ({ type: 'board.create', title: 'Tablero' }),
  'case.create': async () => ({ type: 'case.create', title: 'Caso' }),
  "case.setMarking of one's own": async (target, cast, caller) => {
    const caseId = await caseOf(target, cast, caller)
    const { cases } = await getMeeting(target, cast.organizerToken, cast.meetingId)
    const isGreen = cases.some((one) => one.caseId === caseId && one.marking === 'TLP:GREEN')
    return { type: 'case.setMarking', caseId, marking: isGreen ? 'TLP:RED' : 'TLP:GREEN' }
  },
  "case.setMarking stricter of another's": async (target, cast) => ({
    type: 'case.setMarking',
    caseId: await caseOfAnother(target, cast),
    marking: 'TLP:RED',
  }),
  "case.setMarking looser of another's": async (target, cast) => ({
    type: 'case.setMarking',
    caseId: await caseOfAnother(target, cast),
    marking: 'TLP:CLEAR',
  }),
  "case.setClearance of one's own": async (target, cast, caller) => {
    const caseId = await caseOf(target, cast, caller)
    const { cases } = await getMeeting(target, cast.organizerToken, cast.meetingId)
    const isCleared = cases.some((one) => one.caseId === caseId && one.clearance !== 'no')
    return { type: 'case.setClearance', caseId, clearance: isCleared ? 'no' : 'anonymized' }
  },
  "case.setClearance of another's": async (target, cast) => ({
    type: 'case.setClearance',
    caseId: await caseOfAnother(target, cast),
    clearance: 'attributed',
  }),
  'meeting.setPolicies': async () => ({ type: 'meeting.setPolicies', attribution: 'none' }),
  'meeting.setRecord': async () => ({ type: 'meeting.setRecord', record: { venue: 'Salón Chagres' } }),
  "case.setStage of one's own": async (target, cast, caller) => ({
    type: 'case.setStage',
    caseId: await caseOf(target, cast, caller),
    stage: anotherStage(),
  }),
  "case.setStage of another's": async (target, cast) => ({
    type: 'case.setStage',
    caseId: await caseOfAnother(target, cast),
    stage: 'ps-trial',
  }),
  "case.setPresenter of one's own": async (target, cast, caller) => ({
    type: 'case.setPresenter',
    caseId: await caseOf(target, cast, caller),
    participantId: (await whileOpen(target, cast, () => cast.somebody())).participantId,
  }),
  "case.setPresenter of another's": async (target, cast) => ({
    type: 'case.setPresenter',
    caseId: await caseOfAnother(target, cast),
    participantId: (await whileOpen(target, cast, () => cast.somebody())).participantId,
  }),
  'card.setMarking stricter': async (target, cast) => ({ ...(await newCard(target, cast)), marking: 'TLP:RED' }),
  'card.setMarking looser': async (target, cast) => {
    const card = await newCard(target, cast)
    await command(target, cast.organizerToken, cast.meetingId, { ...card, marking: 'TLP:RED' })
    return { ...card, marking: null }
  },
  "attachment.remove of one's own": fileOf,
  "attachment.remove of another's": async (target, cast) => {
    const { token } = await whileOpen(target, cast, () => cast.somebody())
    const caseId = await caseOfAnother(target, cast)
    const sending = { token, meetingId: cast.meetingId, caseId }
    const { attachmentId } = await whileOpen(target, cast, () => attach(target, sending))
    return { type: 'attachment.remove', caseId, attachmentId }
  },
  'document.lock': async (target, cast) => ({ type: 'document.lock', document: await newDocument(target, cast) }),
  'document.unlock': async (target, cast) => ({
    type: 'document.unlock',
    document: await lockedDocument(target, cast),
  }),
  'deposit.accept': async (target, cast) => ({ type: 'deposit.accept', depositId: await newDeposit(target, cast) }),
  'deposit.decline': async (target, cast) => ({ type: 'deposit.decline', depositId: await newDeposit(target, cast) }),
  'message.post': async () => ({ type: 'message.post', text: 'Buenos días.' }),
}

/** The payload of a row of the matrix, for one try by one caller. */
export function payloadOf(target: Target, cast: Cast, command: string, caller: Caller): Promise<Command> {
  const prepare = preparations[command]
  if (prepare === undefined) throw new Error(`nothing says how to prepare "${command}"`)
  return prepare(target, cast, caller)
}
