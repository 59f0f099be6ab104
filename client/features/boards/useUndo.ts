/**
 * Undo and redo of what this person did on the board: by buttons, and by Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) wherever
 * nothing is being typed. A field of a card undoes by itself, with the same history.
 */
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionsSnapshot, BoardActions, Undone } from './BoardActions.ts'

export interface Undo extends ActionsSnapshot {
  undo: () => void
  redo: () => void
}

export interface UndoOptions {
  /** The keys are for the board now. */
  isActive: boolean
  /** Tells a screen reader what happened. */
  onSay: (sentence: string) => void
  /** Something of this card has changed and is about to be drawn. */
  onDone: (cardId: string) => void
  /** Shows why nothing was done. */
  onKept: () => void
}

export function useUndo(actions: BoardActions, { isActive, onSay, onDone, onKept }: UndoOptions): Undo {
  const { t } = useTranslation('board')
  const snapshot = useSyncExternalStore(actions.subscribe, actions.getSnapshot)

  function tell(undone: Undone, sentence: string): void {
    if (undone?.outcome === 'kept') onKept()
    else {
      onSay(undone ? sentence : t('nothingToUndo'))
      if (undone) onDone(undone.cardId)
    }
  }

  const undo = () => tell(actions.undo(), t('undone'))
  const redo = () => tell(actions.redo(), t('redone'))

  useEffect(() => {
    if (!isActive) return
    const handleKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', handleKey)
    return () => window.removeEventListener('keydown', handleKey)
  })

  return { ...snapshot, undo, redo }
}

/** An empty line of the board has nothing to undo itself: who has just added a card with it means the card. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return false
    return target.value !== '' || target.closest('[data-board]') === null
  }
  return target instanceof HTMLTextAreaElement || target.isContentEditable
}
