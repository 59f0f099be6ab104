/**
 * A meeting under the Chatham House Rule on a real server, in which everything that a person or a script can put
 * somewhere carries a marker, and all that can be done is done: accepted, refused, malformed. What reached the two who
 * must not know is kept byte by byte; the hunt for the markers is the test's.
 */
import * as Y from 'yjs'
import type { CommandType } from '../../shared/contracts/commands.ts'
import { joinAnswer, syncTicketAnswer } from '../../shared/contracts/http.ts'
import type { AttachmentId, CaseId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import type { Role } from '../../shared/contracts/terms.ts'
import { addCard } from '../../shared/documents/boardDocument.ts'
import { writeParagraph } from '../outcomes/documents.ts'
import { admit, type CreatedMeeting, call, command, createMeeting, invite, join } from '../support/api.ts'
import { attach, sendFile } from '../support/attachments.ts'
import { openDocument } from '../support/document.ts'
import type { Server } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'
import { until } from '../support/until.ts'
import { Listener } from './Listener.ts'

/** In every name, institution and address. */
export const whoMarker = 'Zyzwho'
/** A country that nobody else has; two letters occur anywhere, so it is hunted as JSON has it and as a report says it. */
export const whereMarker = { code: 'HT', inJson: /\\*"HT\\*"/, inWords: /Ha[iï]t/i }
/** In what stays in the meeting: messages, cases that are not released. */
export const withheldMarker = 'Zyzwithheld'
/** In what may be in a report. */
export const openMarker = 'Zyzopen'
/** In what nobody may keep: keys, links, guesses. */
export const secretMarker = 'Zyzsecret'

const hiddenPerson = (role: string) => ({
  name: `${whoMarker} ${role}`,
  country: whereMarker.code,
  agency: `${whoMarker}-agency <${whoMarker}.${role}@example.org>`,
})

export interface MarkedMeeting {
  /** Those who must not know who the others are. */
  listeners: Listener[]
  /** The report files that the rapporteur fetched, by format and language. */
  files: Map<string, Uint8Array>
  /** What reached a facilitator, who knows who is in. */
  moderatorsSaw(): string
  /** Tokens, links, cookies, codes and tickets of this meeting. */
  secrets: string[]
  commands: { accepted: Set<CommandType>; refused: Set<CommandType> }
}

/** Who is in; everybody stays connected, so that the end of the server reaches them, too. */
interface Stage extends CreatedMeeting {
  server: Server
  path: string
  organizer: TestSocket
  facilitator: TestSocket
  speaker: { token: string; participantId: ParticipantId; socket: TestSocket }
  rapporteur: Listener
  observer: Listener
  secrets: string[]
}

export async function holdMarkedMeeting(server: Server): Promise<MarkedMeeting> {
  const stage = await open(server)
  await comeAndGo(stage)
  const caseIds = await write(stage)
  const attachmentId = await attachFiles(stage, caseIds)
  const commands = await tryEveryCommand(stage, caseIds, attachmentId)
  await sendNonsense(stage)
  const { rapporteur, observer, facilitator, meeting, speaker, secrets } = stage
  for (const listener of [rapporteur, observer]) await listener.reads(meeting, speaker.participantId)
  return {
    listeners: [rapporteur, observer],
    files: await rapporteur.exports(meeting.id),
    moderatorsSaw: () => facilitator.packets.join('\n'),
    secrets,
    commands,
  }
}

async function open(server: Server): Promise<Stage> {
  const created = await createMeeting(server, {
    title: `${openMarker} title`,
    place: `${openMarker} place`,
    organizerName: hiddenPerson('organizer').name,
  })
  const { meeting, organizerToken: token } = created
  await command(server, token, meeting.id, { type: 'meeting.setPolicies', attribution: 'none' })
  await command(server, token, meeting.id, { type: 'meeting.open' })
  const enters = (role: Role, details: { name: string }) => admit(server, token, meeting.id, { ...details, role })
  const rapporteur = await Listener.of(server, 'rapporteur', await enters('rapporteur', { name: 'Rosa' }))
  const observer = await Listener.of(server, 'observer', await enters('observer', { name: 'Otto' }))
  const facilitator = await enters('facilitator', hiddenPerson('facilitator'))
  const speaker = await enters('participant', hiddenPerson('speaker'))
  return {
    ...created,
    server,
    path: `/api/meetings/${meeting.id}`,
    organizer: await connectSocket(server, token),
    facilitator: await connectSocket(server, facilitator.token),
    speaker: {
      token: speaker.token,
      participantId: speaker.participant.id,
      socket: await connectSocket(server, speaker.token),
    },
    rapporteur,
    observer,
    secrets: [token, facilitator.token, speaker.token, meeting.code ?? ''],
  }
}

/** The door: by link, from a list, through the lobby and not through it. */
async function comeAndGo({ server, meeting, organizerToken, path, facilitator, secrets }: Stage): Promise<void> {
  const link = await invite(server, organizerToken, meeting.id, { ...hiddenPerson('invited'), role: 'participant' })
  const joined = await call(server, 'POST', '/api/join', { body: { token: link.token } })
  const cookie = /=([\w-]+);/.exec(joined.headers.getSetCookie()[0] ?? '')?.[1] ?? ''
  secrets.push(link.token, joinAnswer.parse(joined.body).token, cookie)
  const list = `name,role,agency\n${whoMarker} listed,participant,${whoMarker}-agency\n${whoMarker} wrong,${whoMarker}\n`
  for (const route of ['roster/preview', 'roster', 'roster?partial=true']) {
    const options = { token: organizerToken, body: list, headers: { 'content-type': 'text/csv' } }
    await call(server, 'POST', `${path}/${route}`, options)
  }
  const fates = {
    stillWaiting: [],
    admitted: ['participant.admit'],
    turnedAway: ['participant.remove'],
    removed: ['participant.admit', 'participant.remove'],
  } as const
  for (const [name, fate] of Object.entries(fates)) {
    const { token, participant } = await join(server, { code: meeting.code ?? '', ...hiddenPerson(name) })
    secrets.push(token)
    const { id: participantId } = participant
    await connectSocket(server, token)
    await facilitator.event('lobby.entered', (event) => event.participantId === participantId)
    for (const type of fate) await facilitator.command({ type, participantId })
  }
}

/** A case that will be released, one that will not, and a card; the listeners have each open and see the caret in it. */
async function write(stage: Stage): Promise<CaseId[]> {
  const { server, meeting, speaker, facilitator, rapporteur, observer, secrets } = stage
  const caseIds: CaseId[] = []
  for (const words of [openMarker, withheldMarker]) {
    await speaker.socket.command({ type: 'case.create', title: `${words} case` })
    const { caseId } = await facilitator.event('case.created', (event) => !caseIds.includes(event.caseId))
    caseIds.push(caseId)
  }
  const names = [...caseIds.map((id) => `case/${id}`), `board/${meeting.boards[0]?.boardId}`]
  for (const [index, name] of names.entries()) {
    const readers = await Promise.all([rapporteur.opens(name), observer.opens(name)])
    const { token, participantId } = speaker
    const ticket = await call(server, 'POST', '/api/sync-tickets', { token, body: { document: name } })
    secrets.push(syncTicketAnswer.parse(ticket.body).ticket)
    const { doc, provider, synced, saved, destroy } = openDocument(server, name, { token, confirm: true })
    await synced()
    if (index === names.length - 1) addCard(doc, 'card-0001', 'goodPractice', `${openMarker} card`)
    else writeParagraph(doc, 'factSummary', `${index === 0 ? openMarker : withheldMarker} facts`)
    // As the editor says where its person is.
    provider.awareness.setLocalStateField('user', { participantId, color: '#123456' })
    await saved()
    for (const reader of readers) {
      const carets = () => JSON.stringify([...reader.provider.awareness.getStates().values()])
      await until(() => carets().includes(participantId), `a reader of ${name} sees the other’s caret`)
    }
    destroy()
  }
  return caseIds
}

/** A file to each case, and those that are refused; gives one that can be taken back. */
async function attachFiles({ server, meeting, speaker }: Stage, [released, withheld]: CaseId[]): Promise<AttachmentId> {
  const sending = { token: speaker.token, meetingId: meeting.id }
  const content = new TextEncoder().encode(`${withheldMarker} bytes`)
  await attach(server, { ...sending, caseId: released ?? '', name: `${openMarker} file.txt`, content })
  const file = { ...sending, caseId: withheld ?? '', name: `${withheldMarker} file.txt`, content }
  const { attachmentId } = await attach(server, file)
  await sendFile(server, { ...file, name: `${withheldMarker} page.html` })
  await sendFile(server, { ...file, name: `${withheldMarker} judgment.pdf` })
  await sendFile(server, { ...file, headers: { 'plenaria-file-name': `${withheldMarker}%E0%A4%A` } })
  return attachmentId
}

/** Each command as it should be, by somebody who may; by somebody who waits, who may nothing; and with a field too many. */
async function tryEveryCommand(
  stage: Stage,
  caseIds: CaseId[],
  attachmentId: AttachmentId,
): Promise<MarkedMeeting['commands']> {
  const { server, meeting, organizer, speaker, secrets } = stage
  const accepted = new Set<CommandType>(['meeting.open'])
  const refused = new Set<CommandType>()
  const comesLate = (name: string) => join(server, { code: meeting.code ?? '', ...hiddenPerson(name) })
  const [newcomer, waiting] = [await comesLate('newcomer'), await comesLate('latecomer')]
  secrets.push(newcomer.token, waiting.token)
  const nobody = await connectSocket(server, waiting.token)
  const commands = everyCommand(caseIds, newcomer.participant.id, speaker.participantId)
  const special = [
    { type: 'attachment.remove' as const, caseId: caseIds[1], attachmentId },
    { type: 'card.setMarking' as const, boardId: meeting.boards[0]?.boardId, cardId: 'card-0001', marking: 'TLP:RED' },
  ]
  for (const body of [...special, ...(await lateWords(stage, `case/${caseIds[1]}`)), ...commands]) {
    if (!(await nobody.command(body)).ok) refused.add(body.type)
    const surplus = { ...body, [`${withheldMarker} field`]: `${whoMarker} value` }
    for (const { command: send } of [speaker.socket, organizer]) {
      await send(surplus)
      if ((await send(body)).ok) accepted.add(body.type)
    }
  }
  return { accepted, refused }
}

/** A document is locked while its author is offline: what comes of the words that were handed in. */
async function lateWords(stage: Stage, document: DocumentName) {
  await stage.organizer.command({ type: 'document.lock', document })
  const [one, other] = [await handIn(stage, document), await handIn(stage, document)]
  await stage.organizer.command({ type: 'document.unlock', document })
  return [
    { type: 'deposit.accept' as const, depositId: one },
    { type: 'deposit.decline' as const, depositId: other },
    { type: 'document.lock' as const, document },
    { type: 'document.unlock' as const, document },
  ]
}

async function handIn({ server, speaker }: Stage, document: DocumentName): Promise<unknown> {
  const doc = new Y.Doc()
  writeParagraph(doc, 'factSummary', `${withheldMarker} late words`)
  const response = await fetch(`${server.url}/api/documents/${document}/deposits`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', authorization: `Bearer ${speaker.token}` },
    body: Buffer.from(Y.encodeStateAsUpdate(doc)),
  })
  const answer: unknown = await response.json()
  if (response.status !== 202) throw new Error(`a deposit is answered with ${JSON.stringify(answer)}`)
  return typeof answer === 'object' && answer !== null && 'deposit' in answer ? answer.deposit : null
}

