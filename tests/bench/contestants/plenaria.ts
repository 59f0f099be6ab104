/**
 * Our own server as people run it: the built one, SQLite in a folder, every commit on the disk, and in it an open
 * meeting in which each person has a seat of their own and each document is a case. Variants change the disk only.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { limits } from '../../../shared/contracts/limits.ts'
import { admit, command, createMeeting } from '../../support/api.ts'
import { startServer } from '../../support/server.ts'
import { projectRoot } from '../benchFolder.ts'
import type { Seat } from '../load/Job.ts'
import type { Contestant, Demand, Running } from './Contestant.ts'

type Server = Awaited<ReturnType<typeof startServer>>

interface Person {
  token: string
  participantId: string
}

/** What was made on a folder of data, for the server that is started on it again. */
interface Made {
  documents: string[]
  people: Person[]
}

/** More documents make further meetings. */
const { casesPerMeeting } = limits
const peopleAtOnce = 10

export function plenaria(name: string, disk?: 'slow' | 'lazy'): Contestant {
  const made = new Map<string, Made>()
  return {
    name,
    framing: 'y-websocket',
    keepsDocuments: true,
    // What was confirmed is on the disk: there is nothing to wait for but the last commit.
    settleMs: 1_000,
    saturationFrom: 1_500,
    async start(demand) {
      const { dataDir } = demand
      const slowWhile = join(dataDir, 'slow')
      const server = await startServer({ dataDir, env: { NODE_ENV: 'production', ...diskOf(disk, slowWhile) } })
      const { documents, people } = made.get(dataDir) ?? (await make(server, demand))
      made.set(dataDir, { documents, people })
      // Only now: a slow disk should be there for the words, not for three hundred people who join.
      if (disk === 'slow') writeFileSync(slowWhile, '')
      return running(server, documents, people)
    },
  }
}

function diskOf(disk: 'slow' | 'lazy' | undefined, slowWhile: string): Record<string, string> {
  if (disk === undefined) return {}
  const preload = `--import ${join(projectRoot, 'tests/bench/servers/disk.mjs')}`
  return { NODE_OPTIONS: preload, ...(disk === 'slow' ? { BENCH_SLOW_WHILE: slowWhile } : { BENCH_LAZY: '1' }) }
}

function running(server: Server, documents: string[], people: Person[]): Running {
  const origin = server.url.replace(/^http/, 'ws').replace(/\/$/, '')
  return {
    pid: server.pid,
    async stop() {
      await server.stop()
    },
    seat(document, person): Seat {
      const name = documents[document] ?? ''
      const { token, participantId } = people[person] ?? { token: '', participantId: '' }
      return {
        url: `${origin}/sync/${name}?confirm=1`,
        headers: { authorization: `Bearer ${token}` },
        document: name,
        participantId,
        token,
      }
    },
  }
}

async function make(server: Server, { documents, people }: Demand): Promise<Made> {
  const made: Made = { documents: [], people: [] }
  while (made.documents.length < documents) {
    const { meeting, organizerToken } = await createMeeting(server)
    await command(server, organizerToken, meeting.id, { type: 'meeting.open' })
    for (let count = 0; count < casesPerMeeting && made.documents.length < documents; count++) {
      const events = await command(server, organizerToken, meeting.id, { type: 'case.create', title: `Caso ${count}` })
      for (const event of events) if (event.type === 'case.created') made.documents.push(`case/${event.caseId}`)
    }
    if (people === 0) made.people.push({ token: organizerToken, participantId: meeting.me.participantId })
    while (made.people.length < people) {
      const batch = Array.from({ length: Math.min(peopleAtOnce, people - made.people.length) }, async (_, index) => {
        const invitation = { role: 'participant' as const, name: `Persona ${made.people.length + index}` }
        const { token, participant } = await admit(server, organizerToken, meeting.id, invitation)
        return { token, participantId: participant.id }
      })
      made.people.push(...(await Promise.all(batch)))
    }
  }
  return made
}

/** Where no people were asked for, each meeting has its organizer only: whose seat opens a document. */
export function ownerOf(document: number): number {
  return Math.floor(document / casesPerMeeting)
}
