/**
 * The closed list of refusals, each with its HTTP status and its title in English. Bodies are
 * `application/problem+json` (RFC 9457). A socket answers the same object in its acknowledgement.
 */
import { z } from 'zod'

export const problemTable = {
  'invalid-request': { status: 400, title: 'The request does not match the interface' },
  'unknown-command': { status: 400, title: 'This command does not exist here' },
  unauthorized: { status: 401, title: 'Sign in first' },
  forbidden: { status: 403, title: 'This is not for your role' },
  'foreign-origin': { status: 403, title: 'Calls from this site are not accepted' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'format-not-available': { status: 404, title: 'This format is not available' },
  conflict: { status: 409, title: 'The meeting has moved on' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'The body is of another kind than expected' },
  'not-now': { status: 422, title: 'Not possible at this moment' },
  'too-many-failures': { status: 429, title: 'Too many wrong attempts' },
  internal: { status: 500, title: 'Something failed on the server' },
  unavailable: { status: 503, title: 'The server cannot save at the moment' },
} as const

export const problemCodes = Object.keys(problemTable) as [ProblemCode, ...ProblemCode[]]
export type ProblemCode = keyof typeof problemTable

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(problemCodes),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof problem>

export function makeProblem(code: ProblemCode, detail: string, errors?: Problem['errors']): Problem {
  const { status, title } = problemTable[code]
  return { type: `urn:plenaria:problem:${code}`, title, status, detail, code, ...(errors ? { errors } : {}) }
}

/** Thrown inside the server where a value would burden every caller; each edge turns it into its problem. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(code: ProblemCode, detail: string, errors?: Problem['errors']) {
    super(detail)
    this.name = 'ProblemError'
    this.problem = makeProblem(code, detail, errors)
  }
}

/**
 * Turns what zod found into the `errors` of a problem; `path` is a JSON pointer without the leading slash. An unknown
 * field is named by its own path, and of a choice only the branch that was meant is spoken of.
 */
export function issuesOf({ issues }: { issues: z.core.$ZodIssue[] }): NonNullable<Problem['errors']> {
  return issues.flatMap((issue) => {
    const at = (...more: PropertyKey[]) => [...issue.path, ...more].map(String).join('/')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: at(key), message: 'is not known here' }))
    }
    const meant = issue.code === 'invalid_union' ? issue.errors.find((branch) => !branch.some(isOfAnotherKind)) : null
    if (!meant) return [{ path: at(), message: issue.message }]
    return issuesOf({ issues: meant }).map(({ path, message }) => ({ path: at(...(path ? [path] : [])), message }))
  })
}

/** An array where an object stands, and the like: this branch was not meant. */
function isOfAnotherKind({ code, path }: z.core.$ZodIssue): boolean {
  return code === 'invalid_type' && path.length === 0
}

/** Parses what came from outside, or throws the `invalid-request` that says where it is wrong. */
export function parseOrRefuse<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ProblemError('invalid-request', `${what} is not valid: see "errors".`, issuesOf(parsed.error))
}
