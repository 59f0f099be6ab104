/** Secrets are random, compared as hashes and stored as hashes: who reads the database cannot sign in with it. */
import { createHash, timingSafeEqual } from 'node:crypto'

/** SHA-256 suffices: the secrets have 256 random bits, so there is nothing to guess slowly. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Whether two secrets are equal, in a time that does not tell where they differ. */
export function sameSecret(a: string, b: string): boolean {
  return timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)))
}
