/**
 * A shared document over a stock `WebsocketProvider`, as a script in Node would open it. Beside what the provider says
 * it counts the frames that it sends, so that a test can wait until the server has confirmed all of them.
 */
import { readVarUint } from 'lib0/decoding'
import NodeWebSocket from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { frameTypes, syncTypes } from '../../shared/contracts/sync.ts'
import type { Target } from './api.ts'
import { until } from './until.ts'

export interface DocumentOptions {
  /** Sent as a bearer header; leave it out to connect with a ticket or as a stranger. */
  token?: string
  ticket?: string
  /** Asks for the server's own frames; a stock client does not. */
  confirm?: boolean
  /** Continue on a document that was open before. */
  doc?: Y.Doc
}

export interface TestDocument {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Every frame as it came in, for what is hunted in bytes: Yjs writes texts as they are. */
  frames: string[]
  /** The code of the last close by the server. */
  closeCode(): number | undefined
  /** What the server last said about the right to write; undefined before, and without `confirm`. */
  isWritable(): boolean | undefined
  /** Whether the server last said that it cannot save at the moment. Needs `confirm`. */
  isInTrouble(): boolean
  synced(): Promise<void>
  /** Waits until everything that this connection sent so far is on the server's disk. Needs `confirm`. */
  saved(): Promise<void>
  /** Waits until the server has refused the connection for good, and gives the code. */
  refused(): Promise<number>
  /** Ends the connection and leaves the `Y.Doc` as it is, to go on with. */
  leave(): void
  destroy(): void
}

export function openDocument(target: Target, name: string, options: DocumentOptions = {}): TestDocument {
  const doc = options.doc ?? new Y.Doc()
  const counts = { sent: 0, confirmed: 0 }
  const frames: string[] = []
  let closeCode: number | undefined
  let refusal: number | undefined
  let writable: boolean | undefined
  let inTrouble = false

  const provider = new WebsocketProvider(`${target.url.replace(/^http/, 'ws').replace(/\/$/, '')}/sync`, name, doc, {
    params: {
      ...(options.confirm ? { confirm: '1' } : {}),
      ...(options.ticket === undefined ? {} : { ticket: options.ticket }),
    },
    disableBc: true,
    WebSocketPolyfill: nodeSocket(options.token, counts, frames),
  })
  provider.messageHandlers[frameTypes.saved] = (_encoder, decoder) => {
    counts.confirmed = readVarUint(decoder)
  }
  provider.messageHandlers[frameTypes.access] = (_encoder, decoder) => {
    writable = readVarUint(decoder) === 1
  }
  provider.messageHandlers[frameTypes.trouble] = (_encoder, decoder) => {
    inTrouble = readVarUint(decoder) === 1
  }
  provider.on('connection-close', (event) => {
    closeCode = event?.code
  })
  provider.on('closed', ({ code }) => {
    refusal = code
  })

  return {
    doc,
    provider,
    frames,
    closeCode: () => closeCode,
    isWritable: () => writable,
    isInTrouble: () => inTrouble,
    async synced() {
      await until(() => provider.synced, `${name} is synced`)
    },
    async saved() {
      await until(() => counts.confirmed >= counts.sent, `the server confirms what was sent to ${name}`)
    },
    refused: () => until(() => refusal, `${name} is refused`),
    leave() {
      provider.destroy()
      // It would go with its document, which stays.
      provider.awareness.destroy()
    },
    destroy() {
      provider.destroy()
      doc.destroy()
    },
  }
}

/** Node's WebSocket with what a browser's cannot do: a header, and a look at what leaves. Counts begin anew with each. */
function nodeSocket(
  token: string | undefined,
  counts: { sent: number; confirmed: number },
  frames: string[],
): typeof WebSocket {
  class CountingSocket extends NodeWebSocket {
    constructor(address: string | URL, protocols?: string | string[]) {
      super(address, protocols, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } })
      counts.sent = 0
      counts.confirmed = 0
      this.on('message', (data: ArrayBuffer) => frames.push(Buffer.from(data).toString()))
    }
    override send(data: NodeWebSocket.Data): void {
      super.send(data)
      if (!(data instanceof Uint8Array) || data[0] !== frameTypes.sync) return
      if (data[1] === syncTypes.step2 || data[1] === syncTypes.update) counts.sent += 1
    }
  }
  // The provider uses what both have in common: the constructor, send, close, the binary type and four handlers.
  return CountingSocket as unknown as typeof WebSocket
}
