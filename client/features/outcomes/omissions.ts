/** What a report leaves out, gathered for reading: one entry for each reason, with the titles it is about. */
import type { ExportPreview } from '../../../shared/contracts/report.ts'

type Omission = ExportPreview['omitted'][number]

/** A sentence of the catalogue. */
export type OmissionWords =
  | 'caseNotCleared'
  | 'caseMarking'
  | 'agendaTitle'
  | 'cardNames'
  | 'cardEmpty'
  | 'linkedCase'
  | 'people'
  | 'contact'

export interface OmissionGroup {
  words: OmissionWords
  count: number
  titles: string[]
}

/** In the order in which the reasons came. */
export function groupOmissions(omitted: readonly Omission[]): OmissionGroup[] {
  const groups = new Map<OmissionWords, OmissionGroup>()
  for (const omission of omitted) {
    const words = wordsFor(omission)
    const group = groups.get(words) ?? { words, count: 0, titles: [] }
    group.count += 1
    if (isListed(words) && omission.title !== '') group.titles.push(omission.title)
    groups.set(words, group)
  }
  return [...groups.values()]
}

function wordsFor({ kind, reason }: Omission): OmissionWords {
  switch (kind) {
    case 'case':
      return reason === 'marking' ? 'caseMarking' : 'caseNotCleared'
    case 'card':
      return reason === 'empty' ? 'cardEmpty' : 'cardNames'
    default:
      return kind
  }
}

/** A card that is in needs no title here, only the number of them. */
function isListed(words: OmissionWords): boolean {
  return words !== 'linkedCase' && words !== 'cardEmpty'
}
