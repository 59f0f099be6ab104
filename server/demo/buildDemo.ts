/**
 * Holds the sample meeting as people would hold it: every step is a command or an entry that the proceedings decide, and
 * every document is written by its author. It runs on an empty store of its own; what comes of it is moved as a whole.
 */
import type { Command } from '../../shared/contracts/commands.ts'
import type {
  BoardId,
  CaseId,
  DocumentName,
  InvitationId,
  MeetingId,
  ParticipantId,
} from '../../shared/contracts/ids.ts'
import type { AgendaItemKind } from '../../shared/contracts/terms.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import { Attendance } from '../proceedings/Attendance.ts'
import { Proceedings } from '../proceedings/Proceedings.ts'
import type { Storage } from '../storage/openStorage.ts'
import { boardUpdates } from './demoBoard.ts'
import { caseUpdates } from './demoCase.ts'
import { demoFile } from './demoFile.ts'
import { detailsOf, participantIdOf } from './demoPeople.ts'
import { type SampleAgendaItem, type SampleCase, sample } from './sample.ts'

export interface DemoPorts {
  storage: Pick<Storage, 'proceedings' | 'documents' | 'attendance'>
  chance: Chance
  clock: Clock
  /** The hash of the secret in a person's link. */
  tokenHashOf(sampleId: string): string
  code: string
}

export const demoMeetingId = sample.meeting.id as MeetingId
export const demoOrganizer = sample.participants.find(({ role }) => role === 'organizer')?.id ?? ''
const organizerId = participantIdOf(demoOrganizer)

export async function buildDemo(ports: DemoPorts): Promise<void> {
  const { storage, clock, chance } = ports
  const proceedings = new Proceedings({ store: storage.proceedings, clock, chance, report: () => undefined })
  await found(proceedings, ports)
  await bringPeople(proceedings, ports)
  const caseIds = new Map<string, CaseId>()
  for (const sampleCase of sample.cases) caseIds.set(sampleCase.id, await bringCase(proceedings, ports, sampleCase))
  await writeBoards(proceedings, ports, caseIds)
  await runAgenda(proceedings, caseIds)
  await seeEverybody(proceedings, ports)
}

async function found(proceedings: Proceedings, { code }: DemoPorts): Promise<void> {
  const { title, place, timezone, startDate, endDate, workingLanguages, rules, ...record } = sample.meeting
  const organizer = sample.participants.find(({ id }) => id === demoOrganizer)
  const creation = {
    meetingId: demoMeetingId,
    organizerId,
    code,
    title: title.es,
    place,
    template: 'case-digest' as const,
    languages: workingLanguages,
    timezone,
    startsOn: startDate,
    endsOn: endDate,
    boards: sample.boards.map((board) => ({ title: board.title.es, columns: [board.type] })),
  }
  const { role: _role, ...card } = organizer ? detailsOf(organizer) : { role: 'organizer', name: '' }
  await proceedings.create(creation, { participants: [{ participantId: organizerId, ...card }] })
  await run(proceedings, organizerId, {
    type: 'meeting.setPolicies',
    attribution: rules.chathamHouse ? 'none' : 'name',
    defaultMarking: rules.defaultTlp,
    unLevel: rules.unClassification,
  })
  const { activityTypes, focusOfActivity } = record
  await run(proceedings, organizerId, {
    type: 'meeting.setRecord',
    record: { activityTypes, focusOfActivity, venue: place },
  })
}

/** Everybody has a personal link and has come in by it. */
async function bringPeople(proceedings: Proceedings, { chance, tokenHashOf }: DemoPorts): Promise<void> {
  for (const person of sample.participants) {
    if (person.id === demoOrganizer) continue
    const details = detailsOf(person)
    const participantId = participantIdOf(person.id)
    const invitationId = chance.id() as InvitationId
    await proceedings.invite(demoMeetingId, organizerId, [{ invitationId, details, tokenHash: tokenHashOf(person.id) }])
    const { role, function: label, ...card } = { function: undefined, ...details }
    const entry = { participantId, role, function: label, by: 'link' as const }
    const beside = { seats: [], usedInvitation: { invitationId, participantId } }
    await proceedings.enter(demoMeetingId, entry, { participantId, ...card }, beside)
  }
}

