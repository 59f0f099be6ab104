import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import express from 'express'
import { expect, test } from 'vitest'
import type { Identity } from '../../server/access/Identity.ts'
import { mount } from '../../server/http/mount.ts'
import { operationsRoutes } from '../../server/http/routes/operations.ts'
import { createMetrics } from '../../server/platform/metrics.ts'

async function readiness(reason: string | null) {
  const app = express()
  // Nobody needs a credential here, so nobody is asked who calls.
  const gate = { identity: {} as Identity, requireOrganizerKey: async () => undefined }
  const routes = operationsRoutes({ metrics: createMetrics(), metricsToken: null, notReady: async () => reason })
  mount(app, routes, gate)
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    const { port } = server.address() as AddressInfo
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`)
    const alive = await fetch(`http://127.0.0.1:${port}/healthz`)
    return { ready: [ready.status, await ready.json()], alive: alive.status }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('it is ready while nothing speaks against it', async () => {
  expect(await readiness(null)).toEqual({ ready: [200, { status: 'ready' }], alive: 200 })
})

test('it is not ready for a reason, which it says, and still alive', async () => {
  const reason = 'Words are in memory that could not be saved yet.'
  expect(await readiness(reason)).toEqual({ ready: [503, { status: 'not-ready', reason }], alive: 200 })
})
