/** What a report leaves out, gathered for reading: one entry for each reason, with the titles it is about. */
import type { ExportPreview } from '../../../shared/contracts/report.ts'

type Offer = Pick<ExportPreview, 'omitted' | 'allowedAttributions'>
type Omission = ExportPreview['omitted'][number]

/** A sentence of the catalogue. */
export type OmissionWords =
  | 'caseNotCleared'
  | 'caseMarking'
  | 'caseDamaged'
  | 'boardDamaged'
  | 'agendaTitle'
  | 'cardMarking'
  | 'cardNames'
  | 'cardEmpty'
  | 'linkedCase'
  | 'people'
  | 'peopleByRules'
  | 'contact'

export interface OmissionGroup {
  words: OmissionWords
  count: number
  titles: string[]
}

/** In the order in which the reasons came. */
export function groupOmissions({ omitted, allowedAttributions }: Offer): OmissionGroup[] {
  const mayShowPeople = allowedAttributions.some((attribution) => attribution !== 'none')
  const groups = new Map<OmissionWords, OmissionGroup>()
  for (const omission of omitted) {
    const words = wordsFor(omission, mayShowPeople)
    const group = groups.get(words) ?? { words, count: 0, titles: [] }
    group.count += 1
    if (isListed(words) && omission.title !== '') group.titles.push(omission.title)
    groups.set(words, group)
  }
  return [...groups.values()]
}

function wordsFor({ kind, reason }: Omission, mayShowPeople: boolean): OmissionWords {
  switch (kind) {
    case 'case':
      if (reason === 'damaged') return 'caseDamaged'
      return reason === 'marking' ? 'caseMarking' : 'caseNotCleared'
    case 'board':
      return 'boardDamaged'
    case 'card':
      if (reason === 'marking') return 'cardMarking'
      return reason === 'empty' ? 'cardEmpty' : 'cardNames'
    case 'people':
      return mayShowPeople ? 'people' : 'peopleByRules'
    default:
      return kind
  }
}

/** A card that is in needs no title here, only the number of them. */
function isListed(words: OmissionWords): boolean {
  return words !== 'linkedCase' && words !== 'cardEmpty'
}
