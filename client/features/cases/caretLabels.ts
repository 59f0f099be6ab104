/**
 * Others' carets in a text: a line in their colour, with their name while they move. Name and colour come from the
 * roster by participant id, never from awareness; the elements are hidden from the accessibility tree.
 */
import type { Extension } from '@tiptap/core'
import { CollaborationCaret } from '@tiptap/extension-collaboration-caret'
import type { Awareness } from 'y-protocols/awareness'
import { personColor } from '../../design/personColor.ts'
import { clock } from '../../lib/time.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import { CaretMotion, participantOf } from './caretMotion.ts'
import styles from './RichText.module.css'

export type NameOf = (participantId: string) => string

/** Draws the carets in all editors of one document, which stand within `root`. */
export class CaretLabels {
  readonly #awareness: Awareness
  readonly #motion: CaretMotion
  readonly #nameOf: NameOf

  constructor({ doc, awareness }: DocumentSession, root: () => ParentNode | null, nameOf: NameOf) {
    this.#awareness = awareness
    this.#nameOf = nameOf
    // Straight to the elements: a caret that moves must not make React render.
    this.#motion = new CaretMotion(doc, awareness, clock, (participantId, isMoving) => {
      for (const caret of root()?.querySelectorAll<HTMLElement>(`.${styles.caret}`) ?? []) {
        if (caret.dataset.participant === participantId) this.#label(caret, participantId, isMoving)
      }
    })
  }

  /** One for each editor. */
  extension(): Extension {
    return CollaborationCaret.configure({
      provider: { awareness: this.#awareness },
      // The session's own entry, written again as it is.
      user: this.#awareness.getLocalState()?.user ?? {},
      render: (user) => this.#draw(participantOf(user) ?? ''),
      selectionRender: (user) => ({
        class: styles.theirs ?? '',
        style: `--c: ${personColor(participantOf(user) ?? '')}`,
      }),
    })
  }

  dispose(): void {
    this.#motion.dispose()
  }

  #draw(participantId: string): HTMLElement {
    const caret = document.createElement('span')
    caret.className = styles.caret ?? ''
    caret.dataset.participant = participantId
    caret.ariaHidden = 'true'
    caret.style.setProperty('--c', personColor(participantId))
    this.#label(caret, participantId, this.#motion.isMoving(participantId))
    return caret
  }

  /** The name is drawn by CSS from an attribute: it is no text of the document and is not copied with it. */
  #label(caret: HTMLElement, participantId: string, isMoving: boolean): void {
    if (isMoving) caret.dataset.name = this.#nameOf(participantId)
    else delete caret.dataset.name
  }
}
