/** What the hub reports, as metrics and log lines. */

import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { HubReport } from './Hub.ts'

export function hubReport(metrics: Metrics, log: Log, wrote: HubReport['wrote']): HubReport {
  return {
    live: (documents) => metrics.liveDocuments.set(documents),
    connected: (connections) => metrics.connections.set(connections),
    closed: (code) => metrics.closes.inc({ code }),
    wrote,
    unsaved: (updates) => metrics.unsavedUpdates.set(updates),
    committed: (ms) => metrics.commitSeconds.observe(ms / 1_000),
    failed: (err) => log.error({ err }, 'document updates could not be saved; they are kept in memory and tried again'),
  }
}
