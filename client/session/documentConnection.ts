/**
 * The port between a document's session and the wire, and its one implementation over y-websocket's provider: it
 * counts the frames that leave, reads our own frame types, and says in a session's events what happened. It decides
 * nothing: the meaning is in documentState.
 */
import { readVarUint } from 'lib0/decoding'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import { closeCodes } from '../../shared/contracts/closeCodes.ts'
import type { DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { type AccessCode, accessCodes, frameTypes, syncTypes } from '../../shared/contracts/sync.ts'

/** What a connection reports; times are added by whoever listens. */
export interface ConnectionListener {
  opened(): void
  synced(): void
  access(code: AccessCode): void
  trouble(isTrouble: boolean): void
  quarantined(): void
  sent(frame: 'step2' | 'update'): void
  confirmed(frames: number): void
  lost(): void
  refused(code: number): void
}

export interface DocumentConnection {
  /** Changes that this connection itself brought from the server carry this origin. */
  readonly origin: unknown
  dispose(): void
}

export type Connect = (doc: Y.Doc, awareness: Awareness, listener: ConnectionListener) => DocumentConnection

export interface Endpoint {
  /** Where the server's `/sync` is, e.g. `wss://host/sync`. */
  url: string
  document: DocumentName
  seat: ParticipantId
}

/** Connects to the server's sync endpoint with confirmations; reconnects by itself until it is refused for good. */
export function syncConnection({ url, document, seat }: Endpoint): Connect {
  return (doc, awareness, listener) => {
    const provider = new WebsocketProvider(url, document, doc, {
      awareness,
      params: { confirm: '1', seat },
      disableBc: true,
      WebSocketPolyfill: countingSocket(listener),
    })
    provider.messageHandlers[frameTypes.saved] = (_encoder, decoder) => listener.confirmed(readVarUint(decoder))
    provider.messageHandlers[frameTypes.access] = (_encoder, decoder) =>
      listener.access(accessCodeOf(readVarUint(decoder)))
    provider.messageHandlers[frameTypes.trouble] = (_encoder, decoder) => listener.trouble(readVarUint(decoder) === 1)
    provider.on('connection-close', (event) => {
      if (event?.code === closeCodes.quarantined) listener.quarantined()
    })
    provider.on('status', ({ status }) => {
      if (status === 'connected') listener.opened()
      if (status === 'disconnected') listener.lost()
    })
    provider.on('sync', (synced) => {
      if (synced) listener.synced()
    })
    provider.on('closed', ({ code }) => listener.refused(code))
    return { origin: provider, dispose: () => provider.destroy() }
  }
}

/** A code that is not known here (a newer server's) is some reason why nothing can be written. */
function accessCodeOf(value: number): AccessCode {
  return Object.values(accessCodes).find((code) => code === value) ?? accessCodes.readOnly
}

/** The provider does not say what it sends; the socket does. */
function countingSocket(listener: ConnectionListener): typeof WebSocket {
  return class extends WebSocket {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      super.send(data)
      if (!(data instanceof Uint8Array) || data[0] !== frameTypes.sync) return
      if (data[1] === syncTypes.step2) listener.sent('step2')
      if (data[1] === syncTypes.update) listener.sent('update')
    }
  }
}
