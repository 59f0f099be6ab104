/** Puts routes into Express: credentials first, then query and body against their schemas, then the handler. */
import express, { type Express, type Request, type Response } from 'express'
import { limits } from '../../shared/contracts/limits.ts'
import { ProblemError, parseOrRefuse } from '../../shared/contracts/problems.ts'
import { chosenSeat, type Identity } from '../access/Identity.ts'
import type { Seat, Which } from '../access/ports.ts'
import type { Route } from './route.ts'

export interface Gate {
  identity: Identity
  /** Throws unless the request carries the organizer key. */
  requireOrganizerKey(request: Request): Promise<void>
}

export function mount(app: Express, routes: Route[], gate: Gate): void {
  const json = express.json({ limit: limits.httpBodyBytes, strict: true })
  for (const route of routes) {
    const readsBody = route.body !== undefined
    app[route.method](expressPath(route.path), ...(readsBody ? [requireJson, json] : []), async (request, response) => {
      await serve(route, gate, request, response)
    })
  }
}

async function serve(route: Route, gate: Gate, request: Request, response: Response): Promise<void> {
  const seat = await admit(route, gate, request)
  const answer = await route.handle({
    seat,
    params: paramsOf(request),
    upload: route.upload ? await uploaded(route.upload, request, response) : new Uint8Array(),
    query: route.query ? parseOrRefuse(route.query, request.query, 'The query') : {},
    body: route.body ? parseOrRefuse(route.body, request.body, 'The body') : undefined,
    request,
    response,
  })
  if (answer !== undefined) response.status(route.status ?? 200).json(answer)
}

async function admit(route: Route, gate: Gate, request: Request): Promise<Seat | null> {
  if (route.caller === 'organizer key') await gate.requireOrganizerKey(request)
  if (route.caller === 'any seat') return requireSeat(gate.identity, request, 'any')
  return route.caller === 'seat' ? requireSeat(gate.identity, request) : null
}

export async function requireSeat(identity: Identity, request: Request, which: Which = 'held'): Promise<Seat> {
  const { authorization, cookie } = request.headers
  const chosen = request.get('plenaria-seat') ?? request.query.seat
  const seat = await identity.seatOf({ authorization, cookie, seat: chosenSeat(chosen) }, which)
  if (!seat) throw new ProblemError('unauthorized', 'Join the meeting first: by its code or by your personal link.')
  return seat
}

async function uploaded(
  { mediaType, limitBytes, isStreamed }: NonNullable<Route['upload']>,
  request: Request,
  response: Response,
): Promise<Uint8Array> {
  if (!request.is(mediaType)) {
    throw new ProblemError('unsupported-media-type', `Send the file itself as the body, as ${mediaType}.`)
  }
  if (isStreamed) {
    requireDeclaredBytes(request)
    return new Uint8Array()
  }
  const read = express.raw({ type: mediaType, limit: limitBytes, inflate: false })
  await new Promise<void>((resolve, reject) => {
    read(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)))
  })
  return request.body instanceof Uint8Array ? request.body : new Uint8Array()
}

/** A stream that says its length cannot become longer: HTTP ends it there. */
function requireDeclaredBytes(request: Request): void {
  if (request.headers['content-length'] === undefined || request.headers['content-encoding'] !== undefined) {
    throw new ProblemError('invalid-request', 'Send the file uncompressed and with its Content-Length.')
  }
}

function requireJson(request: Request, _response: Response, next: () => void): void {
  if (!request.is('application/json')) {
    throw new ProblemError('unsupported-media-type', 'Send the body as application/json.')
  }
  next()
}

/** A document's name has a slash, sent as it is or encoded; both name it. */
function expressPath(path: string): string {
  return path.replace(/\{(rest|document)\}/, '*$1').replace(/\{(\w+)\}/g, ':$1')
}

function paramsOf(request: Request): Record<string, string> {
  const entries = Object.entries(request.params as Record<string, string | string[]>)
  return Object.fromEntries(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join('/') : value]))
}
