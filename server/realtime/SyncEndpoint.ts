/**
 * `/sync/<document>`: turns a WebSocket into a peer of the hub. The upgrade is always accepted; who may not come in is
 * closed with the code that says why [HS1], because browsers cannot see an HTTP status.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { type CloseCode, closeCodes } from '../../shared/contracts/closeCodes.ts'
import { type DocumentName, documentName, type MeetingId } from '../../shared/contracts/ids.ts'
import { limits } from '../../shared/contracts/limits.ts'
import { accessTo } from '../../shared/proceedings/documents.ts'
import type { DocumentAccess } from '../../shared/proceedings/policy.ts'
import type { Identity } from '../access/Identity.ts'
import type { Origins } from '../access/origins.ts'
import type { Seat } from '../access/ports.ts'
import type { SyncTickets } from '../access/SyncTickets.ts'
import type { Clock } from '../platform/clock.ts'
import type { Log } from '../platform/log.ts'
import type { Proceedings } from '../proceedings/Proceedings.ts'
import type { Client, Hub } from '../sync/Hub.ts'
import { SyncSocket } from './SyncSocket.ts'

/** A socket that answered no ping for this long is dead: wifi that went away sends no goodbye. */
const pingMs = 20_000

export interface SyncPorts {
  hub: Hub
  identity: Identity
  tickets: SyncTickets
  origins: Origins
  proceedings: Proceedings
  meetingOfDocument(document: DocumentName): Promise<MeetingId | null>
  clock: Clock
  log: Log
  /** A limit ended a connection before it was one. */
  limited(limit: 'admissionMs'): void
}

interface Admission {
  seat: Seat
  document: DocumentName
  access: Exclude<DocumentAccess, 'none'>
  clientId: number | undefined
}

export class SyncEndpoint {
  readonly #ports: SyncPorts
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.documentBytes,
    perMessageDeflate: false,
    WebSocket: SyncSocket,
  })
  readonly #alive = new WeakSet<WebSocket>()

  constructor(ports: SyncPorts) {
    this.#ports = ports
    ports.clock.every(pingMs, () => this.#ping())
  }

  readonly handleUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    this.#server.handleUpgrade(request, socket, head, (webSocket) => {
      // Its frames wait in the kernel until it is known who sends them.
      webSocket.pause()
      this.#alive.add(webSocket)
      // `ws` closes by itself and with the right code; without a listener the error would end the process.
      webSocket.on('error', () => undefined)
      const late = this.#ports.clock.after(limits.admissionMs, () => {
        this.#ports.limited('admissionMs')
        webSocket.terminate()
      })
      const judged = this.#admit(request).finally(() => late.cancel())
      judged.then(
        (admission) => {
          if (webSocket.readyState !== webSocket.OPEN) return
          if (typeof admission === 'number') webSocket.close(admission)
          else this.#connect(webSocket, admission, new URL(request.url ?? '', 'http://local').searchParams)
          webSocket.resume()
        },
        (error: Error) => {
          this.#ports.log.error({ err: error }, 'a document connection could not be judged')
          webSocket.resume()
          webSocket.close(closeCodes.restarting)
        },
      )
    })
  }

  /** Gives the closing handshakes a moment, then ends what is left. */
  async stop(graceMs: number): Promise<void> {
    const open = [...this.#server.clients]
    const closed = open.map((socket) => new Promise((resolve) => socket.once('close', resolve)))
    const grace = new Promise((resolve) => this.#ports.clock.after(graceMs, () => resolve(undefined)))
    await Promise.race([Promise.all(closed), grace])
    for (const socket of this.#server.clients) socket.terminate()
    this.#server.close()
  }

  async #admit(request: IncomingMessage): Promise<Admission | CloseCode> {
    const { identity, tickets, origins, proceedings } = this.#ports
    if (!origins.allows(request.headers.origin)) return closeCodes.forbidden
    const url = new URL(request.url ?? '', 'http://local')
    const document = documentName.safeParse(safeDecode(url.pathname.slice('/sync/'.length)))
    const ticket = url.searchParams.get('ticket')
    const redeemed = ticket !== null && document.success ? tickets.redeem(ticket, document.data) : null
    const { authorization, cookie } = request.headers
    const chosen = url.searchParams.get('seat') ?? undefined
    const seat = ticket === null ? await identity.seatOf({ authorization, cookie, seat: chosen }) : redeemed?.seat
    if (!seat) return closeCodes.signedOut
    const meetingId = document.success ? await this.#ports.meetingOfDocument(document.data) : null
    if (!document.success || meetingId === null) return closeCodes.unknownDocument
    const live = meetingId === seat.meetingId ? await proceedings.meeting(meetingId) : null
    if (!live) return closeCodes.forbidden
    const access = accessTo(live.meeting, document.data, live.roleOf(seat.participantId))
    if (access === 'none') return closeCodes.forbidden
    return { seat, document: document.data, access, clientId: redeemed?.clientId }
  }

  #connect(webSocket: WebSocket, { seat, document, access, clientId }: Admission, query: URLSearchParams): void {
    const client: Client = this.#ports.hub.connect({
      document,
      participantId: seat.participantId,
      scope: seat.meetingId,
      writable: access === 'write',
      confirm: query.get('confirm') === '1',
      clientId,
      peer: {
        send: (frame) => webSocket.send(frame),
        close: (code, reason) => webSocket.close(code, reason),
        get backlogBytes() {
          return webSocket.bufferedAmount
        },
      },
    })
    webSocket.on('pong', () => this.#alive.add(webSocket))
    webSocket.on('message', (data, isBinary) => {
      if (isBinary) client.receive(new Uint8Array(data as Buffer))
      else webSocket.close(closeCodes.malformed, 'frames are binary')
    })
    webSocket.on('close', () => client.ended())
  }

  #ping(): void {
    for (const socket of this.#server.clients) {
      if (this.#alive.delete(socket)) socket.ping()
      else socket.terminate()
    }
  }
}

/** Both `/sync/case/ID` and `/sync/case%2FID` name a document. */
function safeDecode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return ''
  }
}
