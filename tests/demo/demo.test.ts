/** The demonstration: everything of the sample is in the meeting, and loading it again changes nothing. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { hashOf } from '../../server/access/secrets.ts'
import { demoMeetingId } from '../../server/demo/buildDemo.ts'
import { type DemoLink, loadDemo } from '../../server/demo/loadDemo.ts'
import { sample } from '../../server/demo/sample.ts'
import { mayLeave } from '../../server/outcomes/release.ts'
import { systemChance } from '../../server/platform/chance.ts'
import { LiveMeeting } from '../../server/proceedings/LiveMeeting.ts'
import { openStorage, type Storage } from '../../server/storage/openStorage.ts'
import type { CaseId, DocumentName } from '../../shared/contracts/ids.ts'
import { readCards } from '../../shared/documents/boardDocument.ts'
import { readCardFields } from '../../shared/documents/cardValues.ts'
import { fieldsOf, readCase } from '../../shared/documents/caseDocument.ts'
import { caseTemplate } from '../../shared/vocabulary/vocabulary.ts'
import { readTables } from '../support/database.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'plenaria-data-'))
const settings = { dataDir, databaseUrl: null, organizerKey: null }

let links: DemoLink[]
let storage: Storage
let live: LiveMeeting
beforeAll(async () => {
  links = await loadDemo(settings, systemChance)
  storage = await openStorage(dataDir)
  live = new LiveMeeting(demoMeetingId, await storage.proceedings.loadMeeting(demoMeetingId))
})
afterAll(async () => {
  await storage.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const textOf = (id: string | null) => (id === null ? '' : (live.content.get(id)?.text ?? ''))

async function documentOf(name: DocumentName): Promise<Y.Doc> {
  const doc = new Y.Doc()
  for (const { bytes } of (await storage.documents.load(name)).updates) Y.applyUpdate(doc, bytes)
  return doc
}

test('two days of agenda, its cases linked, the meeting open and at its first case', () => {
  const { agenda, currentItemId, status } = live.meeting
  expect([agenda.length, status]).toEqual([26, 'live'])
  expect(new Set(agenda.map(({ startsAt = '' }) => startsAt.slice(0, 10)))).toEqual(
    new Set(['2021-12-13', '2021-12-14']),
  )
  const items = agenda.filter(({ kind }) => kind === 'case')
  expect(items.map(({ caseId }) => caseId)).toEqual(Object.keys(live.meeting.cases))
  expect(currentItemId).toBe(items[0]?.itemId)
})

test('thirty-two people with their roles and functions, none of whom a room is told under the Chatham House Rule', () => {
  const members = Object.values(live.meeting.members)
  expect(members).toHaveLength(32)
  const count = (role: string) => members.filter((member) => member.role === role).length
  expect([count('organizer'), count('facilitator'), count('rapporteur'), count('observer')]).toEqual([1, 4, 4, 3])
  expect(members.flatMap((member) => member.function ?? []).toSorted()).toEqual([
    'chair',
    'interpreter',
    'presenter',
    'presenter',
    'presenter',
  ])
  expect(live.attribution).toBe('none')
  const shown = live.snapshot(`meeting/${demoMeetingId}`).people
  expect(Object.values(shown).flatMap((card) => Object.keys(card))).toEqual([])
})

test('three cases with owner, presenter, stage, mark and clearance', () => {
  const cases = Object.values(live.meeting.cases)
  expect(cases.map(({ marking }) => marking)).toEqual(['TLP:GREEN', 'TLP:AMBER', 'TLP:AMBER'])
  expect(cases.map(({ stage }) => stage)).toEqual(['ps-final', 'ps-first', 'ps-trial'])
  expect(cases.map(({ clearance }) => clearance)).toEqual(['anonymized', 'anonymized', 'anonymized'])
  for (const entry of cases) {
    expect(live.meeting.members[entry.ownerId]?.function).toBe('presenter')
    expect([entry.presenterId, entry.isAnonymized]).toEqual([entry.ownerId, true])
    expect(textOf(entry.titleId)).toMatch(/^Operación \S+.*\. /)
    expect(textOf(entry.clearedById)).toMatch(/\S/)
  }
})

test('every section of a case that is written in its document says something, but for the sources', async () => {
  const writable = caseTemplate.sections.filter((section) =>
    fieldsOf(section).some(({ kind }) => kind !== 'cards' && kind !== 'decided'),
  )
  for (const caseId of Object.keys(live.meeting.cases) as CaseId[]) {
    const told = new Set(readCase(await documentOf(`case/${caseId}`)).map(({ section }) => section.id))
    expect(writable.filter(({ id }) => !told.has(id)).map(({ kind }) => kind)).toEqual(['attachments'])
  }
})

test('the case on the screen has a file, which its presenter added and which can be fetched', async () => {
  const [first, ...others] = Object.values(live.meeting.cases)
  expect(first?.attachments).toMatchObject([{ addedById: first?.ownerId, mediaType: 'text/plain' }])
  expect(others.flatMap(({ attachments }) => attachments)).toEqual([])
  const [file] = first?.attachments ?? []
  const bytes = file && (await storage.attachments.chunkOf(file.attachmentId, 0))
  expect(bytes?.length).toBe(file?.bytes)
  expect(new TextDecoder().decode(bytes ?? undefined)).toContain('documento ficticio')
})

test('the boards of the sample: forty cards, five recommendations and the parking lot, each card by its author', async () => {
  const boards = Object.entries(live.meeting.boards)
  expect(boards.map(([, { titleId, columns }]) => [textOf(titleId), columns])).toEqual([
    ['Buenas prácticas', ['goodPractice']],
    ['Obstáculos comunes', ['obstacle']],
    ['Recomendaciones', ['recommendation']],
    ['Temas pendientes', ['parkedTopic']],
  ])
  const counts = []
  const told = { goodPractice: 'paragraphs', obstacle: 'paragraphs', recommendation: 'line', parkedTopic: 'title' }
  for (const [boardId, { columns }] of boards) {
    const doc = await documentOf(`board/${boardId}`)
    const cards = readCards(doc)
    counts.push(cards.length)
    for (const card of cards) {
      expect(columns).toContain(card.column)
      const fields = readCardFields(doc, card.id).map(({ kind }) => kind)
      expect(fields).toEqual(expect.arrayContaining(['title', told[card.column]]))
      if (card.caseId !== null) expect(live.meeting.cases).toHaveProperty(card.caseId)
    }
  }
  expect(counts).toEqual([20, 20, 5, 3])
  const authors = readTables(dataDir).document_update?.filter(({ document }) => String(document).startsWith('board/'))
  expect(authors).toHaveLength(48)
  expect(new Set(authors?.map(({ participant_id }) => participant_id)).size).toBeGreaterThan(10)
})

test('every card has the mark that the sample gives it, and twelve stay in the meeting', () => {
  const marks = Object.values(live.meeting.boards).flatMap(({ cardMarks }) => Object.entries(cardMarks))
  expect(Object.fromEntries(marks)).toEqual(Object.fromEntries(sample.notes.map(({ id, tlp }) => [id, tlp])))
  expect(marks.filter(([, marking]) => !mayLeave(marking))).toHaveLength(12)
})

test('the activity sheet is filled in', () => {
  expect(live.meeting.record?.activityTypes).toHaveLength(2)
  expect(textOf(live.meeting.record?.venueId ?? null)).toBe('Ciudad de Panamá')
})

test('one link per role opens as the person that it is shown for', async () => {
  expect(links.map(({ role }) => role)).toEqual(['organizer', 'facilitator', 'rapporteur', 'participant', 'observer'])
  for (const { role, name, token } of links) {
    const invitation = await storage.access.invitationByToken(hashOf(token))
    expect(invitation?.meetingId).toBe(demoMeetingId)
    if (!invitation?.participantId) throw new Error(`the link of the ${role} is nobody's`)
    expect(live.roleOf(invitation.participantId)).toBe(role)
    expect(live.people.get(invitation.participantId)?.name).toBe(name)
  }
})

test('loading it again gives the same links and changes no row', async () => {
  await storage.close()
  const before = readTables(dataDir)
  expect(await loadDemo(settings, systemChance)).toEqual(links)
  expect(readTables(dataDir)).toEqual(before)
  storage = await openStorage(dataDir)
})

test('a demonstration made with another organizer key is left alone, and the start says so', async () => {
  await storage.close()
  const before = readTables(dataDir)
  const organizerKey = 'another-organizer-key'
  await expect(loadDemo({ ...settings, organizerKey }, systemChance)).rejects.toThrow(/another organizer key/)
  expect(readTables(dataDir)).toEqual(before)
  storage = await openStorage(dataDir)
})
