import { expect, test } from 'vitest'
import { z } from 'zod'
import { invitationsBody } from './http.ts'
import { makeProblem, ProblemError, parseOrRefuse, problem, problemCodes, problemTable } from './problems.ts'

function refusalOf(schema: z.ZodType, value: unknown) {
  try {
    parseOrRefuse(schema, value, 'The body')
  } catch (error) {
    if (error instanceof ProblemError) return error.problem
  }
  throw new Error('it was not refused')
}

test('every code makes a problem of RFC 9457 with its status', () => {
  for (const code of problemCodes) {
    const made = problem.parse(makeProblem(code, 'why'))
    expect(made).toEqual({
      type: `urn:plenaria:problem:${code}`,
      title: problemTable[code].title,
      status: problemTable[code].status,
      detail: 'why',
      code,
    })
  }
})

test('what is wrong is named by its path', () => {
  const schema = z.strictObject({ items: z.array(z.strictObject({ title: z.string() })) })
  const refused = refusalOf(schema, { items: [{ title: 'x' }, { title: 7, colour: 'red' }], extra: 1 })
  expect(refused).toMatchObject({
    code: 'invalid-request',
    status: 400,
    detail: 'The body is not valid: see "errors".',
  })
  expect(refused.errors?.map(({ path }) => path).toSorted()).toEqual(['extra', 'items/1/colour', 'items/1/title'])
})

test('of a choice between one and many only what was meant is spoken of', () => {
  expect(refusalOf(invitationsBody, { role: 'king' }).errors?.map(({ path }) => path)).toEqual(['role'])
  expect(refusalOf(invitationsBody, { role: 'observer', wage: 1 }).errors?.map(({ path }) => path)).toEqual(['wage'])
  expect(refusalOf(invitationsBody, [{ role: 'observer' }, {}]).errors?.map(({ path }) => path)).toEqual(['1/role'])
  expect(refusalOf(invitationsBody, 'all').errors).toHaveLength(1)
})
