/** The OpenAPI document: whole, true to the routes, and readable by programs that have never seen this project. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { call } from '../support/api.ts'
import { type Server, startServer } from '../support/server.ts'

interface Operation {
  summary: string
  parameters: { name: string; in: string; required: boolean; schema: unknown }[]
  requestBody?: { required: boolean; content: Record<string, { schema: Record<string, unknown> }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: unknown }> }>
  security: Record<string, unknown>[]
}

interface Document {
  openapi: string
  info: { title: string; version: string }
  servers: { url: string }[]
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Record<string, unknown>>; securitySchemes: Record<string, unknown> }
}

let server: Server
let document: Document
beforeAll(async () => {
  server = await startServer()
  const answer = await call(server, 'GET', '/api/openapi.json')
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
  document = answer.body as Document
})
afterAll(() => server.dispose())

function operations(): [path: string, method: string, operation: Operation][] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): [string, string, Operation] => [path, method, operation]),
  )
}

/** Every object anywhere in the document. */
function* nodes(value: unknown): Generator<Record<string, unknown>> {
  if (Array.isArray(value)) for (const one of value) yield* nodes(one)
  else if (typeof value === 'object' && value !== null) {
    yield value as Record<string, unknown>
    for (const one of Object.values(value)) yield* nodes(one)
  }
}

test('is of version 3.0 and names itself and its server', () => {
  expect(document).toMatchObject({
    openapi: expect.stringMatching(/^3\.0\.\d$/),
    info: { title: 'Plenaria', version: expect.any(String) },
    servers: [{ url: server.url }],
  })
})

test('holds every call of the contract that is built', () => {
  const calls = operations().map(([path, method]) => `${method.toUpperCase()} ${path}`)
  expect(calls).toEqual(
    expect.arrayContaining([
      'GET /healthz',
      'GET /readyz',
      'GET /metrics',
      'GET /api/openapi.json',
      'POST /api/meetings',
      'POST /api/meetings/{meetingId}/invitations',
      'POST /api/join',
      'GET /api/meetings/{meetingId}',
      'POST /api/meetings/{meetingId}/commands',
      'GET /api/meetings/{meetingId}/exports/preview',
      'GET /api/meetings/{meetingId}/exports/{format}',
      'POST /api/sync-tickets',
    ]),
  )
})

test('gives each operation a summary, its parameters, its answer and the problem', () => {
  for (const [path, method, operation] of operations()) {
    const where = `${method} ${path}`
    expect(operation.summary, where).toMatch(/\S/)
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
    expect(
      operation.parameters.filter((one) => one.in === 'path').map(({ name }) => name),
      where,
    ).toEqual(inPath)
    const names = operation.parameters.map((one) => `${one.in} ${one.name}`)
    expect(new Set(names).size, where).toBe(names.length)
    expect(Object.keys(operation.responses), where).toEqual([expect.stringMatching(/^20[012]$/), 'default'])
    for (const response of Object.values(operation.responses)) expect(response.description, where).toMatch(/\S/)
    expect(operation.responses.default?.content, where).toEqual({
      'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
    })
    expect(operation.requestBody !== undefined, where).toBe(method === 'post')
    for (const requirement of operation.security) {
      for (const scheme of Object.keys(requirement)) expect(document.components.securitySchemes).toHaveProperty(scheme)
    }
  }
})

test('refers only to what it holds', () => {
  for (const { $ref } of nodes(document)) {
    if ($ref === undefined) continue
    const [hash, ...way] = String($ref).split('/')
    expect(hash).toBe('#')
    const target = way.reduce<unknown>((from, key) => (from as Record<string, unknown> | undefined)?.[key], document)
    expect([$ref, typeof target]).toEqual([$ref, 'object'])
  }
})

test('publishes the payload of every command, where the commands are sent', () => {
  const { Command } = document.components.schemas
  const variants = (Command?.oneOf ?? Command?.anyOf) as { properties: { type: { enum: string[] } } }[]
  expect(variants.flatMap(({ properties }) => properties.type.enum).toSorted()).toEqual([...commandTypes].toSorted())
  const commands = document.paths['/api/meetings/{meetingId}/commands']?.post
  expect(commands?.requestBody?.content['application/json']?.schema).toEqual({ $ref: '#/components/schemas/Command' })
})

test('says of every body that unknown fields are refused', () => {
  const bodies = operations().flatMap(([path, , { requestBody }]) =>
    Object.values(requestBody?.content ?? {}).map(({ schema }): [string, unknown] => [path, schema]),
  )
  expect(bodies.length).toBeGreaterThan(3)
  const schemas = [...bodies, ['Command', document.components.schemas.Command] as const]
  for (const [where, schema] of schemas) {
    for (const node of nodes(schema)) {
      if (node.type === 'object' && node.properties) expect([where, node.additionalProperties]).toEqual([where, false])
    }
  }
})

test('has no keyword of JSON Schema that OpenAPI 3.0 does not know', () => {
  const keywords = new Set([...nodes(document.paths), ...nodes(document.components.schemas)].flatMap(Object.keys))
  for (const later of ['$schema', '$defs', '$id', 'const', 'prefixItems', 'propertyNames', 'if', 'examples']) {
    expect([...keywords]).not.toContain(later)
  }
})

test('every route in it answers', async () => {
  for (const [path, method] of operations()) {
    const { status } = await call(server, method.toUpperCase(), path.replace(/\{\w+\}/g, 'x'), {
      token: 'invented',
      ...(method === 'post' ? { body: {} } : {}),
    })
    expect([path, status]).not.toEqual([path, 404])
    expect(status).toBeLessThan(500)
  }
})
