/**
 * The meeting code that a hall reads from a screen and types. Its alphabet leaves out what is mistaken for something
 * else (0 O, 1 I L, U V as spoken, 5 S, 2 Z, 8 B); with the 24 left, six characters are 191 million codes, and wrong
 * ones are counted (failures.ts).
 */
import type { Chance } from '../platform/chance.ts'

export const codeAlphabet = '34679ACDEFGHJKMNPQRTVWXY'
export const codeLength = 6

export function newMeetingCode(chance: Chance): string {
  return Array.from({ length: codeLength }, () => codeAlphabet[chance.int(codeAlphabet.length)]).join('')
}

/** What somebody typed, as the code they mean: spaces, hyphens and case do not matter. */
export function normalizeCode(typed: string): string {
  return typed.toUpperCase().replace(/[\s\-–—_.]/g, '')
}
