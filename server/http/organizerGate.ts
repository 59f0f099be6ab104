/** The instance owner's key as bearer; wrong ones are counted like wrong meeting codes. */
import type { Request } from 'express'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Failures } from '../access/failures.ts'
import { bearerOf } from '../access/Identity.ts'
import { sameSecret } from '../access/secrets.ts'
import { addressOf } from './addressOf.ts'

export function organizerGate(key: string, failures: Failures) {
  return async (request: Request): Promise<void> => {
    const token = bearerOf(request.headers.authorization)
    if (token !== null && sameSecret(token, key)) return
    if (token !== null) await failures.count(addressOf(request), token)
    throw new ProblemError(
      'unauthorized',
      'Send the organizer key as bearer. It is in organizer.key of the data folder.',
    )
  }
}
