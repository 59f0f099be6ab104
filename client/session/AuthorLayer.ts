/**
 * Who wrote each character of one open document, as the meeting's policy shows people: asks the server, asks again when
 * words come from a client id that the answer does not know, and knows what is written in this window without asking.
 * A plain object (subscribe / getSnapshot / dispose); it draws nothing and gives no names: see authorWords.ts.
 */
import type * as Y from 'yjs'
import type { AuthorsAnswer } from '../../shared/contracts/http.ts'
import type { Origin } from '../../shared/documents/origins.ts'
import type { Cancel, Clock } from '../lib/time.ts'
import { type Author, AuthorLooks, type AuthorSaid, type Written } from './authorLooks.ts'
import type { DocumentSession } from './DocumentSession.ts'
import { PointedWords } from './PointedWords.ts'

/** Shortest time between two questions: people who come in together are asked for together. */
export const askEveryMs = 2_000

/** A question that failed is asked again after this long: the line is probably down. */
export const askAgainMs = 10_000

export interface AuthorLayerSnapshot {
  state: 'loading' | 'ready' | 'failed'
  /** All who have written in the document, in the order in which the server names them. */
  authors: readonly Author[]
  /** Some words were brought by somebody else than their author. */
  hasBrought: boolean
}

export interface AuthorLayerPorts {
  ask: () => Promise<AuthorsAnswer>
  /** How the policy shows whoever sits here. */
  me: AuthorSaid
  clock: Clock
}

interface Stretch {
  from: number
  to: number
  written: Written
}

/** What the server said of one client id. */
interface Known {
  stretches: readonly Stretch[]
  /** Whose words follow the last stretch, until the next answer. */
  next: Written
}

export class AuthorLayer {
  readonly doc: Y.Doc
  /** Whose words are at hand, for whoever says it. */
  readonly pointed = new PointedWords()
  readonly #awareness: DocumentSession['awareness']
  readonly #ports: AuthorLayerPorts
  readonly #looks = new AuthorLooks()
  readonly #mine: Written
  readonly #listeners = new Set<() => void>()
  #known: ReadonlyMap<number, Known> = new Map()
  /** Clocks of ids that an answer did not know: only words after them are a reason to ask again. */
  #unanswered = new Map<number, number>()
  #snapshot: AuthorLayerSnapshot = { state: 'loading', authors: [], hasBrought: false }
  #isAsking = false
  #isDisposed = false
  #cancelAsking: Cancel | null = null

  constructor({ doc, awareness }: Pick<DocumentSession, 'doc' | 'awareness'>, ports: AuthorLayerPorts) {
    this.doc = doc
    this.#awareness = awareness
    this.#ports = ports
    this.#mine = { author: this.#looks.of(ports.me), broughtBy: null }
    doc.on('update', this.#handleUpdate)
    this.#ask()
  }

  getSnapshot = (): AuthorLayerSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  };

  /** Stretches of one author each; null is somebody of whom nothing is known (yet). */
  *writtenBy({ clientId, clock, length }: Origin): Generator<{ length: number; written: Written | null }> {
    const known = this.#known.get(clientId)
    const rest = clientId === this.doc.clientID ? this.#mine : (known?.next ?? null)
    const end = clock + length
    let at = clock
    for (const { from, to, written } of known?.stretches ?? []) {
      if (to <= at || at >= end) continue
      if (from > at) yield { length: Math.min(from, end) - at, written: rest }
      at = Math.max(at, from)
      if (at >= end) return
      yield { length: Math.min(to, end) - at, written }
      at = Math.min(to, end)
    }
    if (at < end) yield { length: end - at, written: rest }
  }

  dispose(): void {
    this.#isDisposed = true
    this.#cancelAsking?.()
    this.#listeners.clear()
    this.doc.off('update', this.#handleUpdate)
  }

  #handleUpdate = (): void => {
    if (this.#isMineMissing()) this.#publish(this.#snapshot)
    if (this.#cancelAsking === null && !this.#isAsking && this.#hasUnknown()) this.#ask()
  }

  /** Words beyond what was answered, from a client that is not here to be their author. */
  #hasUnknown(): boolean {
    return endsOf(this.doc).some(([clientId, end]) => {
      if (clientId === this.doc.clientID || end <= (this.#unanswered.get(clientId) ?? 0)) return false
      const answered = this.#known.get(clientId)?.stretches.at(-1)?.to
      return answered === undefined || (end > answered && !this.#awareness.getStates().has(clientId))
    })
  }

  #ask(): void {
    this.#isAsking = true
    const ends = new Map(endsOf(this.doc))
    this.#ports
      .ask()
      .then(
        (answer) => this.#take(answer, ends),
        () => this.#fail(),
      )
      .finally(() => {
        this.#isAsking = false
      })
  }

  #take(answer: AuthorsAnswer, ends: Map<number, number>): void {
    if (this.#isDisposed) return
    const authors = answer.authors.map((said) => this.#looks.of(said))
    const authorAt = (place: number) => authors[place] ?? this.#mine.author
    this.#known = new Map(
      answer.clients.map(({ clientId, stretches }) => {
        const own = stretches.find(({ isOwn }) => isOwn)
        const owner = own ? authorAt(own.author) : null
        const read = stretches.map(({ from, to, author, isOwn }) => {
          const deliverer = authorAt(author)
          const isBrought = !isOwn && owner !== null && owner !== deliverer
          return { from, to, written: isBrought ? { author: owner, broughtBy: deliverer } : by(deliverer) }
        })
        const last = read.at(-1)?.written.author
        return [clientId, { stretches: read, next: by(owner ?? last ?? this.#mine.author) }]
      }),
    )
    this.#unanswered = ends
    const hasBrought = [...this.#known.values()].some(({ stretches }) =>
      stretches.some(({ written }) => written.broughtBy !== null),
    )
    this.#publish({ state: 'ready', authors, hasBrought })
    this.#askLater(askEveryMs)
  }

  #fail(): void {
    if (this.#isDisposed) return
    if (this.#snapshot.state === 'loading') this.#publish({ ...this.#snapshot, state: 'failed' })
    this.#askLater(askAgainMs)
  }

  /** After a rest, and only if there is something to ask. */
  #askLater(delayMs: number): void {
    this.#cancelAsking = this.#ports.clock.after(delayMs, () => {
      this.#cancelAsking = null
      if (this.#snapshot.state !== 'ready' || this.#hasUnknown()) this.#ask()
    })
  }

  /** Whoever sits here has written since the last answer. */
  #isMineMissing(): boolean {
    return this.doc.store.clients.has(this.doc.clientID) && !this.#snapshot.authors.includes(this.#mine.author)
  }

  #publish(snapshot: AuthorLayerSnapshot): void {
    this.#snapshot = snapshot
    if (this.#isMineMissing()) this.#snapshot = { ...snapshot, authors: [...snapshot.authors, this.#mine.author] }
    for (const listener of [...this.#listeners]) listener()
  }
}

/** How many clocks of each client id are here. */
function endsOf({ store }: Y.Doc): [clientId: number, end: number][] {
  return [...store.clients].map(([clientId, structs]) => {
    const last = structs.at(-1)
    return [clientId, last ? last.id.clock + last.length : 0]
  })
}

function by(author: Author): Written {
  return { author, broughtBy: null }
}