function everyCommand(
  [released, withheld]: CaseId[],
  newcomer: ParticipantId,
  participantId: ParticipantId,
): ({ type: CommandType } & Record<string, unknown>)[] {
  const item = { kind: 'session', title: `${openMarker} item` }
  const record = { contact: `${withheldMarker} contact`, venue: `${openMarker} venue` }
  return [
    { type: 'meeting.open' },
    { type: 'meeting.setPolicies', attribution: 'none', defaultMarking: 'TLP:AMBER' },
    { type: 'meeting.setRecord', record },
    { type: 'agenda.set', items: [item, item] },
    { type: 'agenda.advance' },
    { type: 'case.create', title: `${withheldMarker} third case` },
    { type: 'case.setMarking', caseId: released, marking: 'TLP:GREEN' },
    { type: 'case.setClearance', caseId: released, clearance: 'anonymized', clearedBy: `${withheldMarker} office` },
    { type: 'case.setStage', caseId: withheld, stage: 'ps-trial' },
    { type: 'case.setPresenter', caseId: released, participantId },
    { type: 'board.create', title: `${openMarker} board`, columns: ['obstacle'] },
    { type: 'message.post', text: `${withheldMarker} message` },
    { type: 'participant.admit', participantId: newcomer },
    { type: 'participant.setRole', participantId: newcomer, role: 'observer' },
    { type: 'participant.remove', participantId: newcomer },
    { type: 'meeting.close' },
  ]
}

