/**
 * What a person does on a board, as one object that stays the same while the board is open: it writes to the document
 * and takes back, one by one, what was done here; never what others did. What is on the screen, and where the focus
 * goes, is the components'.
 */
import * as Y from 'yjs'
import type { CardKind, Language } from '../../../shared/contracts/terms.ts'
import {
  addCard,
  cardsOf,
  moveCard,
  readColumn,
  removeCard,
  type Spot,
  setCase,
  setCategory,
  setLanguage,
} from '../../../shared/documents/boardDocument.ts'
import type { CardField } from '../../../shared/documents/cardFields.ts'
import { openField, setFieldTag, setFieldValue } from '../../../shared/documents/cardValues.ts'
import { newId } from '../../lib/ids.ts'
import type { EditHistory } from '../../session/textBinding.ts'

/** What can be taken back and done again now. */
export interface ActionsSnapshot {
  canUndo: boolean
  canRedo: boolean
  /** The card whose removal was the last thing done here; null after anything else. */
  removedId: string | null
}

/** What an undo or a redo did; `kept`: nothing, because others have written in the card since it was added. */
export type Undone = { outcome: 'done' | 'kept'; cardId: string } | null

type ActionKind = 'add' | 'remove' | 'change'

export class BoardActions implements EditHistory {
  /** Marks what is done here: it alone can be undone here. */
  readonly origin = {}
  readonly #doc: Y.Doc
  readonly #cards: Y.Map<unknown>
  readonly #own = new Set<string>()
  /** Cards in which others wrote since the board was opened. */
  readonly #shared = new Set<string>()
  readonly #history: Y.UndoManager
  readonly #listeners = new Set<() => void>()
  #kind: ActionKind = 'change'
  #snapshot: ActionsSnapshot = { canUndo: false, canRedo: false, removedId: null }

  constructor(doc: Y.Doc) {
    this.#doc = doc
    this.#cards = cardsOf(doc)
    this.#history = new Y.UndoManager(this.#cards, { trackedOrigins: new Set([this.origin]) })
    this.#history.on('stack-item-added', this.#handleStep)
    this.#history.on('stack-item-popped', this.#publish)
    this.#cards.observeDeep(this.#handleEvents)
  }

  getSnapshot = (): ActionsSnapshot => this.#snapshot

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Cards added in this window: no news to whoever sits at it. */
  isOwn(cardId: string): boolean {
    return this.#own.has(cardId)
  }

  add(column: CardKind, title: string, language?: Language): string {
    const cardId = newId()
    this.#own.add(cardId)
    this.#act('add', () => addCard(this.#doc, cardId, column, title, language))
    return cardId
  }

  /** Gives the card's new position in its column, counted from one, and how many are there. */
  move(cardId: string, column: CardKind, spot: Spot): { position: number; count: number } {
    this.#act('change', () => moveCard(this.#doc, cardId, column, spot))
    const cards = readColumn(this.#doc, column)
    return { position: cards.findIndex((card) => card.id === cardId) + 1, count: cards.length }
  }

  setCategory(cardId: string, category: string | null): void {
    this.#act('change', () => setCategory(this.#doc, cardId, category))
  }

  setLanguage(cardId: string, language: Language | null): void {
    this.#act('change', () => setLanguage(this.#doc, cardId, language))
  }

  setCase(cardId: string, caseId: string | null): void {
    this.#act('change', () => setCase(this.#doc, cardId, caseId))
  }

  setFieldValue(cardId: string, field: CardField, value: string | number | null): void {
    this.#act('change', () => setFieldValue(this.#doc, cardId, field, value))
  }

  setFieldTag(cardId: string, field: CardField, id: string, isChosen: boolean): void {
    this.openField(cardId, field)
    this.#act('change', () => setFieldTag(this.#doc, cardId, field, id, isChosen))
  }

  /** Makes a field ready to be written. No step of its own: undoing it would take others' words along. */
  openField(cardId: string, field: CardField): void {
    openField(this.#doc, cardId, field)
  }

  remove(cardId: string): void {
    this.#own.add(cardId)
    this.#act('remove', () => removeCard(this.#doc, cardId))
  }

  undo(): Undone {
    const { undoStack } = this.#history
    const last = undoStack.at(-1)
    const cardId: unknown = last?.meta.get('cardId')
    if (last?.meta.get('kind') === 'add' && typeof cardId === 'string' && this.#shared.has(cardId)) {
      undoStack.pop()
      this.#publish()
      return { outcome: 'kept', cardId }
    }
    return this.#takeBack('undo', last)
  }

  redo(): Undone {
    return this.#takeBack('redo', this.#history.redoStack.at(-1))
  }

  dispose(): void {
    this.#listeners.clear()
    this.#cards.unobserveDeep(this.#handleEvents)
    this.#history.destroy()
  }

  /** One action is one step back, however quickly the next one follows; only typed letters are taken together. */
  #act(kind: ActionKind, write: () => void): void {
    this.#history.stopCapturing()
    this.#kind = kind
    this.#doc.transact(write, this.origin)
    this.#kind = 'change'
    this.#history.stopCapturing()
  }

  /** What is undone can be redone and undone again as what it was. */
  #takeBack(direction: 'undo' | 'redo', step: Step | undefined): Undone {
    this.#kind = (step?.meta.get('kind') as ActionKind | undefined) ?? 'change'
    const taken = this.#history[direction]()
    this.#kind = 'change'
    return outcomeOf(taken)
  }

  #handleStep = ({ stackItem, changedParentTypes }: StepAdded): void => {
    const events = changedParentTypes.get(this.#cards) ?? []
    const [cardId] = events.flatMap(cardIdsOf)
    stackItem.meta.set('kind', this.#kind).set('cardId', cardId)
    this.#publish()
  }

  #handleEvents = (events: Y.YEvent<Y.AbstractType<unknown>>[], { local }: Y.Transaction): void => {
    if (!local) for (const cardId of events.flatMap(cardIdsOf)) this.#shared.add(cardId)
  }

  #publish = (): void => {
    const { undoStack, redoStack } = this.#history
    const last = undoStack.at(-1)?.meta
    const cardId: unknown = last?.get('cardId')
    this.#snapshot = {
      canUndo: undoStack.length > 0,
      canRedo: redoStack.length > 0,
      removedId: last?.get('kind') === 'remove' && typeof cardId === 'string' ? cardId : null,
    }
    for (const listener of [...this.#listeners]) listener()
  }
}

interface Step {
  meta: Map<unknown, unknown>
}

interface StepAdded {
  stackItem: Step
  changedParentTypes: Map<unknown, Y.YEvent<Y.AbstractType<unknown>>[]>
}

function outcomeOf(step: Step | null): Undone {
  const cardId = step?.meta.get('cardId')
  return typeof cardId === 'string' ? { outcome: 'done', cardId } : null
}

/** The cards that an event on the board or inside a card is about. */
function cardIdsOf(event: Y.YEvent<Y.AbstractType<unknown>>): string[] {
  const [first] = event.path
  return first === undefined ? [...event.changes.keys.keys()] : [String(first)]
}
