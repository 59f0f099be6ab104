/**
 * Close codes of a document's WebSocket. A refusal accepts the upgrade first, because browsers cannot see an HTTP
 * status. As in y-websocket 3.1 a stock client stops at 4400–4499 and tries all others again.
 */
export const closeCodes = {
  signedOut: 4401,
  forbidden: 4403,
  unknownDocument: 4404,
  frameTooLarge: 4413,
  malformed: 4422,
  tooSlow: 4508,
  /** What the disk holds of this document is damaged: it stays closed until an operator has mended it. */
  quarantined: 4510,
  rateLimited: 4529,
  restarting: 1012,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]

/** The server means it: connecting again with the same credentials cannot help. */
export function isFinal(code: number): boolean {
  return code >= 4400 && code < 4500
}
