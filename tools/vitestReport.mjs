/**
 * Counts what Vitest's JSON report says, without mercy: a test that was skipped or left as a todo has failed, and so
 * has a file that could not be loaded or a suite in which no test ran.
 */

/** @typedef {{ passed: number, failed: number }} Count */
/** @typedef {{ testResults: { name: string, status: string, assertionResults: { status: string, fullName: string }[] }[] }} Report */

/**
 * @param {Report | undefined} report undefined when Vitest wrote none
 * @param {number} exitCode
 * @returns {Count & { complaints: string[] }} complaints say what Vitest itself does not call a failure
 */
export function countReport(report, exitCode) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults)
  const passed = tests.filter((test) => test.status === 'passed').length
  const failed = tests.filter((test) => test.status === 'failed').length
  const unrun = tests.filter((test) => test.status !== 'passed' && test.status !== 'failed')
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.every(hasNotFailed))

  const complaints = [
    ...unrun.map((test) => `not run (${test.status}): ${test.fullName}`),
    ...broken.map((file) => `failed outside its tests: ${file.name}`),
  ]
  if (tests.length === 0 && broken.length === 0) complaints.push('no test ran')
  if (exitCode !== 0 && failed === 0 && complaints.length === 0) complaints.push(`Vitest ended with code ${exitCode}`)
  return { passed, failed: failed + complaints.length, complaints }
}

/** @param {{ status: string }} test */
function hasNotFailed(test) {
  return test.status !== 'failed'
}
