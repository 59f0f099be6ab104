/** What the hub reports, as metrics and log lines. */

import type { Log } from '../platform/log.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { HubReport } from './Hub.ts'

export function hubReport(
  metrics: Metrics,
  log: Log,
  { wrote, filled }: Pick<HubReport, 'wrote' | 'filled'>,
): HubReport {
  return {
    live: (documents) => metrics.liveDocuments.set(documents),
    connected: (connections) => metrics.connections.set(connections),
    closed: (code) => metrics.closes.inc({ code }),
    limited: (limit) => metrics.limitsReached.inc({ limit }),
    wrote,
    filled(scope, participantId, document) {
      metrics.limitsReached.inc({ limit: 'documentBytes' })
      filled(scope, participantId, document)
    },
    quarantined(err) {
      metrics.quarantined.inc()
      log.error({ err }, 'a document is damaged on disk: it stays closed, and its rows stay as they are')
    },
    unsaved(updates, bytes, oldestAt) {
      metrics.unsavedUpdates.set(updates)
      metrics.unsavedBytes.set(bytes)
      metrics.oldestUnsaved.set(oldestAt === null ? 0 : oldestAt / 1_000)
    },
    committed: (ms) => metrics.commitSeconds.observe(ms / 1_000),
    failed: (err) => log.error({ err }, 'document updates could not be saved; they are kept in memory and tried again'),
  }
}
