/**
 * Typed calls of the HTTP interface. An answer is parsed by its schema before anybody sees it; a refusal is thrown as
 * `ApiProblem`, a call that got no answer as `NetworkFailure`. What to say about either is the caller's.
 */
import { z } from 'zod'
import { type Problem, problem } from '../../shared/contracts/problems.ts'

/** The server refused; `problem.code` says why. */
export class ApiProblem extends Error {
  readonly problem: Problem
  constructor(refusal: Problem) {
    super(refusal.detail)
    this.name = 'ApiProblem'
    this.problem = refusal
  }
}

/** No answer, or one that is not from our server (a hotel's sign-in page): nothing is known about the call. */
export class NetworkFailure extends Error {
  constructor(cause?: unknown) {
    super('no usable answer', { cause })
    this.name = 'NetworkFailure'
  }
}

export type Method = 'GET' | 'POST'

export interface Call<S extends z.ZodType> {
  /** What the answer must be. */
  answer: S
  body?: unknown
  /** A file in the place of a JSON body. */
  file?: { content: Blob; mediaType: string } | undefined
  /** Which seat of this browser session calls; without it the last joined. */
  seat?: string | undefined
  /** A key or token to call with instead of the session. */
  bearer?: string | undefined
}

export async function api<S extends z.ZodType>(method: Method, path: string, call: Call<S>): Promise<z.infer<S>> {
  const { body, file, seat, bearer } = call
  const headers: Record<string, string> = { accept: 'application/json' }
  if (body !== undefined) headers['content-type'] = 'application/json'
  if (file !== undefined) headers['content-type'] = file.mediaType
  if (seat !== undefined) headers['plenaria-seat'] = seat
  if (bearer !== undefined) headers.authorization = `Bearer ${bearer}`
  const init: RequestInit = { method, headers, credentials: 'same-origin', cache: 'no-store' }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (file !== undefined) init.body = file.content
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  return readAnswer(response, call.answer)
}

/** The parsed body of an answer, or the error that it stands for. */
export async function readAnswer<S extends z.ZodType>(response: Response, answer: S): Promise<z.infer<S>> {
  const body: unknown = await response.json().catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  if (!response.ok) {
    const refusal = problem.safeParse(body)
    throw refusal.success ? new ApiProblem(refusal.data) : new NetworkFailure(refusal.error)
  }
  const parsed = answer.safeParse(body)
  if (!parsed.success) throw new NetworkFailure(parsed.error)
  return parsed.data
}

/** A body that is no JSON: the bytes as they came. Throws as `api` does. */
export async function fetchBytes(path: string, seat: string): Promise<Uint8Array> {
  const init: RequestInit = { headers: { 'plenaria-seat': seat }, credentials: 'same-origin', cache: 'no-store' }
  const response = await fetch(path, init).catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  // Only a refusal is JSON: reading it as an answer throws it.
  if (!response.ok) await readAnswer(response, z.never())
  const content = await response.arrayBuffer().catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  return new Uint8Array(content)
}
