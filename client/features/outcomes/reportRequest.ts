/** What a report can be asked for with, and the query that says it. */
import type { Attribution, Language } from '../../../shared/contracts/terms.ts'

export interface ReportWishes {
  language: Language
  attribution: Attribution
  /** Ids of the parts to leave out; parts that come to the meeting later are in. */
  without: readonly string[]
}

/** `known` are the parts that the meeting can give. */
export function queryOf({ language, attribution, without }: ReportWishes, known: readonly string[]): URLSearchParams {
  const query = new URLSearchParams({ language, attribution })
  if (without.length > 0) query.set('include', known.filter((id) => !without.includes(id)).join(','))
  return query
}
