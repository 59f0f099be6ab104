/** Somebody who writes words into one document, each once the one before is saved, and keeps the page open for ever. */
import * as Y from 'yjs'
import type { Target } from '../support/api.ts'
import { openDocument } from '../support/document.ts'

/** Where the words are in a document of these tests: the hub judges no shapes. */
export const wordsIn = (doc: Y.Doc): Y.Array<string> => doc.getArray<string>('words')

export class Writer {
  readonly name: string
  readonly document: string
  readonly #token: string
  /** Kept over the server's ends: what was typed and not confirmed goes out again, as from an open page. */
  readonly #doc = new Y.Doc()
  #typed = 0

  constructor(name: string, document: string, token: string) {
    this.name = name
    this.document = document
    this.#token = token
  }

  /**
   * Writes until the server goes. `saved` hears of each word that the server has confirmed; `gone` resolves before the
   * plug is pulled, and no word counts from there on.
   */
  async write(server: Target, gone: Promise<void>, saved: (word: string) => void): Promise<void> {
    const page = openDocument(server, this.document, { token: this.#token, confirm: true, doc: this.#doc })
    const ended = gone.then(() => 'gone' as const)
    let step = await Promise.race([page.synced(), ended])
    while (step !== 'gone') {
      const word = `${this.name}-${this.#typed++}`
      wordsIn(this.#doc).push([word])
      step = await Promise.race([page.saved(), ended])
      if (step !== 'gone') saved(word)
    }
    page.leave()
  }

  /** Connects once more until everything that this page holds is saved. */
  async settle(server: Target): Promise<void> {
    const page = openDocument(server, this.document, { token: this.#token, confirm: true, doc: this.#doc })
    await page.synced()
    await page.saved()
    page.leave()
  }

  /** Everything that was ever typed here, confirmed or not. */
  typed(): string[] {
    return Array.from({ length: this.#typed }, (_, count) => `${this.name}-${count}`)
  }
}
