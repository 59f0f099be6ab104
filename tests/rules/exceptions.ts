/**
 * Reviewed exceptions to a rule: a path (a file, or a folder ending in `/`) and the reason. One that is no longer needed
 * is a violation too, so the lists only hold what is true.
 */
import type { Violation } from './violation.ts'

export type Exceptions = Record<string, string>

/** Takes away what the exceptions allow and adds those that allowed nothing. `files` are all that were looked at. */
export function applyExceptions(violations: Violation[], exceptions: Exceptions, rule: string): Violation[] {
  const covers = (path: string, file: string) => (path.endsWith('/') ? file.startsWith(path) : file === path)
  const paths = Object.keys(exceptions)
  const unused = paths.filter((path) => !violations.some(({ file }) => covers(path, file)))
  const remedy = 'is excepted without need: take it off the list.'
  return [
    ...violations.filter(({ file }) => !paths.some((path) => covers(path, file))),
    ...unused.map((file) => ({ file, line: 1, rule, remedy })),
  ]
}
