/** For those who run the server: is it alive, is it ready, how is it doing. */
import { healthAnswer, readyAnswer } from '../../../shared/contracts/http.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { bearerOf } from '../../access/Identity.ts'
import { sameSecret } from '../../access/secrets.ts'
import type { Metrics } from '../../platform/metrics.ts'
import { isLoopbackAddress } from '../isLoopbackAddress.ts'
import { type Route, route } from '../route.ts'

/** What proxies add: a request with one of them may come from anywhere. */
const forwardingHeader = /^(forwarded|via|x-forwarded-.*|x-real-ip)$/

export interface OperationsPorts {
  metrics: Metrics
  metricsToken: string | null
  /** Null when all is well, else the reason why the server should get no work. */
  notReady(): Promise<string | null>
}

export function operationsRoutes({ metrics, metricsToken, notReady }: OperationsPorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/healthz',
      summary: 'Answers while the process is alive',
      caller: 'anyone',
      answer: { schema: healthAnswer },
      handle: async () => ({ status: 'ok' }),
    }),
    route({
      method: 'get',
      path: '/readyz',
      summary: 'Ready when the store answers and nothing confirmed is unsaved; else 503 with the reason',
      caller: 'anyone',
      answer: { schema: readyAnswer },
      async handle({ response }) {
        const reason = await notReady()
        if (reason === null) return { status: 'ready' }
        response.status(503).json({ status: 'not-ready', reason })
        return undefined
      },
    }),
    route({
      method: 'get',
      path: '/metrics',
      summary: 'Prometheus text, for the bearer of METRICS_TOKEN or, without one, for this machine',
      caller: 'anyone',
      answer: { mediaType: 'text/plain' },
      async handle({ request, response }) {
        const token = bearerOf(request.headers.authorization)
        const isForwarded = Object.keys(request.headers).some((name) => forwardingHeader.test(name))
        const isLocal = !isForwarded && isLoopbackAddress(request.socket.remoteAddress)
        const mayRead = metricsToken === null ? isLocal : token !== null && sameSecret(token, metricsToken)
        if (!mayRead) throw new ProblemError('unauthorized', 'Send METRICS_TOKEN as bearer.')
        response.type(metrics.registry.contentType).send(await metrics.registry.metrics())
        return undefined
      },
    }),
  ]
}
