/** Values in values, as JSON knows them: whoever reads, writes or shows them does so by recursion. */

/** Deeper values can be read on one stack and not be written on another; nothing that people fill in comes near. */
const maxNesting = 100

export function isNestedTooDeep(value: unknown, levels = maxNesting): boolean {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return false
  return levels === 0 || Object.values(value).some((inner) => isNestedTooDeep(inner, levels - 1))
}
