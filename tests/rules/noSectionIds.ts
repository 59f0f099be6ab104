/**
 * Templates are data: what the client draws of a case comes from the vocabulary, so no section is named in its code.
 * Whole strings are compared, not parts of words; types and property names say nothing of sections.
 */
import { parseSync, Visitor } from 'vite'
import type { Violation } from './violation.ts'

/** Every string literal of a source text that is one of the ids. */
export function checkSectionIds(path: string, text: string, ids: ReadonlySet<string>): Violation[] {
  const violations: Violation[] = []
  /** Where strings stand that are types: `Command['items']`. */
  const types = new Set<number>()
  const check = (value: unknown, start: number) => {
    if (typeof value !== 'string' || !ids.has(value) || types.has(start)) return
    const remedy = `"${value}" is a section of the case template: draw it from the template (shared/vocabulary).`
    violations.push({ file: path, line: text.slice(0, start).split('\n').length, rule: 'section-ids', remedy })
  }
  new Visitor({
    TSLiteralType: (node) => {
      types.add(node.literal.start)
    },
    Literal: (node) => check(node.value, node.start),
    TemplateLiteral: (node) => {
      if (node.expressions.length === 0) check(node.quasis[0]?.value.cooked, node.start)
    },
  }).visit(parseSync(path, text, { sourceType: 'module' }).program)
  return violations
}
