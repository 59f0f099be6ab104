/**
 * Deposits in one life of the server: words of people who may not write any more are handed in, accepted or declined,
 * and written into their document. What was accepted and is not surely there is written at the next start.
 */

import type { Clock } from '../../../server/platform/clock.ts'
import { Deposits } from '../../../server/sync/Deposits.ts'
import type { Hub } from '../../../server/sync/Hub.ts'
import type { StoredDeposit } from '../../../server/sync/ports.ts'
import type { DepositId } from '../../../shared/contracts/ids.ts'
import type { Disk } from './Disk.ts'
import type { Watch } from './Watch.ts'

/** Does something on the disk, as the server does everything: it can die before and after. */
export type Ask = <T>(name: string, work: () => T) => Promise<T>

export class Desk {
  readonly #deposits: Deposits
  readonly #disk: Disk
  readonly #ask: Ask
  readonly #watch: Watch

  constructor({ disk, hub, ask, watch, clock }: { disk: Disk; hub: Hub; ask: Ask; watch: Watch; clock: Clock }) {
    this.#disk = disk
    this.#ask = ask
    this.#watch = watch
    this.#deposits = new Deposits({
      hub,
      failed: () => watch.count('a deposit was not settled'),
      store: {
        deposit: (id) => ask('deposit read', () => disk.deposits.get(id)?.deposit ?? null),
        acceptedDeposits: () => ask('deposits listed', () => disk.acceptedDeposits()),
        removeDeposit: (id) => ask('deposit removed', () => disk.removeDeposit(id)),
      },
    })
    this.#deposits.keepRecovering(clock)
  }

  /** Somebody hands in what they wrote; it is kept if their document could take it [DE3]. */
  hand(deposit: Omit<StoredDeposit, 'depositId' | 'scope'>, settled: () => void): void {
    const { document, participantId, update } = deposit
    this.#deposits.check(document, participantId, update).then(
      (check) => {
        this.#watch.count(`deposit ${check}`)
        if (check === 'whole') this.#keep(deposit, settled)
      },
      () => this.#watch.count('deposit not judged'),
    )
  }

  /** A moderator decides on one of those that wait. */
  decide(at: number, isAccepted: boolean): void {
    const waiting = this.#disk.waitingDeposits()
    const id = waiting[at % Math.max(waiting.length, 1)]
    if (id === undefined) return
    this.#watch.count(isAccepted ? 'deposit accepted' : 'deposit declined')
    this.#ask('deposit decided', () => this.#disk.decideDeposit(id, isAccepted)).then(
      () => this.#settle(id, isAccepted),
      () => undefined,
    )
  }

  #keep(deposit: Omit<StoredDeposit, 'depositId' | 'scope'>, settled: () => void): void {
    this.#ask('deposit kept', () => this.#disk.keepDeposit({ ...deposit, scope: 'm1' }, settled)).catch(() => undefined)
  }

  #settle(id: DepositId, isAccepted: boolean): void {
    if (isAccepted) this.#deposits.settle(id).catch(() => this.#watch.count('a deposit was not settled'))
  }
}
