/** A server that takes part: how it is started, and where each person finds each document on it. */
import type { Framing } from '../load/frames.ts'
import type { Seat } from '../load/Job.ts'
import type { Peer } from './peers.ts'

/** A started server. Documents and people are counted from 0; the same ones are there again after a restart. */
export interface Running {
  pid: number
  seat(document: number, person: number): Seat
  /** In order; its data stays. */
  stop(): Promise<void>
}

export interface Demand {
  dataDir: string
  documents: number
  people: number
}

export interface Contestant {
  name: string
  framing: Framing
  /** Whether a newcomer gets the document from the server alone. */
  keepsDocuments: boolean
  /** How long after the last edit it may still hold words in memory only. */
  settleMs: number
  /** The edits in a second with which a search for its limit begins. */
  saturationFrom: number
  peer?: Peer
  /** Starts it on a folder; a second start on the same folder is a restart. */
  start(demand: Demand): Promise<Running>
}
