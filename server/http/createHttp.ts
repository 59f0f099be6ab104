/** Express with everything around the routes: headers, origins, problems, the client's files. */
import cors from 'cors'
import express, { type Express } from 'express'
import helmet from 'helmet'
import { fileNameHeader } from '../../shared/contracts/http.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Origins } from '../access/origins.ts'
import type { Chance } from '../platform/chance.ts'
import type { Config } from '../platform/config.ts'
import type { Log } from '../platform/log.ts'
import { type Gate, mount } from './mount.ts'
import { openApi } from './openapi.ts'
import { handleErrors, notFound } from './problems.ts'
import { type Route, route } from './route.ts'
import { serveClient } from './staticClient.ts'

export interface HttpPorts {
  routes: Route[]
  gate: Gate
  origins: Origins
  allowedOrigins: string[]
  publicUrl: string
  clientFolder: string
  trustProxy: Config['trustProxy']
  log: Log
  chance: Chance
}

export function createHttp(ports: HttpPorts): Express {
  const app = express()
  app.set('trust proxy', ports.trustProxy)
  app.set('query parser', 'simple')
  app.disable('etag')
  app.use(headers(ports.publicUrl.startsWith('https:')))
  app.use(cors({ origin: ports.allowedOrigins, credentials: true, allowedHeaders: allowedRequestHeaders }))
  app.use((request, _response, next) => {
    const isSafe = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS'
    if (!isSafe && !ports.origins.allows(request.headers.origin)) {
      throw new ProblemError('foreign-origin', 'Pages of this origin may not call this server (see ALLOWED_ORIGINS).')
    }
    next()
  })
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.use((request, _response, next) => {
    // A stream's name has a slash; a client may send it as one path segment.
    request.url = request.url.replace(/(\/streams\/[a-z]+)%2F/i, '$1/')
    next()
  })
  const routes = [...ports.routes]
  routes.push(openApiRoute(routes, ports.publicUrl))
  mount(app, routes, ports.gate)
  serveClient(app, ports.clientFolder)
  app.use(notFound)
  app.use(handleErrors(ports))
  return app
}

const allowedRequestHeaders = ['Authorization', 'Content-Type', 'Plenaria-Seat', fileNameHeader]

/** The editor's styles are inline; scripts never are. Http on a laptop must stay http. */
function headers(isSecure: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        connectSrc: ["'self'", 'ws:', 'wss:'],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: isSecure,
    originAgentCluster: isSecure,
    crossOriginOpenerPolicy: isSecure,
    referrerPolicy: { policy: 'no-referrer' },
  })
}

function openApiRoute(routes: Route[], publicUrl: string): Route {
  return route({
    method: 'get',
    path: '/api/openapi.json',
    summary: 'This document',
    caller: 'anyone',
    answer: {},
    handle: async () => openApi(routes, publicUrl),
  })
}
