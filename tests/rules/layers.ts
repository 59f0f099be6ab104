/**
 * Imports run one way. The tables say which area may import which, and which package lives in which area; an area that
 * is in no table may import nothing and be imported by nobody. Type-only imports count: they couple as much.
 */
import { packageOf, type SourceFile } from './sourceFile.ts'
import type { Violation } from './violation.ts'

/** Every area with the areas that it may import besides itself. */
const mayImport: Record<string, string[]> = {
  shared: [],

  'server/platform': ['shared'],
  'server/sync': ['shared', 'server/platform'],
  'server/proceedings': ['shared', 'server/platform'],
  'server/access': ['shared', 'server/platform'],
  'server/outcomes': ['shared', 'server/platform'],
  'server/archive': ['shared', 'server/platform'],
  'server/storage': [
    'shared',
    'server/platform',
    'server/sync',
    'server/proceedings',
    'server/access',
    'server/outcomes',
    'server/archive',
  ],
  'server/realtime': ['shared', 'server/platform', 'server/sync', 'server/proceedings', 'server/access'],
  'server/http': [
    'shared',
    'server/platform',
    'server/sync',
    'server/proceedings',
    'server/access',
    'server/outcomes',
    'server/archive',
  ],
  'server/app.ts': [
    'shared',
    'server/platform',
    'server/sync',
    'server/proceedings',
    'server/access',
    'server/outcomes',
    'server/archive',
    'server/storage',
    'server/realtime',
    'server/http',
  ],
  /** The sample meeting, held once by the services themselves: like the app, it composes them. */
  'server/demo': [
    'shared',
    'server/platform',
    'server/proceedings',
    'server/access',
    'server/archive',
    'server/storage',
  ],
  'server/main.ts': ['server/platform', 'server/app.ts', 'server/demo'],

  'client/lib': ['shared'],
  'client/i18n': ['shared', 'client/lib'],
  'client/design': ['shared', 'client/lib', 'client/i18n'],
  'client/session': ['shared', 'client/lib', 'client/i18n', 'client/design'],
  'client/features': ['shared', 'client/lib', 'client/i18n', 'client/design', 'client/session'],
  'client/pages': ['shared', 'client/lib', 'client/i18n', 'client/design', 'client/session', 'client/features'],
  'client/App.tsx': [
    'shared',
    'client/lib',
    'client/i18n',
    'client/design',
    'client/session',
    'client/features',
    'client/pages',
  ],
  'client/main.tsx': ['shared', 'client/lib', 'client/i18n', 'client/design', 'client/session', 'client/App.tsx'],
}

/** Packages that only one area may know; what else needs them goes through that area's ports. */
const homeOf: Record<string, string> = {
  express: 'server/http',
  helmet: 'server/http',
  kysely: 'server/storage',
  libsql: 'server/storage',
  'socket.io': 'server/realtime',
  ws: 'server/realtime',
  docx: 'server/outcomes',
}

/** `shared` runs in Node and in the browser: it may use what runs in both and does no I/O. */
const sharedPackages = new Set(['zod', 'yjs', 'lib0', 'fractional-indexing'])

/** What a test beside its source needs besides that. */
const testPackages = new Set(['vitest', 'fast-check'])
const isUnitTest = /\.test\.tsx?$/

/** The area of a file: `shared`, or the first two parts of its path (`server/http`, `client/App.tsx`). */
export function areaOf(path: string): string {
  const [house = '', room = ''] = path.split('/')
  return house === 'shared' ? 'shared' : `${house}/${room}`
}

/** Holds the directions over the files of `shared`, `server` and `client`; `exists` tells whether a target is a file. */
export function checkLayers(files: SourceFile[], exists: (path: string) => boolean): Violation[] {
  return files.flatMap((file) => {
    const area = areaOf(file.path)
    if (!(area in mayImport)) {
      const remedy = `${area} has no place in the layers: move the file, or give the area a line in tests/rules/layers.ts.`
      return [{ file: file.path, line: 1, rule: 'layers', remedy }]
    }
    return file.imports.flatMap(({ specifier, target, line }) => {
      const remedy =
        target === undefined ? judgePackage(file.path, area, specifier) : judgeFile(file.path, area, target, exists)
      return remedy === undefined ? [] : [{ file: file.path, line, rule: 'layers', remedy }]
    })
  })
}

function judgeFile(path: string, area: string, target: string, exists: (path: string) => boolean): string | undefined {
  if (!exists(target)) return `there is no file ${target}: import it by its whole name, with the extension.`
  if (isUnitTest.test(path) && target.startsWith('tests/support/')) return undefined
  const other = areaOf(target)
  if (other === area) return judgeFeature(path, target)
  if (mayImport[area]?.includes(other)) return undefined
  return `${area} may not import ${other}: take it as an argument (a port), or move what both need to a layer below.`
}

/** A feature does not know its neighbours: pages bring them together. */
function judgeFeature(path: string, target: string): string | undefined {
  if (areaOf(path) !== 'client/features' || featureOf(path) === featureOf(target)) return undefined
  return `the feature ${featureOf(path)} may not import the feature ${featureOf(target)}: let a page compose them.`
}

function featureOf(path: string): string {
  return path.split('/')[2] ?? ''
}

function judgePackage(path: string, area: string, specifier: string): string | undefined {
  const isTest = isUnitTest.test(path)
  const name = packageOf(specifier)
  if (name === undefined) {
    if (area.startsWith('server/') || isTest) return undefined
    return `${specifier} exists only in Node: ${area} runs in the browser too.`
  }
  if (isTest && testPackages.has(name)) return undefined
  if (area === 'shared' && !sharedPackages.has(name)) {
    return `shared may not use ${name}: it is pure and runs in Node and the browser (see sharedPackages).`
  }
  const home = homeOf[name]
  if (home === undefined || home === area) return undefined
  return `only ${home} may know ${name}: use its port instead.`
}
