/** Errors as `application/problem+json`; nothing of a stack or a library leaves the server. */
import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { makeProblem, type Problem, ProblemError } from '../../shared/contracts/problems.ts'
import type { Chance } from '../platform/chance.ts'
import type { Log } from '../platform/log.ts'
import { problemOf } from '../platform/problemOf.ts'

export function sendProblem(response: Response, problem: Problem): void {
  if (problem.status === 401) response.set('WWW-Authenticate', 'Bearer')
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem))
}

export const notFound: RequestHandler = (_request, response) => {
  sendProblem(response, makeProblem('not-found', 'There is nothing at this address.'))
}

export function handleErrors(ports: { log: Log; chance: Chance }): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    sendProblem(response, bodyProblem(error) ?? problemOf(error, ports))
  }
}

/** What the body parser and the router throw has a status of its own. */
function bodyProblem(error: unknown): Problem | null {
  if (error instanceof ProblemError || !(error instanceof Error)) return null
  const status = 'status' in error ? error.status : undefined
  const type = 'type' in error ? error.type : undefined
  if (type === 'entity.too.large') return makeProblem('too-large', 'The body is larger than this server takes.')
  if (type === 'charset.unsupported' || type === 'encoding.unsupported') {
    return makeProblem('unsupported-media-type', 'Send the body as UTF-8 JSON without compression of another kind.')
  }
  if (error instanceof URIError || status === 404) return makeProblem('not-found', 'There is nothing at this address.')
  if (typeof status !== 'number' || status < 400 || status >= 500) return null
  const isOfBody = typeof type === 'string' && /^(entity|request)\./.test(type)
  return makeProblem('invalid-request', isOfBody ? 'The body is not valid JSON.' : 'The request is malformed.')
}
