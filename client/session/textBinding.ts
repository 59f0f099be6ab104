/**
 * Ties a plain input or text area to a Y.Text. What is typed becomes the smallest edit; what others write appears
 * without moving the caret from its letters; a word under composition (accents, IME) is applied when it is whole. Undo
 * takes back one's own edits only. The element is not controlled by React: two masters of a caret lose it.
 */
import * as Y from 'yjs'
import { applyEdit, type DeltaPart, positionAfter, smallestEdit } from '../../shared/documents/textInput.ts'

export type TextElement = HTMLInputElement | HTMLTextAreaElement

/** What undoes and redoes edits of the text; it follows the transactions of its origin. */
export interface EditHistory {
  readonly origin: unknown
  undo(): void
  redo(): void
}

export interface TextBindingOptions {
  /** Line breaks stay; a text is one line otherwise. */
  isMultiline?: boolean
  /** Where the edits are a part of more that can be undone; the text has a history of its own otherwise. */
  history?: EditHistory
}

/** Binds until the returned function is called. The element's `value` is the text from here on. */
export function bindText(element: TextElement, text: Y.Text, options: TextBindingOptions = {}): () => void {
  const { isMultiline = false, history } = options
  if (history !== undefined) return bind(element, text, history, isMultiline)
  const own = ownHistory(text)
  const release = bind(element, text, own, isMultiline)
  return () => {
    release()
    own.dispose()
  }
}

function bind(element: TextElement, text: Y.Text, history: EditHistory, isMultiline: boolean): () => void {
  /** The text that the element's value was derived from, and what others did to it since. */
  let base = text.toString()
  let missed: (readonly DeltaPart[])[] = []
  let isComposing = false
  /** Tells our own edits from all others, also from those of the same history in another place. */
  let isApplying = false
  element.value = base
  const target: HTMLElement = element

  const takeInput = () => {
    const edit = smallestEdit(base, isMultiline ? element.value : element.value.replaceAll('\n', ' '))
    if (edit) {
      const start = missed.reduce(positionAfter, edit.at)
      const end = missed.reduce(positionAfter, edit.at + edit.deleted)
      isApplying = true
      applyEdit(text, { at: start, deleted: Math.max(0, end - start), inserted: edit.inserted }, history.origin)
      isApplying = false
    }
    show(missed)
  }

  const show = (deltas: (readonly DeltaPart[])[]) => {
    const { selectionStart, selectionEnd } = element
    base = text.toString()
    missed = []
    if (element.value === base) return
    element.value = base
    if (selectionStart === null || selectionEnd === null || element.ownerDocument.activeElement !== element) return
    element.setSelectionRange(deltas.reduce(positionAfter, selectionStart), deltas.reduce(positionAfter, selectionEnd))
  }

  const handleInput = () => {
    if (!isComposing) takeInput()
  }
  const handleCompositionStart = () => {
    isComposing = true
  }
  const handleCompositionEnd = () => {
    isComposing = false
    takeInput()
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    const action = undoActionOf(event)
    if (action === null || element.readOnly) return
    event.preventDefault()
    history[action]()
  }
  const handleChange = (event: Y.YTextEvent) => {
    if (isApplying) return
    const delta = event.delta as readonly DeltaPart[]
    if (isComposing) missed.push(delta)
    else show([delta])
  }

  target.addEventListener('input', handleInput)
  target.addEventListener('compositionstart', handleCompositionStart)
  target.addEventListener('compositionend', handleCompositionEnd)
  target.addEventListener('keydown', handleKeyDown)
  text.observe(handleChange)
  return () => {
    if (isComposing) handleCompositionEnd()
    target.removeEventListener('input', handleInput)
    target.removeEventListener('compositionstart', handleCompositionStart)
    target.removeEventListener('compositionend', handleCompositionEnd)
    target.removeEventListener('keydown', handleKeyDown)
    text.unobserve(handleChange)
  }
}

function ownHistory(text: Y.Text): EditHistory & { dispose(): void } {
  const origin = {}
  const undoManager = new Y.UndoManager(text, { trackedOrigins: new Set([origin]) })
  return {
    origin,
    undo: () => undoManager.undo(),
    redo: () => undoManager.redo(),
    dispose: () => undoManager.destroy(),
  }
}

function undoActionOf(event: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) return null
  const key = event.key.toLowerCase()
  if (key === 'y') return 'redo'
  if (key !== 'z') return null
  return event.shiftKey ? 'redo' : 'undo'
}
