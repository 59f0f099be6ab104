/** Somebody who pastes long texts, so that a reader who reads nothing has something not to read. */
import * as Y from 'yjs'
import type { Client } from './Client.ts'
import { clientFrame } from './RawSocket.ts'

const everyMs = 100
/** Beside the text that is reckoned with, and written by nobody of the traffic. */
const pastedText = 'pasted'
const pastingClientId = 2_000_000_000

export function startPasting(client: Client | undefined, bytes: number): { stop(): void } {
  if (client === undefined || bytes === 0) return { stop: () => undefined }
  const doc = new Y.Doc()
  doc.clientID = pastingClientId
  doc.on('update', (update: Uint8Array) => client.sendUpdate(clientFrame(client.writer.update(update))))
  const text = doc.getText(pastedText)
  const timer = setInterval(() => text.insert(0, 'x'.repeat(bytes)), everyMs)
  return { stop: () => clearInterval(timer) }
}
