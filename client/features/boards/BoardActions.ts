/**
 * What a person does on a board, as one object that stays the same while the board is open: it writes to the document
 * and knows what can be taken back. What is on the screen, and where the focus goes, is the components'.
 */
import * as Y from 'yjs'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import {
  addCard,
  cardsOf,
  moveCard,
  readColumn,
  removeCard,
  type Spot,
  setCategory,
} from '../../../shared/documents/boardDocument.ts'
import { newId } from '../../lib/ids.ts'

export class BoardActions {
  readonly #doc: Y.Doc
  readonly #own = new Set<string>()
  /** Marks our deletions: they alone can be undone here, one by one. */
  readonly #deletion = {}
  readonly #deletions: Y.UndoManager

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#deletions = new Y.UndoManager(cardsOf(doc), { trackedOrigins: new Set([this.#deletion]), captureTimeout: 0 })
  }

  /** Cards added in this window: no news to whoever sits at it. */
  isOwn(cardId: string): boolean {
    return this.#own.has(cardId)
  }

  add(column: CardKind, title: string): string {
    const cardId = newId()
    this.#own.add(cardId)
    addCard(this.#doc, cardId, column, title)
    return cardId
  }

  /** Gives the card's new position in its column, counted from one, and how many are there. */
  move(cardId: string, column: CardKind, spot: Spot): { position: number; count: number } {
    moveCard(this.#doc, cardId, column, spot)
    const cards = readColumn(this.#doc, column)
    return { position: cards.findIndex((card) => card.id === cardId) + 1, count: cards.length }
  }

  setCategory(cardId: string, category: string | null): void {
    setCategory(this.#doc, cardId, category)
  }

  remove(cardId: string): void {
    this.#doc.transact(() => removeCard(this.#doc, cardId), this.#deletion)
    this.#own.add(cardId)
  }

  /** Brings the card that was deleted last back to its place. */
  undoRemoval(): void {
    this.#deletions.undo()
  }

  dispose(): void {
    this.#deletions.destroy()
  }
}
