/**
 * What happens in one run of the simulation, as data: who is there and which steps follow one another. A script comes
 * from a seed (drawScript.ts), is shrunk by leaving steps out, and is kept as JSON when it found something. A step that makes no sense
 * where it stands (the tab is not connected, nothing is in the queue) does nothing, so every part of a script is one.
 */
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import type { DocumentAccess } from '../../../shared/proceedings/policy.ts'
import type { EditKind } from './edits.ts'

/** A page of somebody that shows one document. Several tabs may be one person's. */
export interface TabPlan {
  person: number
  document: number
  /** Asks for confirmations, as our own client does; a stock client does not. */
  confirm: boolean
  /** Declares its client id beforehand, as with a ticket; a stock client does by its first awareness. */
  declares: boolean
}

/** Who learns at once that a line has gone. */
export type Noticed = 'both' | 'server' | 'client' | 'nobody'

export type Step =
  | { do: 'open'; tab: number }
  | { do: 'openAll' }
  | { do: 'cut'; tab: number; noticedBy: Noticed }
  | { do: 'leave'; document: number }
  | { do: 'edit'; tab: number; kind: EditKind; at: number }
  | { do: 'resend'; tab: number }
  /** Two tabs of one person hand each other their words without the server, as stock clients in one browser do. */
  | { do: 'share'; tab: number; with: number }
  /** Somebody who may not write hands in what they wrote all the same; a moderator decides on some deposit. */
  | { do: 'deposit'; tab: number }
  | { do: 'decide'; at: number; isAccepted: boolean }
  /** Somebody sends words under the client id of another tab. */
  | { do: 'forge'; tab: number; as: number }
  | { do: 'deliver'; tab: number; way: 'up' | 'down'; count: number }
  | { do: 'deliverAll' }
  | { do: 'advance'; ms: number; deliver: boolean }
  | { do: 'access'; person: number; document: number; access: DocumentAccess }
  /** `held`: the disk waits for `disk` steps; `failing`: all fails; `prompt`: all is done at once. */
  | { do: 'diskMode'; mode: 'prompt' | 'held' | 'failing' }
  /** Lets a held disk work; `answerLost` takes effect and says that it failed. */
  | { do: 'disk'; count: number; outcome: 'done' | 'failed' | 'answerLost' }
  /** The server dies now, or at its n-th call of a port from now on: between any two of its steps. */
  | { do: 'crash'; atCall: number; losesSent: boolean }
  | { do: 'restart' }
  /** The page is loaded anew: what it had not sent is gone. */
  | { do: 'reload'; tab: number }
  | { do: 'clog'; tab: number }

export interface Script {
  tabs: TabPlan[]
  /** By person, then by document. */
  access: DocumentAccess[][]
  /** Rows that each document has from earlier days: enough of them are compacted. */
  earlierRows: number[]
  /** At the end everybody connects anew, or stays on what lines there are. */
  endsAnew: boolean
  steps: Step[]
}

export const documentNames: readonly DocumentName[] = ['case/a', 'board/b']
