/** Counters and gauges for operators, in Prometheus' text format. One registry per app, so tests do not share one. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics() {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  return {
    registry,
    commands: new Counter({
      name: 'plenaria_commands_total',
      help: 'Commands by type and outcome',
      labelNames: ['type', 'outcome'],
      registers,
    }),
    sockets: new Gauge({ name: 'plenaria_sockets', help: 'Open socket.io connections', registers }),
    connections: new Gauge({ name: 'plenaria_document_connections', help: 'Open document connections', registers }),
    liveDocuments: new Gauge({ name: 'plenaria_live_documents', help: 'Documents open in memory', registers }),
    closes: new Counter({
      name: 'plenaria_document_closes_total',
      help: 'Document connections that the server closed, by close code',
      labelNames: ['code'],
      registers,
    }),
    unsavedUpdates: new Gauge({
      name: 'plenaria_unsaved_updates',
      help: 'Document updates that are in memory and not yet on disk',
      registers,
    }),
    unsavedBytes: new Gauge({ name: 'plenaria_unsaved_bytes', help: 'Their size', registers }),
    oldestUnsaved: new Gauge({
      name: 'plenaria_oldest_unsaved_timestamp_seconds',
      help: 'When the oldest of them came; 0 when all is saved',
      registers,
    }),
    limitsReached: new Counter({
      name: 'plenaria_limits_reached_total',
      help: 'Times that a limit of the document hub was reached, by its name in limits.ts',
      labelNames: ['limit'],
      registers,
    }),
    quarantined: new Counter({
      name: 'plenaria_document_quarantines_total',
      help: 'Times that a damaged document was not opened',
      registers,
    }),
    commitSeconds: new Histogram({
      name: 'plenaria_document_commit_seconds',
      help: 'Duration of a group commit of document updates',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 2],
      registers,
    }),
  }
}
