/**
 * Rules about `package.json` and `package-lock.json`: what is installed is exactly what was reviewed, on every platform
 * and from any registry, and everything that is installed is used.
 */
import { packageOf, type SourceFile } from './sourceFile.ts'
import type { Violation } from './violation.ts'

export interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

export interface LockedPackage {
  version?: string
  resolved?: string
  optionalDependencies?: Record<string, string>
}

/** By place: `node_modules/vite`, `node_modules/a/node_modules/b`. */
export type LockedPackages = Record<string, LockedPackage>

const exactVersion = /^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/

/** A range would install tomorrow what nobody has looked at today. */
export function checkExactVersions(manifest: Manifest): Violation[] {
  return Object.entries(allOf(manifest))
    .filter(([, version]) => !exactVersion.test(version))
    .map(([name, version]) =>
      inManifest('exact-versions', `${name} is "${version}": pin it to one version (npm install --save-exact).`),
    )
}

/**
 * npm leaves the binaries of other platforms out of a lock that it extends where `node_modules` already exists, and
 * `npm ci` then fails on those platforms.
 */
export function checkPlatforms(packages: LockedPackages): Violation[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, place, name))
      .map((name) =>
        inLock('platforms', `${place} lacks its optional ${name}: remove node_modules and write the lock anew.`),
      ),
  )
}

/** Node's resolution: beside the package, then outwards to the root. */
function isLocked(packages: LockedPackages, place: string, name: string): boolean {
  for (let outer = place; ; outer = outer.slice(0, Math.max(0, outer.lastIndexOf('/node_modules/')))) {
    if (`${outer === '' ? '' : `${outer}/`}node_modules/${name}` in packages) return true
    if (outer === '') return false
  }
}

/** An address in the lock would bind every installation to the registry of whoever wrote it. */
export function checkNoRegistry(packages: LockedPackages): Violation[] {
  return Object.entries(packages)
    .filter(([, { resolved }]) => resolved !== undefined)
    .map(([place]) => inLock('no-registry', `${place} names where it came from: remove its "resolved".`))
}

/** Every dependency, or what it holds the types of, is imported by some file or listed with the reason why not. */
export function checkUsed(manifest: Manifest, files: SourceFile[], exceptions: Record<string, string>): Violation[] {
  const imported = new Set(files.flatMap(({ imports }) => imports.map(({ specifier }) => packageOf(specifier))))
  const names = Object.keys(allOf(manifest))
  const isUsed = (name: string) => imported.has(name) || imported.has(name.replace(/^@types\//, ''))
  const unused = names.filter((name) => !isUsed(name) && !(name in exceptions))
  const needless = Object.keys(exceptions).filter((name) => isUsed(name) || !names.includes(name))
  return [
    ...unused.map((name) =>
      inManifest('used', `${name} is imported nowhere: uninstall it, or list it with the reason.`),
    ),
    ...needless.map((name) => inManifest('used', `${name} is excepted without need: take it off the list.`)),
  ]
}

/** Every package that is imported is asked for by name: one that is there for another's sake may be gone tomorrow. */
export function checkDeclared(manifest: Manifest, files: SourceFile[]): Violation[] {
  const declared = allOf(manifest)
  return files.flatMap(({ path, imports }) =>
    imports.flatMap(({ specifier, line }) => {
      const name = packageOf(specifier)
      if (name === undefined || name in declared || `@types/${name}` in declared) return []
      return [
        { file: path, line, rule: 'declared', remedy: `${name} is not in package.json: npm install --save-exact.` },
      ]
    }),
  )
}

/** What runs in production is no development dependency, or `npm ci --omit=dev` could not start. */
export function checkProduction(manifest: Manifest, files: SourceFile[]): Violation[] {
  return files.flatMap(({ path, imports }) =>
    imports
      .filter(({ specifier }) => (packageOf(specifier) ?? '') in (manifest.devDependencies ?? {}))
      .map(({ specifier, line }) => ({
        file: path,
        line,
        rule: 'production',
        remedy: `${specifier} is a development dependency: move it to "dependencies".`,
      })),
  )
}

function allOf({ dependencies, devDependencies }: Manifest): Record<string, string> {
  return { ...dependencies, ...devDependencies }
}

function inManifest(rule: string, remedy: string): Violation {
  return { file: 'package.json', line: 1, rule, remedy }
}

function inLock(rule: string, remedy: string): Violation {
  return { file: 'package-lock.json', line: 1, rule, remedy }
}
