/**
 * What a route is: its schemas, who may call it, and what it does. The same objects serve requests and make the
 * OpenAPI document, so neither can say what the other does not.
 */
import type { Request, Response } from 'express'
import type { z } from 'zod'
import type { Seat } from '../access/ports.ts'

/**
 * `anyone`: no credential. `organizer key`: the instance owner. `seat`: somebody's place in a meeting. `any seat`: one
 * that ended with a removal, too.
 */
export type Caller = 'anyone' | 'organizer key' | 'seat' | 'any seat'

export interface Call<C extends Caller, B, Q> {
  seat: C extends 'seat' | 'any seat' ? Seat : null
  params: Record<string, string>
  body: B
  query: Q
  /** The bytes of an `upload` that is not streamed; empty for other routes. */
  upload: Uint8Array
  request: Request
  response: Response
}

export interface Answer {
  schema?: z.ZodType
  /** For what is not JSON. */
  mediaType?: string
}

interface RouteSpec<C extends Caller, B extends z.ZodType, Q extends z.ZodType> {
  method: 'get' | 'post'
  /** As in OpenAPI: `/api/meetings/{meetingId}`. `{rest}` at the end takes what is left of the path, slashes too. */
  path: string
  summary: string
  caller: C
  body?: B
  /**
   * In the place of a JSON body: a file, read only after the caller was admitted. One that `isStreamed` is not read at
   * all: the handler reads the request.
   */
  upload?: { mediaType: string; limitBytes: number; isStreamed?: true }
  /** Headers of the request besides those that every request has. */
  headers?: readonly { name: string; description: string }[]
  query?: Q
  status?: number
  answer: Answer
  /** Gives the JSON to send; undefined when it has answered by itself. */
  handle(call: Call<C, z.infer<B>, z.infer<Q>>): Promise<unknown>
}

export interface Route extends Omit<RouteSpec<Caller, z.ZodType, z.ZodType>, 'handle'> {
  handle(call: Call<Caller, unknown, unknown>): Promise<unknown>
}

/** Ties the types of a route's schemas to its handler. */
export function route<C extends Caller, B extends z.ZodType, Q extends z.ZodType>(spec: RouteSpec<C, B, Q>): Route {
  return spec as unknown as Route
}
