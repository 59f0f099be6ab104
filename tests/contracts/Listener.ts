/** Somebody who must not know who the others are: opens and asks for all that there is, and keeps every byte of it. */
import { exportFormats } from '../../server/outcomes/exports.ts'
import type { JoinAnswer, MeetingView } from '../../shared/contracts/http.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { languages } from '../../shared/contracts/terms.ts'
import { call } from '../support/api.ts'
import { openDocument, type TestDocument } from '../support/document.ts'
import type { Server } from '../support/server.ts'
import { connectSocket, type TestSocket } from '../support/socket.ts'

export class Listener {
  readonly server: Server
  readonly #name: string
  readonly #person: JoinAnswer
  readonly #sockets: TestSocket[] = []
  readonly #documents = new Map<string, TestDocument>()
  readonly #answers = new Map<string, string>()

  private constructor(server: Server, name: string, person: JoinAnswer) {
    this.server = server
    this.#name = name
    this.#person = person
  }

  /** Connected from the start, so that everything that happens arrives. */
  static async of(server: Server, name: string, person: JoinAnswer): Promise<Listener> {
    const listener = new Listener(server, name, person)
    await listener.#connect()
    return listener
  }

  async #connect(): Promise<void> {
    this.#sockets.push(await connectSocket(this.server, this.#person.token))
  }

  async opens(document: string): Promise<TestDocument> {
    const opened = openDocument(this.server, document, { token: this.#person.token, confirm: true })
    this.#documents.set(document, opened)
    await opened.synced()
    return opened
  }

  /** Asks for every page that there is, those that are refused too, and comes in anew: snapshots, not only events. */
  async reads({ id, plenaryId }: MeetingView, another: ParticipantId): Promise<void> {
    const path = `/api/meetings/${id}`
    const streams = [`meeting/${id}`, `room/${plenaryId}`, `moderators/${id}`, `person/${another}`]
    const pages = [
      '/api/seats',
      '/api/openapi.json',
      '/metrics',
      path,
      `${path}/attendance`,
      `${path}/exports/preview`,
      `${path}/exports/docx?attribution=name`,
      `${path}/exports/archive`,
      ...streams.flatMap((stream) => [`${path}/streams/${stream}`, `${path}/streams/${stream}/messages`]),
    ]
    for (const page of pages) await this.#asks('GET', page)
    await this.#asks('POST', `${path}/roster/preview`, 'name\nSomebody\n', { 'content-type': 'text/csv' })
    await this.#asks('POST', `${path}/invitations`, { role: 'participant' })
    await this.#asks('POST', `${path}/commands`, { type: 'message.post', text: 'Words of my own' })
    await this.#connect()
    await this.#sockets.at(-1)?.snapshot(`room/${plenaryId}`)
  }

  async #asks(method: string, page: string, body?: unknown, headers: Record<string, string> = {}): Promise<void> {
    const { token } = this.#person
    const answer = await call(this.server, method, page, { token, headers, ...(body === undefined ? {} : { body }) })
    const head = JSON.stringify([...answer.headers])
    this.#answers.set(`${method} ${page}`, `${answer.status}\n${head}\n${JSON.stringify(answer.body)}`)
  }

  /** The report in every format and language, as bytes. */
  async exports(meetingId: string): Promise<Map<string, Uint8Array>> {
    const files = new Map<string, Uint8Array>()
    for (const format of Object.keys(exportFormats)) {
      for (const language of languages) {
        const path = `/api/meetings/${meetingId}/exports/${format}?language=${language}`
        const headers = { authorization: `Bearer ${this.#person.token}` }
        const response = await fetch(new URL(path, this.server.url), { headers })
        if (!response.ok) throw new Error(`${path} answers ${response.status}`)
        this.#answers.set(`head of ${path}`, JSON.stringify([...response.headers]))
        files.set(`${format} in ${language}`, new Uint8Array(await response.arrayBuffer()))
      }
    }
    return files
  }

  /** All that came in so far, by what brought it. */
  get received(): Map<string, string> {
    return new Map(
      [
        ...this.#sockets.map(({ packets }, index) => [`socket ${index}`, packets.join('\n')] as const),
        ...[...this.#documents].map(([name, { frames }]) => [name, frames.join('\n')] as const),
        ...this.#answers,
      ].map(([what, bytes]) => [`${this.#name}: ${what}`, bytes]),
    )
  }

  leave(): void {
    for (const socket of this.#sockets) socket.close()
    for (const document of this.#documents.values()) document.destroy()
  }
}
