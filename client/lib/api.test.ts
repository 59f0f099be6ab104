import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { makeProblem } from '../../shared/contracts/problems.ts'
import { ApiProblem, NetworkFailure, readAnswer } from './api.ts'

const answer = z.object({ status: z.literal('ok') })

function respond(status: number, body: string): Response {
  return new Response(body, { status })
}

describe('an answer of the HTTP interface', () => {
  it('gives the body that its schema describes', async () => {
    expect(await readAnswer(respond(200, '{"status":"ok"}'), answer)).toEqual({ status: 'ok' })
  })

  it('throws a refusal with its problem', async () => {
    const problem = makeProblem('not-now', 'The meeting is closed.')
    const failure = await readAnswer(respond(422, JSON.stringify(problem)), answer).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ApiProblem)
    expect((failure as ApiProblem).problem).toEqual(problem)
  })

  it('takes a page of somebody in between for no answer', async () => {
    await expect(readAnswer(respond(200, '<html>Sign in to the hotel</html>'), answer)).rejects.toThrow(NetworkFailure)
    await expect(readAnswer(respond(502, '{"error":"bad gateway"}'), answer)).rejects.toThrow(NetworkFailure)
  })

  it('takes a body of another shape for no answer', async () => {
    await expect(readAnswer(respond(200, '{"status":"well"}'), answer)).rejects.toThrow(NetworkFailure)
  })
})
