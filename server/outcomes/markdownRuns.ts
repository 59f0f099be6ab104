/**
 * Runs as phrasing of Markdown. A run's looks become nested nodes: neighbours that share a look share its node, since
 * `**a****b**` is not two bold words. Underline has no Markdown and is left plain; a language is said as HTML says it.
 */
import type { PhrasingContent } from 'mdast'
import type { ReportRun } from './reportTree.ts'

/** Looks from the outermost to the innermost; code holds nothing but text. */
const looks = ['language', 'link', 'bold', 'italic', 'strike'] as const
type Look = (typeof looks)[number]

export function phrasing(runs: ReportRun[]): PhrasingContent[] {
  return nest(peeled(runs).core, looks)
}

/** For headings and cells, where a line break would end them. */
export function phrasingOnOneLine(runs: ReportRun[]): PhrasingContent[] {
  return phrasing(runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/gu, ' ') })))
}

function nest(runs: ReportRun[], [look, ...inner]: readonly Look[]): PhrasingContent[] {
  if (look === undefined) return neighbours(runs, 'code').flatMap(leavesOf)
  return neighbours(runs, look).flatMap((group): PhrasingContent[] => {
    const value = group[0]?.[look]
    if (value === undefined) return nest(group, inner)
    const { before, core, after } = peeled(group)
    const wrapped = core.length === 0 ? [] : [wrap(look, nest(core, inner), String(value))]
    return [...leavesOf([{ text: before }]), ...wrapped, ...leavesOf([{ text: after }])]
  })
}

/** Space at the edges apart: `** bold **` is not bold, and no paragraph or cell begins or ends with space. */
function peeled(runs: ReportRun[]): { before: string; core: ReportRun[]; after: string } {
  const text = runs.map((run) => run.text).join('')
  const start = text.length - text.trimStart().length
  const end = Math.max(start, text.trimEnd().length)
  return { before: text.slice(0, start), core: sliced(runs, start, end), after: text.slice(end) }
}

function sliced(runs: ReportRun[], start: number, end: number): ReportRun[] {
  let position = 0
  return runs.flatMap((run) => {
    const from = Math.max(0, start - position)
    const text = run.text.slice(from, Math.max(from, end - position))
    position += run.text.length
    return text === '' ? [] : [{ ...run, text }]
  })
}

/** Runs side by side that share a look. */
function neighbours(runs: ReportRun[], look: Look | 'code'): ReportRun[][] {
  const groups: ReportRun[][] = []
  for (const run of runs) {
    const last = groups.at(-1)
    if (last && last[0]?.[look] === run[look]) last.push(run)
    else groups.push([run])
  }
  return groups
}

function wrap(look: Look, children: PhrasingContent[], value: string): PhrasingContent {
  switch (look) {
    case 'language':
      return { type: 'spoken', language: value, children }
    case 'link':
      return { type: 'link', url: value, children: children as Exclude<PhrasingContent, { type: 'link' }>[] }
    case 'bold':
      return { type: 'strong', children }
    case 'italic':
      return { type: 'emphasis', children }
    case 'strike':
      return { type: 'delete', children }
  }
}

/** The text of neighbours that differ in nothing that Markdown shows; in two nodes it could not be escaped as one. */
function leavesOf(runs: ReportRun[]): PhrasingContent[] {
  const text = runs.map((run) => run.text).join('')
  if (runs[0]?.code) return [{ type: 'inlineCode', value: text.replace(/\n+/gu, ' ') }]
  return text
    .split(/\s*\n\s*/u)
    .flatMap((line, index): PhrasingContent[] => [
      ...(index > 0 ? [{ type: 'break' as const }] : []),
      ...(line === '' ? [] : [{ type: 'text' as const, value: line }]),
    ])
}
