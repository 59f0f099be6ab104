/**
 * Puts the demonstration into a data folder, once: it is built in a folder of its own and moved over as a whole, so a
 * start that is cut short leaves nothing half-made. The links are made from the organizer key, so each start can show
 * them again although only their hashes are stored.
 */
import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { InvitationId } from '../../shared/contracts/ids.ts'
import type { Role } from '../../shared/contracts/terms.ts'
import { freeCode } from '../access/Founding.ts'
import { loadOrganizerKey } from '../access/organizerKey.ts'
import { hashOf } from '../access/secrets.ts'
import type { ArchivedMeeting } from '../archive/archivedMeeting.ts'
import { ConfigError } from '../platform/ConfigError.ts'
import type { Chance } from '../platform/chance.ts'
import type { Clock } from '../platform/clock.ts'
import type { Config } from '../platform/config.ts'
import { openStorage, type Storage } from '../storage/openStorage.ts'
import { buildDemo, demoMeetingId, demoOrganizer } from './buildDemo.ts'
import { participantIdOf, shownPeople } from './demoPeople.ts'
import { sample } from './sample.ts'

export interface DemoLink {
  role: Role
  name: string
  token: string
}

/** Between one thing that happens in the demonstration and the next. */
const stepMs = 5_000

/** Leaves a demonstration that is there as it is. Gives one link per role. */
export async function loadDemo(
  { dataDir, databaseUrl, organizerKey }: Pick<Config, 'dataDir' | 'databaseUrl' | 'organizerKey'>,
  chance: Chance,
): Promise<DemoLink[]> {
  const storage = await openStorage(dataDir, databaseUrl)
  try {
    const { key } = await loadOrganizerKey(organizerKey, dataDir, chance)
    const secretOf = (sampleId: string) => createHmac('sha256', key).update(`demo ${sampleId}`).digest('base64url')
    if (!(await storage.access.invitationByToken(hashOf(secretOf(demoOrganizer))))) {
      await moveIn(storage, chance, (sampleId) => hashOf(secretOf(sampleId)))
    }
    return shownPeople().map(({ role, person }) => ({ role, name: person.displayName, token: secretOf(person.id) }))
  } finally {
    await storage.close()
  }
}

async function moveIn(storage: Storage, chance: Chance, tokenHashOf: (sampleId: string) => string): Promise<void> {
  const code = await freeCode(storage.access, chance)
  const built = await demoOf(chance, code, tokenHashOf)
  const hashes = new Map(sample.participants.map(({ id }) => [participantIdOf(id), tokenHashOf(id)]))
  const outcome = await storage.archives.restore({
    ...built,
    invitations: built.invitations.flatMap((line) => {
      const tokenHash = line.participantId === null ? undefined : hashes.get(line.participantId)
      return tokenHash === undefined ? [] : [{ ...line, tokenHash }]
    }),
    organizer: {
      participantId: participantIdOf(demoOrganizer),
      invitationId: chance.id() as InvitationId,
      tokenHash: tokenHashOf(demoOrganizer),
      at: built.meeting.createdAt,
    },
  })
  if (outcome === 'restored') return
  throw new ConfigError(
    'DATA_DIR holds a demonstration whose links another organizer key made: start with that key, or give another folder.',
  )
}

async function demoOf(
  chance: Chance,
  code: string,
  tokenHashOf: (sampleId: string) => string,
): Promise<ArchivedMeeting> {
  const folder = await mkdtemp(path.join(tmpdir(), 'plenaria-demo-'))
  const storage = await openStorage(folder)
  try {
    await buildDemo({ storage, chance, clock: clockOfTheDay(), tokenHashOf, code })
    const built = await storage.archives.collect(demoMeetingId)
    if (!built) throw new Error('the demonstration was built and is not there')
    return built
  } finally {
    await storage.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** It happens on the morning of its first day, whenever it is loaded. */
function clockOfTheDay(): Clock {
  let now = Date.parse(`${sample.meeting.startDate}T13:00:00Z`)
  const nothing = { cancel: () => undefined }
  return {
    now() {
      now += stepMs
      return now
    },
    after: () => nothing,
    every: () => nothing,
  }
}

/** What the terminal shows: links are secrets, so they go there and not into the log. */
export function demoWelcome(url: string, links: DemoLink[]): string {
  const width = Math.max(...links.map(({ role, name }) => `${role}  ${name}`.length))
  const lines = links.map(({ role, name, token }) => `  ${`${role}  ${name}`.padEnd(width)}  ${url}/j#${token}`)
  return ['', `The demonstration is here (${sample.meeting.title.en}).`, 'One link per role:', ...lines, '', ''].join(
    '\n',
  )
}
