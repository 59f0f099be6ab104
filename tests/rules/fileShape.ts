/** Rules about a file as a whole: how it is named, how long it is, how it opens, and that it is no barrel. */
import type { SourceFile } from './sourceFile.ts'
import type { Violation } from './violation.ts'

/** Past this a file has more than one subject. */
export const maxLines = 300
/** A test may be longer, since cases are many and alike. */
export const maxTestLines = 400

/** Names that say nothing about what is inside. */
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'types', 'misc', 'index', 'constants'])
const emptyEnding = /(Utils?|Helpers?)$/

export function checkNames(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path }) => {
    const part = path.split('/').find((name) => isEmptyName(name.split('.')[0] ?? ''))
    if (part === undefined) return []
    return [
      {
        file: path,
        line: 1,
        rule: 'names',
        remedy: `"${part}" names no subject: name it for what it does for the meeting.`,
      },
    ]
  })
}

function isEmptyName(stem: string): boolean {
  return emptyNames.has(stem) || emptyEnding.test(stem)
}

export function checkLength(files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, lineCount }) => {
    const limit = /\.test\.tsx?$/.test(path) ? maxTestLines : maxLines
    if (lineCount <= limit) return []
    const remedy = `has ${lineCount} lines, more than ${limit}: split it by subject, or list it with the reason.`
    return [{ file: path, line: limit + 1, rule: 'length', remedy }]
  })
}

export function checkOpeningComment(files: SourceFile[]): Violation[] {
  return files
    .filter(({ path, opensWithComment }) => !opensWithComment && !/\.test\.tsx?$/.test(path))
    .map(({ path }) => ({
      file: path,
      line: 1,
      rule: 'opening-comment',
      remedy: 'open the file with a comment: what it is responsible for, and what not.',
    }))
}

/** A name is imported from the file that declares it, so that an import tells what it couples. */
export function checkBarrels(files: SourceFile[]): Violation[] {
  return files
    .filter(({ declaresSomething, reexportLines }) => reexportLines.length > 0 && !declaresSomething)
    .map(({ path, reexportLines }) => ({
      file: path,
      line: reexportLines[0] ?? 1,
      rule: 'barrels',
      remedy: 'is a barrel: import each name from the file that declares it, and delete this one.',
    }))
}
