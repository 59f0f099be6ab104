/** The caller's address, for counting failures: the socket's, or what a trusted proxy says (TRUST_PROXY). */
import type { Request } from 'express'

export function addressOf(request: Request): string {
  return request.ip ?? 'unknown'
}
