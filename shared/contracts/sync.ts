/**
 * First bytes of the frames on `/sync/<document>`. 0 to 3 are those of y-websocket; from 100 on they are ours and
 * are sent only to a connection that asked with `?confirm=1`. See server/sync/SPEC.md.
 */
export const frameTypes = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** `[100, varUint n]`: the first n sync step 2 or update frames of this connection are on the server's disk. */
  saved: 100,
  /** `[101, varUint code]`: what this connection may do from here on, as in `accessCodes`. */
  access: 101,
  /** `[102, varUint 0 | 1]`: words that this server has cannot be saved at the moment (1), or can again (0). */
  trouble: 102,
} as const

export const syncTypes = { step1: 0, step2: 1, update: 2 } as const

/** 1 is writable; all others say why not. */
export const accessCodes = {
  readOnly: 0,
  writable: 1,
  /** The right to read has ended: what is on its way is still taken, nothing more is sent, 4403 follows. */
  leaving: 2,
  /** The document has reached its size. */
  full: 3,
  /** The server holds as many unsaved words as it may. */
  unsaved: 4,
} as const
export type AccessCode = (typeof accessCodes)[keyof typeof accessCodes]
