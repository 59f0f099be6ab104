/** Finds import cycles: groups of files of which each can be reached from each other (Tarjan's algorithm). */
import type { SourceFile } from './sourceFile.ts'
import type { Violation } from './violation.ts'

/** One violation for each cycle, at its first file. */
export function checkCycles(files: SourceFile[]): Violation[] {
  const edges = new Map(files.map((file) => [file.path, file.imports.flatMap(({ target }) => target ?? [])]))
  return stronglyConnected(edges).flatMap((group) => {
    const [first = ''] = group.sort()
    if (group.length === 1 && !edges.get(first)?.includes(first)) return []
    const line = files
      .find(({ path }) => path === first)
      ?.imports.find(({ target }) => group.includes(target ?? ''))?.line
    const remedy = `${group.join(', ')} import each other: move what they share to a file of its own.`
    return [{ file: first, line: line ?? 1, rule: 'cycles', remedy }]
  })
}

/** Tarjan: a node whose lowest reachable index is its own closes a component, which lies on the stack above it. */
function stronglyConnected(edges: Map<string, string[]>): string[][] {
  const indexes = new Map<string, number>()
  const lowest = new Map<string, number>()
  const stack: string[] = []
  const components: string[][] = []

  const visit = (node: string): number => {
    const index = indexes.size
    indexes.set(node, index)
    lowest.set(node, index)
    stack.push(node)
    for (const next of edges.get(node) ?? []) {
      if (!edges.has(next)) continue
      const reached = indexes.has(next) ? (stack.includes(next) ? indexes.get(next) : undefined) : visit(next)
      lowest.set(node, Math.min(lowest.get(node) ?? index, reached ?? index))
    }
    if (lowest.get(node) === index) components.push(stack.splice(stack.indexOf(node)))
    return lowest.get(node) ?? index
  }

  for (const node of edges.keys()) if (!indexes.has(node)) visit(node)
  return components
}
