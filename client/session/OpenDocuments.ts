/**
 * The owner of all open documents of this window. Screens borrow a document and give it back; one that still holds
 * unsent changes stays open until they are on the server, and closing the window asks until then. What a document's
 * state means is DocumentSession's.
 */
import type { DocumentSession } from './DocumentSession.ts'

/** Where leaving the page is announced: the window, or a test's. */
export type PageEvents = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>

interface Entry {
  session: DocumentSession
  open: () => DocumentSession
  borrowers: number
}

export class OpenDocuments {
  readonly #entries = new Map<string, Entry>()
  readonly #page: PageEvents
  readonly #listeners = new Set<() => void>()

  constructor(page: PageEvents) {
    this.#page = page
  }

  /** The document under this key, opened by `open` if it is not open yet. Give it back with `release`. */
  borrow(key: string, open: () => DocumentSession): DocumentSession {
    if (this.#entries.size === 0) this.#page.addEventListener('beforeunload', this.#askBeforeLeaving)
    const entry = this.#entries.get(key) ?? { session: open(), open, borrowers: 0 }
    entry.borrowers += 1
    this.#entries.set(key, entry)
    return entry.session
  }

  release(key: string): void {
    const entry = this.#entries.get(key)
    if (!entry) return
    entry.borrowers -= 1
    if (entry.borrowers > 0) return
    const stop = entry.session.subscribe(() => this.#closeIfDone(key, entry, stop))
    this.#closeIfDone(key, entry, stop)
  }

  /** Opens a borrowed document anew, without what was only in this window; `renewed` is the session that it replaces. */
  renew(key: string, renewed: DocumentSession): void {
    const entry = this.#entries.get(key)
    if (entry?.session !== renewed || entry.borrowers === 0) return
    entry.session = entry.open()
    for (const listener of [...this.#listeners]) listener()
    renewed.dispose()
  }

  /** The session that is open under a key now. */
  current(key: string): DocumentSession | null {
    return this.#entries.get(key)?.session ?? null
  }

  /** Hears of every document that is opened anew. */
  onRenewed(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  get hasUnsent(): boolean {
    return [...this.#entries.values()].some((entry) => entry.session.hasUnsent)
  }

  #closeIfDone(key: string, entry: Entry, stop: () => void): void {
    if (entry.borrowers === 0 && entry.session.hasUnsent) return
    stop()
    // Borrowed again in the meantime: the next release looks again.
    if (entry.borrowers > 0) return
    entry.session.dispose()
    this.#entries.delete(key)
    if (this.#entries.size === 0) this.#page.removeEventListener('beforeunload', this.#askBeforeLeaving)
  }

  #askBeforeLeaving = (event: Event): void => {
    if (this.hasUnsent) event.preventDefault()
  }
}
