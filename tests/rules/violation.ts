/** What a rule finds, and how a test prints it: where, which rule, and what to do. */

export interface Violation {
  file: string
  line: number
  rule: string
  remedy: string
}

/** One line for each violation, so that a failing `expect(…).toEqual([])` reads as a list of things to do. */
export function describeAll(violations: Violation[]): string[] {
  return violations.map(({ file, line, rule, remedy }) => `${file}:${line} [${rule}] ${remedy}`)
}
