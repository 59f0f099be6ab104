/** The OpenAPI 3.0 document, generated from the routes and from the schemas that validate. */
import { z } from 'zod'
import { anyCommand } from '../../shared/contracts/commands.ts'
import { domainEvent } from '../../shared/contracts/events.ts'
import { problem } from '../../shared/contracts/problems.ts'
import type { Caller, Route } from './route.ts'

type Json = Record<string, unknown>

export function openApi(routes: Route[], publicUrl: string): Json {
  const paths: Record<string, Json> = {}
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) }
  return {
    openapi: '3.0.3',
    info: {
      title: 'Plenaria',
      version: '1',
      description:
        'Runs a working meeting. Realtime: socket.io at /socket.io, documents by the y-websocket protocol at /sync/<document> (docs/protocol.md).',
    },
    servers: [{ url: publicUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(problem), Command: schemaOf(anyCommand), Event: schemaOf(domainEvent) },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'plenaria_session' },
      },
    },
  }
}

function operation(route: Route): Json {
  const query = route.query ? schemaOf(route.query) : {}
  const required = Array.isArray(query.required) ? query.required : []
  return {
    summary: route.summary,
    parameters: [
      ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name]) =>
        parameter(name ?? '', 'path', true, { type: 'string' }),
      ),
      ...Object.entries((query.properties ?? {}) as Json).map(([name, schema]) =>
        parameter(name, 'query', required.includes(name), schema),
      ),
      ...(route.headers ?? []).map(({ name, description }) => ({
        ...parameter(name, 'header', true, { type: 'string' }),
        description,
      })),
    ],
    ...requestBody(route),
    responses: {
      [route.status ?? 200]: { description: 'The answer', ...answerContent(route) },
      default: {
        description: 'A problem (RFC 9457)',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
    security: securityOf(route.caller),
  }
}

function requestBody({ body, upload }: Route): Json {
  if (upload) {
    const content = { [upload.mediaType]: { schema: { type: 'string', format: 'binary' } } }
    return { requestBody: { required: true, content } }
  }
  return body ? { requestBody: { required: true, content: json(body) } } : {}
}

function parameter(name: string, place: 'path' | 'query' | 'header', required: boolean, schema: unknown): Json {
  return { name, in: place, required, schema }
}

function answerContent({ answer }: Route): Json {
  if (answer.mediaType) return { content: { [answer.mediaType]: { schema: { type: 'string' } } } }
  return answer.schema ? { content: json(answer.schema) } : {}
}

function json(schema: z.ZodType): Json {
  return { 'application/json': { schema: schemaOf(schema) } }
}

function securityOf(caller: Caller): Json[] {
  return caller === 'anyone' ? [] : caller === 'organizer key' ? [{ bearer: [] }] : [{ bearer: [] }, { session: [] }]
}

function schemaOf(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { target: 'openapi-3.0', unrepresentable: 'any', io: 'input' }) as Json
}
