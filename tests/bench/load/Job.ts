/** What the bench asks of the load generator, and what it gets back: they are two processes, so that each has a core. */
import type { Framing } from './frames.ts'
import type { Address } from './RawSocket.ts'

/** Where one person connects. */
export interface Seat extends Address {
  document: string
  /** What a cursor says of its owner; a server may check it. */
  participantId: string
  /** hocuspocus asks for it in its first message. */
  token: string
}

interface Common {
  framing: Framing
  /** The server keeps the document, so a newcomer must get all of it. */
  keepsDocuments: boolean
}

export type Job = Common &
  (
    | EditsJob
    | SaturationJob
    | { task: 'cursors'; seats: Seat[]; perSecond: number; seconds: number }
    | { task: 'joinStorm'; seats: Seat[]; host: Seat; bytes: number }
    | { task: 'seedLog'; seats: Seat[]; operations: number }
    | { task: 'coldSync'; seat: Seat; operations: number }
    | { task: 'seedState'; seat: Seat; bytes: number }
    | { task: 'reconnectStorm'; seats: Seat[]; newcomer: Seat; bytes: number }
    | { task: 'touch'; seats: Seat[] }
  )

export interface EditsJob {
  task: 'edits'
  /** One list of seats for each document. */
  rooms: Seat[][]
  newcomer: Seat
  writersPerRoom: number
  /** Edits of each writer in a second. */
  perSecond: number
  seconds: number
  /** Of the first room: so many of its people read nothing from the first edit on. */
  slowReaders: number
  /** Pasted text that everybody gets besides: so many bytes, ten times a second; 0 for none. */
  pastedBytes: number
}

export interface SaturationJob {
  task: 'saturation'
  seats: Seat[]
  newcomer: Seat
  /** Edits in a second with which the search begins. */
  from: number
  stepSeconds: number
  budgetSeconds: number
}

/** What a task gives: numbers by name, and in words everything that was not as it must be. */
export interface TaskResult {
  measures: Record<string, number>
  problems: string[]
}

/** Between `start` and `end` the bench counts the server's CPU. */
export type FromLoad = { mark: 'start' | 'end' } | { result: TaskResult } | { failed: string }
export type ToLoad = { job: Job } | { marked: 'start' | 'end' }
