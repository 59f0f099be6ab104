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
  /** `[101, varUint 0 | 1]`: this connection is read-only (0) or writable (1) from here on. */
  access: 101,
} as const

export const syncTypes = { step1: 0, step2: 1, update: 2 } as const
