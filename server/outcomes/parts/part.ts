/** What the maker of one part of the report gives back. */
import type { Marking } from '../../../shared/contracts/terms.ts'
import type { OutlinePart } from '../../../shared/vocabulary/vocabulary.ts'
import type { ReportInput } from '../reportInput.ts'
import type { Omission, ReportBlock, ReportPart } from '../reportTree.ts'

export interface PartContent {
  kind: ReportPart['kind']
  blocks: ReportBlock[]
  /** Marks of what the part holds; the report takes the strictest. */
  markings: Marking[]
  omitted: Omission[]
}

/** Makes the content of one part of the outline; a part without blocks is absent from the report. */
export type PartMaker = (input: ReportInput, part: OutlinePart) => PartContent

export function section(blocks: ReportBlock[], rest: Partial<PartContent> = {}): PartContent {
  return { kind: 'section', blocks, markings: [], omitted: [], ...rest }
}

export function sentence(text: string): ReportBlock {
  return { kind: 'paragraph', runs: [{ text }] }
}
