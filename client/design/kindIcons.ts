/** The glyph of each kind of card, and of a board: that of its cards, where it has one kind of them. */
import type { CardKind } from '../../shared/contracts/terms.ts'
import type { IconName } from './Icon.tsx'

export const kindIcons: Record<CardKind, IconName> = {
  goodPractice: 'check',
  obstacle: 'barred',
  recommendation: 'arrow',
  parkedTopic: 'wait',
}

export function boardIcon([first, ...others]: readonly CardKind[]): IconName {
  return first === undefined || others.length > 0 ? 'board' : kindIcons[first]
}