async function bringCase(proceedings: Proceedings, ports: DemoPorts, sampleCase: SampleCase): Promise<CaseId> {
  const presenter = sample.participants.find(({ id }) => id === sampleCase.presenterId)
  if (!presenter) throw new Error(`the sample has nobody who presents ${sampleCase.id}`)
  const owner = participantIdOf(presenter.id)
  const title = `${sampleCase.code}. ${sampleCase.title}`
  const [created] = await run(proceedings, owner, { type: 'case.create', title, language: 'es' })
  if (created?.type !== 'case.created') throw new Error('a case was created without an event that says so')
  const { caseId } = created
  await run(proceedings, owner, { type: 'case.setStage', caseId, stage: sampleCase.stage })
  const live = await proceedings.meeting(demoMeetingId)
  if (live?.meeting.cases[caseId]?.marking !== sampleCase.tlp) {
    await run(proceedings, owner, { type: 'case.setMarking', caseId, marking: sampleCase.tlp })
  }
  await run(proceedings, owner, { type: 'case.setPresenter', caseId, participantId: owner })
  const { useInReport, useInDigest, anonymized, clearedBy } = sampleCase.clearance
  await run(proceedings, owner, {
    type: 'case.setClearance',
    caseId,
    clearance: useInReport,
    digest: useInDigest,
    isAnonymized: anonymized,
    clearedBy,
  })
  const written = caseUpdates(sampleCase, presenter).map((bytes) => ({ participantId: owner, bytes }))
  await deliver(proceedings, ports, `case/${caseId}`, written)
  if (sampleCase === sample.cases[0]) await proceedings.attach(demoMeetingId, owner, demoFile(caseId))
  return caseId
}

/** Whoever wrote a card marks it. */
async function writeBoards(proceedings: Proceedings, ports: DemoPorts, caseIds: Map<string, CaseId>): Promise<void> {
  const boardIds = Object.keys((await proceedings.meeting(demoMeetingId))?.meeting.boards ?? {}) as BoardId[]
  for (const [at, board] of sample.boards.entries()) {
    const boardId = boardIds[at]
    if (boardId === undefined) throw new Error(`the meeting has no board for ${board.id}`)
    const cards = boardUpdates(board, (sampleId) => caseIds.get(sampleId))
    const written = cards.map(({ authorId, bytes }) => ({ participantId: participantIdOf(authorId), bytes }))
    await deliver(proceedings, ports, `board/${boardId}`, written)
    for (const { cardId, authorId, marking } of cards) {
      if (marking === null) continue
      await run(proceedings, participantIdOf(authorId), { type: 'card.setMarking', boardId, cardId, marking })
    }
  }
}

async function deliver(
  proceedings: Proceedings,
  { storage, clock }: DemoPorts,
  document: DocumentName,
  written: { participantId: ParticipantId; bytes: Uint8Array }[],
): Promise<void> {
  await storage.documents.append(written.map((row) => ({ ...row, clientId: null, document, at: clock.now() })))
  const [first] = written
  if (first) await proceedings.contributed(demoMeetingId, first.participantId)
}

/** The meeting is open and at its first case. */
async function runAgenda(proceedings: Proceedings, caseIds: Map<string, CaseId>): Promise<void> {
  const items = sample.agenda.map((item) => {
    const caseId = item.caseId === undefined ? undefined : caseIds.get(item.caseId)
    return { ...agendaItemOf(item), ...(caseId ? { caseId } : {}) }
  })
  await run(proceedings, organizerId, { type: 'agenda.set', items })
  await run(proceedings, organizerId, { type: 'meeting.open' })
  const live = await proceedings.meeting(demoMeetingId)
  const itemId = live?.meeting.agenda.find(({ kind }) => kind === 'case')?.itemId
  await run(proceedings, organizerId, { type: 'agenda.advance', ...(itemId ? { itemId } : {}) })
}

/** It is the first morning, and nobody is missing. */
async function seeEverybody(proceedings: Proceedings, { storage, clock }: DemoPorts): Promise<void> {
  const attendance = new Attendance({ store: storage.attendance, clock })
  const live = await proceedings.meeting(demoMeetingId)
  if (!live) throw new Error('the demonstration is being held and is not there')
  for (const { id } of sample.participants) await attendance.note(live, participantIdOf(id))
}

const agendaKinds: Record<string, AgendaItemKind> = {
  case: 'case',
  break: 'break',
  breakout: 'discussion',
  cafe: 'discussion',
  vote: 'discussion',
}

function agendaItemOf({ day, start, end, kind, title }: SampleAgendaItem) {
  const date = day === 1 ? sample.meeting.startDate : sample.meeting.endDate
  return {
    kind: agendaKinds[kind] ?? ('session' as const),
    title: title.es,
    startsAt: `${date}T${start}:00`,
    durationMinutes: minutesOf(end) - minutesOf(start),
  }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

function run(proceedings: Proceedings, participantId: ParticipantId, command: Command) {
  return proceedings.execute(demoMeetingId, participantId, command)
}
