/** The composition root: the only file that sees everything. Makes the houses, ties their ports, starts and stops. */
import { readFileSync } from 'node:fs'
import http, { type Server } from 'node:http'
import https from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import type { DocumentName, InvitationId, MeetingId, ParticipantId } from '../shared/contracts/ids.ts'
import { accessTo } from '../shared/proceedings/documents.ts'
import { freeCode } from './access/Founding.ts'
import { Failures } from './access/failures.ts'
import { Identity } from './access/Identity.ts'
import { Invitations } from './access/Invitations.ts'
import { Joining } from './access/Joining.ts'
import { loadOrganizerKey, type OrganizerKey } from './access/organizerKey.ts'
import { originsOf } from './access/origins.ts'
import type { AccessStore } from './access/ports.ts'
import { SyncTickets } from './access/SyncTickets.ts'
import { hashOf } from './access/secrets.ts'
import { MeetingArchives } from './archive/MeetingArchives.ts'
import type { Doors } from './archive/ports.ts'
import { createHttp } from './http/createHttp.ts'
import { organizerGate } from './http/organizerGate.ts'
import { archiveRoutes } from './http/routes/archive.ts'
import { attachmentRoutes } from './http/routes/attachments.ts'
import { attendanceRoutes } from './http/routes/attendance.ts'
import { documentRoutes } from './http/routes/documents.ts'
import { exportRoutes } from './http/routes/exports.ts'
import { joinRoutes } from './http/routes/join.ts'
import { meetingRoutes } from './http/routes/meetings.ts'
import { operationsRoutes } from './http/routes/operations.ts'
import { rosterRoutes } from './http/routes/roster.ts'
import { streamRoutes } from './http/routes/streams.ts'
import { syncRoutes } from './http/routes/sync.ts'
import type { Chance } from './platform/chance.ts'
import type { Clock } from './platform/clock.ts'
import type { Config } from './platform/config.ts'
import { emptyIncoming } from './platform/incomingFile.ts'
import { listen } from './platform/listening.ts'
import type { Log } from './platform/log.ts'
import { createMetrics } from './platform/metrics.ts'
import { deflating, deflatingFromOutside } from './platform/packing.ts'
import { Attachments } from './proceedings/Attachments.ts'
import { Attendance } from './proceedings/Attendance.ts'
import type { LiveMeeting } from './proceedings/LiveMeeting.ts'
import { Proceedings } from './proceedings/Proceedings.ts'
import { Gateway } from './realtime/Gateway.ts'
import { SyncEndpoint } from './realtime/SyncEndpoint.ts'
import { routeUpgrades } from './realtime/upgradeRouter.ts'
import { documentForms } from './storage/documentForms.ts'
import { openStorage } from './storage/openStorage.ts'
import { Deposits } from './sync/Deposits.ts'
import { Hub } from './sync/Hub.ts'
import { hubReport } from './sync/hubReport.ts'
import { CorruptDocument } from './sync/ports.ts'

/** How long a request may take to arrive: the largest file over a line of 25 KB a second. */
const requestTimeoutMs = 900_000

/** How long open sockets get for their closing handshake. */
const closingGraceMs = 1_500

export interface AppPorts {
  config: Config
  clock: Clock
  chance: Chance
  log: Log
  /** Where the built client lies. */
  clientFolder: string
}

export interface App {
  url: string
  /** Where it listens: with PORT=0 nobody else knows, since the url may be that of a proxy. */
  port: number
  organizerKey: OrganizerKey
  stop(): Promise<void>
}

