/** How far a case is filled in, with what stands outside its document: decisions of the meeting, cards of the boards. */
import type * as Y from 'yjs'
import {
  type Completeness,
  caseCompleteness,
  type OutsideDocument,
  sectionCompleteness,
} from '../../../shared/documents/caseCompleteness.ts'
import { writableSections } from '../../../shared/documents/caseDocument.ts'
import { decidedValue } from '../../../shared/proceedings/decidedFields.ts'
import type { CaseEntry } from '../../../shared/proceedings/state.ts'
import type { MeetingCard } from './linkedCards.ts'

export interface CaseProgress {
  /** From 0 to 1. */
  whole: number
  /** By section. */
  sections: Readonly<Record<string, Completeness>>
}

export function caseProgress(doc: Y.Doc, entry: CaseEntry, cards: readonly MeetingCard[]): CaseProgress {
  const outside: OutsideDocument = {
    isDecided(template) {
      // The mark that the meeting gives a new case is nobody's work on it.
      if (template.decidedBy === 'case.setMarking' && entry.hasDefaultMarking) return false
      const value = decidedValue(entry, template)
      // An anonymization that was not checked is still to be done.
      return value !== null && value !== false
    },
    hasAttachments: entry.attachments.length > 0,
    hasCards: ({ column }) => cards.some((card) => card.column === column),
  }
  return {
    whole: caseCompleteness(doc, outside),
    sections: Object.fromEntries(
      writableSections().map(({ section }) => [section.id, sectionCompleteness(doc, section, outside)]),
    ),
  }
}
