/** What stands beside a document: words that were handed in for it, its versions, and who wrote what. */
import {
  authorsAnswer,
  depositAnswer,
  depositView,
  versionBody,
  versionEntry,
  versionsAnswer,
} from '../../../shared/contracts/http.ts'
import type { DepositId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import type { Chance } from '../../platform/chance.ts'
import type { LiveMeeting } from '../../proceedings/LiveMeeting.ts'
import { attributed } from '../../proceedings/present.ts'
import type { DepositCheck, Deposits } from '../../sync/Deposits.ts'
import type { Hub } from '../../sync/Hub.ts'
import type { VersionEntry } from '../../sync/ports.ts'
import { authorsOf } from '../authorsOf.ts'
import { type DocumentPorts, ownDocument, readableDocument } from '../ownDocument.ts'
import { type Route, route } from '../route.ts'

export interface DocumentRoutePorts extends DocumentPorts {
  hub: Hub
  deposits: Deposits
  chance: Chance
}

const octets = 'application/octet-stream'

export function documentRoutes(ports: DocumentRoutePorts): Route[] {
  return [...depositRoutes(ports), ...versionRoutes(ports), authorsRoute(ports)]
}

function depositRoutes({ deposits, chance, ...ports }: DocumentRoutePorts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/documents/{document}/deposits',
      summary: 'Hands in words (a Yjs update) that their author may no longer write into their document',
      caller: 'any seat',
      upload: { mediaType: octets, limitBytes: limits.documentBytes },
      status: 202,
      answer: { schema: depositAnswer },
      async handle({ seat, params, upload: update }) {
        const { live, document } = await ownDocument(ports, seat, params.document)
        const depositId = chance.id() as DepositId
        // A look at the words costs a copy of the document: nobody has it for a deposit that is refused anyway.
        ports.proceedings.requireDeposit(live, { ...seat, depositId, document })
        requireWhole(await deposits.check(document, seat.participantId, update))
        await ports.proceedings.deposit(live.meetingId, { ...seat, depositId, document, update })
        return { deposit: depositId }
      },
    }),
    route({
      method: 'get',
      path: '/api/documents/{document}/deposits/{depositId}',
      summary: 'The words of a deposit that waits, for the moderators and their author',
      caller: 'seat',
      answer: { schema: depositView },
      async handle({ seat, params }) {
        const { live, document } = await readableDocument(ports, seat, params.document)
        const deposit = await deposits.read(params.depositId as DepositId)
        const isOwn = deposit?.participantId === seat.participantId
        if (!deposit || deposit.document !== document || !(isOwn || moderates(live, seat.participantId))) {
          throw new ProblemError('not-found', 'No such deposit is waiting for you.')
        }
        const { depositId, participantId, text } = deposit
        return { deposit: depositId, document, participantId, text }
      },
    }),
  ]
}

function requireWhole(check: DepositCheck): void {
  if (check === 'unreadable') throw new ProblemError('invalid-request', 'The body is not a Yjs update.')
  if (check === 'forged') {
    throw new ProblemError('forbidden', 'These words are under the name of somebody who has the document open.')
  }
  if (check === 'incomplete') {
    const detail = 'Earlier words of yours are missing: send one update with all that the server does not have.'
    throw new ProblemError('not-now', detail)
  }
}

function versionRoutes({ hub, ...ports }: DocumentRoutePorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/documents/{document}/versions',
      summary: 'The versions of a document, newest first',
      caller: 'seat',
      answer: { schema: versionsAnswer },
      async handle({ seat, params }) {
        const { live, document } = await readableDocument(ports, seat, params.document)
        const versions = await hub.history.versions(document)
        return { versions: versions.map((entry) => shown(entry, live)) }
      },
    }),
    route({
      method: 'post',
      path: '/api/documents/{document}/versions',
      summary: 'Keeps the document as it is now, under a name',
      caller: 'seat',
      body: versionBody,
      status: 201,
      answer: { schema: versionEntry },
      async handle({ seat, params, body }) {
        const { live, document, access } = await readableDocument(ports, seat, params.document)
        if (access !== 'write') throw new ProblemError('forbidden', 'Only who may write in it names its versions.')
        const named = (await hub.history.versions(document)).filter(({ kind }) => kind === 'named')
        if (named.length >= limits.namedVersionsPerDocument) {
          throw new ProblemError('not-now', `A document has at most ${limits.namedVersionsPerDocument} named versions.`)
        }
        const entry = await hub.keepVersion(document, { kind: 'named', name: body.name, by: seat.participantId })
        return shown(entry, live)
      },
    }),
    route({
      method: 'get',
      path: '/api/documents/{document}/versions/{versionId}',
      summary: 'The whole state of a version as one Yjs update',
      caller: 'seat',
      answer: { mediaType: octets },
      async handle({ seat, params, response }) {
        const { document } = await readableDocument(ports, seat, params.document)
        const state = await hub.history.stateOf(document, params.versionId ?? '')
        if (!state) throw new ProblemError('not-found', 'This document has no such version.')
        response.type(octets).set('cache-control', 'private, no-store').send(Buffer.from(state))
      },
    }),
  ]
}

function shown({ versionId, kind, name, at, participantId }: VersionEntry, live: LiveMeeting) {
  const card = participantId === null ? undefined : live.people.get(participantId)
  return { version: versionId, kind, name, at, by: card ? attributed(card, live.attribution) : null }
}

function authorsRoute({ hub, ...ports }: DocumentRoutePorts): Route {
  return route({
    method: 'get',
    path: '/api/documents/{document}/authors',
    summary: 'Who wrote every character, as far as the policy shows people',
    caller: 'seat',
    answer: { schema: authorsAnswer },
    async handle({ seat, params }) {
      const { live, document } = await readableDocument(ports, seat, params.document)
      if (live.attribution === 'none') {
        throw new ProblemError('forbidden', 'In this meeting nothing is attributed to anybody.')
      }
      return authorsOf(await hub.authors(document), live)
    },
  })
}

function moderates(live: LiveMeeting, participantId: OwnSeat): boolean {
  return judge('moderators.read', live.roleOf(participantId), live.meeting.status) === 'allowed'
}

type OwnSeat = Parameters<LiveMeeting['roleOf']>[0]
