/**
 * Reads one source text into what the rules ask about: what it imports (type imports, `import()`, `typeof import` and
 * `export … from` alike), what it re-exports, which names it uses, and how it opens. Parsed by the parser that Vite
 * ships, because looking for words in text would take comments and strings for code.
 */
import { posix } from 'node:path'
import { parseSync, Visitor } from 'vite'

export interface Import {
  /** As written: `./state.ts`, `zod`, `node:fs`. */
  specifier: string
  /** The file it means, relative to the project; absent for packages. */
  target?: string
  line: number
}

export interface Use {
  /** `Date.now`, `setTimeout`, `process.env`, `new Date()`. */
  name: string
  line: number
}

export interface SourceFile {
  /** Relative to the project, with `/`. */
  path: string
  lineCount: number
  imports: Import[]
  /** Lines that re-export what another file declares. */
  reexportLines: number[]
  /** False when the file holds nothing but imports and re-exports. */
  declaresSomething: boolean
  opensWithComment: boolean
  uses: Use[]
}

/** Names whose every use a rule may ask about; `a.b` is a member of a global, the others are globals themselves. */
const watchedMembers = new Set(['Date.now', 'Math.random', 'performance.now', 'process.env'])
const watchedGlobals = new Set(['setTimeout', 'setInterval', 'setImmediate'])
const globalObjects = new Set(['globalThis', 'window', 'self'])

/** Parses a text; `path` decides the dialect by its extension and what relative imports mean. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, comments, errors } = parseSync(path, text, { sourceType: 'module' })
  const [error] = errors
  if (error !== undefined) throw new Error(`${path} cannot be parsed: ${error.message}`)

  const lineOf = (offset: number) => text.slice(0, offset).split('\n').length
  const imports: Import[] = []
  const uses: Use[] = []
  const reexportLines: number[] = []

  const addImport = (source: { value: unknown; start: number }) => {
    if (typeof source.value !== 'string') return
    const specifier = source.value
    const target = resolveRelative(path, specifier)
    imports.push({ specifier, line: lineOf(source.start), ...(target === undefined ? {} : { target }) })
  }
  const addReexport = (source: { value: unknown; start: number }) => {
    addImport(source)
    reexportLines.push(lineOf(source.start))
  }

  new Visitor({
    ImportDeclaration: (node) => addImport(node.source),
    ExportAllDeclaration: (node) => addReexport(node.source),
    ExportNamedDeclaration: (node) => {
      if (node.source !== null) addReexport(node.source)
    },
    TSImportType: (node) => addImport(node.source),
    ImportExpression: (node) => {
      if (node.source.type === 'Literal') addImport(node.source)
    },
    MemberExpression: (node) => {
      if (node.object.type !== 'Identifier' || node.property.type !== 'Identifier') return
      const { name: object } = node.object
      const { name: member } = node.property
      if (watchedMembers.has(`${object}.${member}`))
        uses.push({ name: `${object}.${member}`, line: lineOf(node.start) })
      if (globalObjects.has(object) && watchedGlobals.has(member)) uses.push({ name: member, line: lineOf(node.start) })
    },
    CallExpression: (node) => {
      for (const value of [node.callee, ...node.arguments]) {
        if (value.type !== 'Identifier' || !watchedGlobals.has(value.name)) continue
        uses.push({ name: value.name, line: lineOf(value.start) })
      }
    },
    NewExpression: (node) => {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date' || node.arguments.length > 0) return
      uses.push({ name: 'new Date()', line: lineOf(node.start) })
    },
  }).visit(program)

  const codeStart = program.hashbang?.end ?? 0
  const firstComment = comments.find((comment) => comment.start >= codeStart)
  return {
    path,
    lineCount: text.replace(/\n$/, '').split('\n').length,
    imports,
    reexportLines,
    declaresSomething: program.body.some(
      (node) =>
        node.type !== 'ImportDeclaration' &&
        node.type !== 'ExportAllDeclaration' &&
        !(node.type === 'ExportNamedDeclaration' && node.source !== null),
    ),
    opensWithComment: firstComment !== undefined && text.slice(codeStart, firstComment.start).trim() === '',
    uses,
  }
}

/** Vite's `?url` and `?worker` say how a file is taken, not which one. */
function resolveRelative(from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined
  return posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''))
}

/** The name of the package that a specifier belongs to, or undefined for a file and for Node's own modules. */
export function packageOf(specifier: string): string | undefined {
  if (specifier.startsWith('.') || specifier.startsWith('/') || specifier.startsWith('node:')) return undefined
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')
}