/** What is no request at all, over each edge. */
async function sendNonsense({ server, meeting, path, organizerToken, speaker }: Stage): Promise<void> {
  const { token } = speaker
  await speaker.socket.command({ type: `${withheldMarker} command`, text: `${whoMarker} refused` })
  for (const body of [`{"text": "${whoMarker}`, JSON.stringify({ [`${whoMarker} field`]: withheldMarker })]) {
    for (const route of ['/api/join', '/api/sync-tickets', `${path}/commands`]) {
      await call(server, 'POST', route, { token, body })
    }
    for (const route of ['invitations', 'roster']) {
      await call(server, 'POST', `${path}/${route}`, { token: organizerToken, body })
    }
  }
  const archive = { 'content-type': 'application/zip', authorization: `Bearer ${server.organizerKey}` }
  await fetch(`${server.url}/api/meetings/import`, { method: 'POST', headers: archive, body: `PK${withheldMarker}` })
  await call(server, 'POST', '/api/join', { body: { code: `${secretMarker}1`, name: whoMarker } })
  await call(server, 'POST', '/api/join', { body: { token: `${secretMarker}-token`, name: whoMarker } })
  await call(server, 'GET', path, { token: `${secretMarker}-bearer` })
  await call(server, 'GET', path, { headers: { cookie: `plenaria_session=${secretMarker}` } })
  await call(server, 'GET', `/api/${whoMarker}/%E0%A4%A?seat=${secretMarker}&token=${secretMarker}`)
  await call(server, 'POST', '/api/meetings', { token: `${secretMarker}-key`, body: {} })
  await call(server, 'GET', '/metrics', { token: `${secretMarker}-metrics` })
  await connectSocket(server, `${secretMarker}-socket`).catch(() => undefined)
  const refused = openDocument(server, `board/${meeting.boards[0]?.boardId}`, { ticket: `${secretMarker}-ticket` })
  await refused.refused()
  refused.destroy()
}
