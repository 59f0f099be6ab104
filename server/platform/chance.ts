/** Chance as a port: identifiers, secrets and meeting codes. Tests pass a counted one. */
import { randomBytes, randomInt } from 'node:crypto'

export interface Chance {
  /** An identifier: 20 characters, 120 bits, safe in paths. */
  id(): string
  /** A secret: 43 characters, 256 bits. */
  secret(): string
  /** A whole number from 0 to `below` - 1. */
  int(below: number): number
}

export const systemChance: Chance = {
  id: () => randomBytes(15).toString('base64url'),
  secret: () => randomBytes(32).toString('base64url'),
  int: (below) => randomInt(below),
}
