/**
 * Deposits on their way into documents. The proceedings decide, and say so in an event; an accepted deposit then stays
 * on disk until its words are in their document and on disk there [DE2], so that a crash or a disk that fails in between
 * loses nothing: what is left over is written at the next start or a minute later, and writing it twice changes nothing.
 */
import type { DepositId, DocumentName, ParticipantId } from '../../shared/contracts/ids.ts'
import { insertedText } from '../../shared/documents/insertedText.ts'
import type { Clock } from '../platform/clock.ts'
import type { Hub } from './Hub.ts'
import type { DepositStore, StoredDeposit } from './ports.ts'
import { type ReadUpdate, readUpdate } from './readUpdate.ts'
import { takeWords } from './takeWords.ts'

/** What could not be written is tried again: a disk that failed has been seen to, a person who was here has left. */
const recoverEveryMs = 60_000

export interface DepositPorts {
  store: DepositStore
  hub: Hub
  failed(error: Error): void
}

/**
 * `whole`: it can be written into its document. `incomplete`: it lacks earlier words. `unreadable`: it is no update.
 * `forged`: it speaks for somebody else who has the document open.
 */
export type DepositCheck = 'whole' | 'incomplete' | 'unreadable' | 'forged'

export class Deposits {
  readonly #ports: DepositPorts

  constructor(ports: DepositPorts) {
    this.#ports = ports
  }

  /** Whether a document could take an update as it is now [DE3]. */
  async check(document: DocumentName, participantId: ParticipantId, update: Uint8Array): Promise<DepositCheck> {
    let words: ReadUpdate
    try {
      words = readUpdate(update)
    } catch {
      return 'unreadable'
    }
    if (this.#ports.hub.isForged(document, participantId, words.ends)) return 'forged'
    const copy = await this.#ports.hub.read(document)
    try {
      return takeWords(copy, words, null) ? 'incomplete' : 'whole'
    } catch {
      return 'unreadable'
    } finally {
      copy.destroy()
    }
  }

  /** The words that a deposit would add, for whoever decides on it; null if there is no such deposit. */
  async read(depositId: DepositId): Promise<(StoredDeposit & { text: string }) | null> {
    const deposit = await this.#ports.store.deposit(depositId)
    if (!deposit) return null
    const document = await this.#ports.hub.read(deposit.document)
    const text = insertedText(deposit.update, document)
    document.destroy()
    return { ...deposit, text }
  }

  /** A moderator accepted it: writes it, and only then lets go of it. */
  async settle(depositId: DepositId): Promise<void> {
    const deposit = await this.#ports.store.deposit(depositId)
    if (deposit) await this.#write(deposit)
  }

  /** Now and once a minute: see `recover`. */
  keepRecovering(clock: Clock): void {
    const recover = () => {
      this.recover().catch(this.#ports.failed)
    }
    recover()
    clock.every(recoverEveryMs, recover)
  }

  /** Writes what was accepted and is not surely in its document. */
  async recover(): Promise<void> {
    for (const depositId of await this.#ports.store.acceptedDeposits()) {
      await this.settle(depositId).catch((error: Error) => this.#ports.failed(error))
    }
  }

  async #write({ depositId, document, scope, participantId, update }: StoredDeposit): Promise<void> {
    await this.#ports.hub.write(document, { scope, participantId, clientId: null }, update)
    await this.#ports.store.removeDeposit(depositId)
  }
}
