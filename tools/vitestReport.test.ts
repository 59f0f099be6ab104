/** Holds how the closing line counts: nothing passes that did not run. */
import { describe, expect, test } from 'vitest'
import { countReport } from './vitestReport.mjs'

function report(...statuses: string[]) {
  const assertionResults = statuses.map((status, index) => ({ status, fullName: `test ${index}` }))
  const status = statuses.includes('failed') ? 'failed' : 'passed'
  return { testResults: [{ name: 'a.test.ts', status, assertionResults }] }
}

describe('the count of a suite', () => {
  test('is what passed and failed', () => {
    expect(countReport(report('passed', 'failed', 'passed'), 1)).toEqual({ passed: 2, failed: 1, complaints: [] })
  })

  test.each(['skipped', 'pending', 'todo', 'disabled'])('takes a test that is %s for a failure', (status) => {
    expect(countReport(report('passed', status), 0)).toEqual({
      passed: 1,
      failed: 1,
      complaints: [`not run (${status}): test 1`],
    })
  })

  test('takes a suite without tests for a failure', () => {
    expect(countReport({ testResults: [] }, 0)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('takes a missing report for a failure', () => {
    expect(countReport(undefined, 1)).toMatchObject({ passed: 0, failed: 1 })
  })

  test('takes a file that does not load for a failure', () => {
    const broken = { name: 'b.test.ts', status: 'failed', assertionResults: [] }
    expect(countReport({ testResults: [...report('passed').testResults, broken] }, 1)).toEqual({
      passed: 1,
      failed: 1,
      complaints: ['failed outside its tests: b.test.ts'],
    })
  })

  test('takes an error outside every test for a failure', () => {
    expect(countReport(report('passed'), 1)).toEqual({
      passed: 1,
      failed: 1,
      complaints: ['Vitest ended with code 1'],
    })
  })
})
