/**
 * How authors are told apart: the colour that a person has at cursors and avatars too, and a line under their words,
 * because there are fewer colours than people and not everybody sees them.
 */
import type { PersonCard } from '../../shared/contracts/events.ts'
import type { ParticipantId } from '../../shared/contracts/ids.ts'
import { personColor } from '../design/personColor.ts'

/** An author as the policy shows them: by name, or only the delegation. */
export interface AuthorSaid extends PersonCard {
  participantId?: ParticipantId | undefined
}

/** In the order in which people of one colour get them. */
export const authorLines = ['solid', 'dashed', 'dotted', 'double'] as const

export interface Author {
  /** The same for all whom the policy shows alike. */
  key: string
  said: AuthorSaid
  color: string
  line: (typeof authorLines)[number]
}

/** Who is behind a stretch of words. */
export interface Written {
  author: Author
  /** Whose laptop brought the words, where that is somebody else. */
  broughtBy: Author | null
}

export class AuthorLooks {
  readonly #authors = new Map<string, Author>()
  readonly #used = new Map<string, number>()

  /** The same object whenever it is the same author. */
  of(said: AuthorSaid): Author {
    const key = said.participantId ?? `${said.country ?? ''} ${said.agency ?? ''}`
    const known = this.#authors.get(key)
    if (known) return known
    const color = personColor(key)
    const place = this.#used.get(color) ?? 0
    this.#used.set(color, place + 1)
    const author: Author = { key, said, color, line: authorLines[place % authorLines.length] ?? 'solid' }
    this.#authors.set(key, author)
    return author
  }
}

export function isSameWritten(a: Written | null, b: Written | null): boolean {
  return a === b || (a !== null && b !== null && a.author === b.author && a.broughtBy === b.broughtBy)
}
