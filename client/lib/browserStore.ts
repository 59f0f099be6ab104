/**
 * What this browser remembers of its person between visits: the language, the theme and what they said at the door,
 * so that nobody types it twice. Never a secret: the session is an HttpOnly cookie. A browser that keeps nothing
 * (private window, storage switched off) is a normal case and remembers nothing.
 */
import { z } from 'zod'
import { language } from '../../shared/contracts/terms.ts'

const key = 'plenaria'

const remembered = z.object({
  language: language.optional().catch(undefined),
  theme: z.enum(['light', 'dark']).optional().catch(undefined),
  name: z.string().optional().catch(undefined),
  country: z.string().optional().catch(undefined),
  agency: z.string().optional().catch(undefined),
  /** How seats ended whose session is gone: a reload must not tell somebody who was taken out to come in again. */
  endings: z
    .record(z.string(), z.enum(['removed', 'turnedAway']))
    .optional()
    .catch(undefined),
})
export type Remembered = z.infer<typeof remembered>

export function recall(): Remembered {
  try {
    return remembered.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    // Switched off, or written by something else: the same as a first visit.
    return {}
  }
}

/** Adds to what is remembered; `undefined` forgets. */
export function remember(change: Partial<Remembered>): void {
  try {
    localStorage.setItem(key, JSON.stringify({ ...recall(), ...change }))
  } catch {
    // Switched off or full: the next visit asks again.
  }
}