export async function startApp({ config, clock, chance, log, clientFolder }: AppPorts): Promise<App> {
  const storage = await openStorage(config.dataDir, config.databaseUrl)
  const incomingFolder = path.join(config.dataDir, 'incoming')
  await emptyIncoming(incomingFolder)
  const organizerKey = await loadOrganizerKey(config.organizerKey, config.dataDir, chance)
  const server = createServer(config.tls)
  await listen(server, config)
  const { port } = server.address() as AddressInfo
  const publicUrl = config.publicUrl ?? loopbackUrl(port, config)
  const allowedOrigins = [publicUrl, ...config.allowedOrigins]

  const metrics = createMetrics()
  const proceedings = new Proceedings({
    store: storage.proceedings,
    clock,
    chance,
    report: (type, outcome) => metrics.commands.inc({ type, outcome }),
  })
  const report = hubReport(metrics, log, {
    wrote(scope, participantId) {
      proceedings.contributed(scope as MeetingId, participantId).catch((err: Error) => {
        log.error({ err }, 'the first contribution could not be noted; the next one notes it')
      })
    },
    filled(scope, participantId, document) {
      proceedings.filled(scope as MeetingId, participantId, document).catch((err: Error) => {
        log.error({ err }, 'the moderators could not be told that a document is full')
      })
    },
  })
  const hub = new Hub({ store: storage.documents, clock, chance, packing: deflating, report })
  const failed = (err: Error) => log.error({ err }, 'a deposit could not be written into its document; it is kept')
  const deposits = new Deposits({ store: storage.deposits, hub, failed })
  // Beside the start, which does not wait for a disk that is full.
  deposits.keepRecovering(clock)
  const identity = new Identity(storage.access)
  const invitations = new Invitations({ inviter: proceedings, chance, publicUrl })
  const tickets = new SyncTickets({ clock, chance })
  const origins = originsOf(publicUrl, config.allowedOrigins)
  const failures = new Failures()
  const { meetingOfDocument } = storage
  const attendance = new Attendance({ store: storage.attendance, clock })
  const attachments = new Attachments({ proceedings, store: storage.attachments, folder: incomingFolder, chance })
  const archives = new MeetingArchives({
    store: storage.archives,
    doors: doorsOf(storage.access, chance),
    forms: documentForms(deflatingFromOutside),
    clock,
  })

  const keptBeforePhase = { kind: 'phase', name: null, by: null } as const
  const notKept = (err: Error) => log.error({ err }, 'a document was locked and no version of it could be kept')
  proceedings.onChange(({ live, events }) => {
    for (const event of events) {
      if (event.type === 'deposit.accepted') deposits.settle(event.depositId).catch(failed)
      if (event.type === 'document.locked') hub.keepVersion(event.document, keptBeforePhase).catch(notKept)
    }
    if (!events.some((event) => changesAccess.has(event.type))) return
    hub.review(live.meetingId, (document, participantId) =>
      accessTo(live.meeting, document, live.roleOf(participantId)),
    )
  })

  const app = createHttp({
    routes: [
      ...operationsRoutes({ metrics, metricsToken: config.metricsToken, notReady: () => notReady(storage.ping, hub) }),
      ...joinRoutes({
        joining: new Joining({ store: storage.access, door: proceedings, failures, chance, clock }),
        identity,
        proceedings,
        isSecure: publicUrl.startsWith('https:'),
      }),
      ...attendanceRoutes({ proceedings, attendance }),
      ...rosterRoutes({ proceedings, accessStore: storage.access, invitations }),
      ...meetingRoutes({
        proceedings,
        accessStore: storage.access,
        invitations,
        chance,
        publicUrl,
      }),
      ...attachmentRoutes({ proceedings, attachments }),
      ...streamRoutes({ proceedings }),
      ...syncRoutes({ proceedings, tickets, meetingOfDocument }),
      ...documentRoutes({ proceedings, meetingOfDocument, hub, deposits, chance }),
      ...archiveRoutes({ proceedings, archives, publicUrl }),
      ...exportRoutes({ proceedings, attendance, clock, readDocument: readableOf(hub) }),
    ],
    gate: { identity, requireOrganizerKey: organizerGate(organizerKey.key, failures) },
    origins,
    allowedOrigins,
    publicUrl,
    clientFolder,
    trustProxy: config.trustProxy,
    log,
    chance,
  })
  server.on('request', app)
  const arrived = (live: LiveMeeting, participantId: ParticipantId) => {
    attendance.note(live, participantId).catch((err: Error) => {
      log.error({ err }, 'an attendance could not be noted; the next socket notes it')
    })
  }
  const gatewayPorts = { identity, origins, proceedings, clock, chance, log, metrics, arrived }
  const gateway = new Gateway(server, gatewayPorts, allowedOrigins)
  const limited = (limit: string) => metrics.limitsReached.inc({ limit })
  const syncPorts = { hub, identity, tickets, origins, proceedings, meetingOfDocument, clock, log, limited }
  const sync = new SyncEndpoint(syncPorts)
  routeUpgrades(server, sync.handleUpgrade)

  return {
    url: publicUrl,
    port,
    organizerKey,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      await hub.stop()
      // Neither a client that does not answer nor a request that does not end may hold up the end of the process.
      const grace = new Promise((resolve) => clock.after(closingGraceMs, () => resolve(undefined)))
      const gone = gateway.stop()
      await sync.stop(closingGraceMs)
      server.closeAllConnections()
      await Promise.race([Promise.all([closed, gone]), grace])
      await storage.close()
    },
  }
}

/** How access lets in a meeting that arrives from another instance. */
function doorsOf(store: AccessStore, chance: Chance): Doors {
  return {
    freeCode: (wanted) => freeCode(store, chance, wanted),
    newSecret() {
      const secret = chance.secret()
      return { secret, hash: hashOf(secret) }
    },
    newInvitationId: () => chance.id() as InvitationId,
  }
}

/** What can give or take a right to a document. */
const changesAccess: ReadonlySet<string> = new Set([
  'meeting.opened',
  'meeting.closed',
  'participant.removed',
  'participant.roleSet',
  'document.locked',
  'document.unlocked',
])

/** Documents for a report: a damaged one must not keep the others in. */
function readableOf(hub: Hub) {
  return async (document: DocumentName) => {
    try {
      return await hub.read(document)
    } catch (error) {
      if (error instanceof CorruptDocument) return null
      throw error
    }
  }
}

async function notReady(ping: () => Promise<void>, hub: Hub): Promise<string | null> {
  if (hub.failure) return 'Words are in memory that could not be saved yet.'
  try {
    await ping()
    return null
  } catch {
    return 'The database does not answer.'
  }
}

function createServer(tls: Config['tls']): Server {
  if (!tls) return http.createServer({ requestTimeout: requestTimeoutMs })
  return https.createServer({
    requestTimeout: requestTimeoutMs,
    cert: readFileSync(tls.certFile),
    key: readFileSync(tls.keyFile),
  })
}

function loopbackUrl(port: number, { host, tls }: Config): string {
  return `${tls ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${port}`
}
