/** The cases that may leave the meeting, each whole; and a section of all of them side by side. */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { counted, fill } from '../localForms.ts'
import { isPresenterNamed, releasedCases, withheldCases } from '../release.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { Definition, ReportBlock, ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { sectionBlocks, sectionsOf } from './caseSections.ts'
import { type PartContent, type PartMaker, section, sentence } from './part.ts'
import { personLine } from './people.ts'

/** A meeting whose cases are all withheld says so; one without cases has no such part. */
export function cases(input: ReportInput): PartContent {
  const { meeting, language } = input
  const words = wordsOf(language)
  const released = releasedCases(meeting)
  const withheld = withheldCases(meeting)
  if (released.length + withheld.length === 0) return section([])
  const counts = [
    ...(released.length > 0 ? [counted(language, words.casesIncluded, released.length)] : []),
    ...(withheld.length > 0 ? [counted(language, words.casesWithheld, withheld.length)] : []),
  ]
  const blocks = released.flatMap((caseId) => [
    headingOf(input, caseId),
    frameOf(input, caseId),
    ...sectionsOf(input, caseId, 3),
  ])
  return section([sentence(counts.join(' ')), ...blocks], { markings: markingsOf(input, released), omitted: withheld })
}

/** Makes a part of one section of every case that has it; `sectionId` is a section of the case template. */
export function acrossCases(sectionId: string): PartMaker {
  return (input) => {
    const { meeting } = input
    const used: CaseId[] = []
    const blocks = releasedCases(meeting).flatMap((caseId) => {
      const text = sectionBlocks(input, caseId, sectionId, 2)
      if (text.length === 0) return []
      used.push(caseId)
      return [headingOf(input, caseId), ...text]
    })
    const rest = { markings: markingsOf(input, used), omitted: withheldCases(meeting) }
    return section(blocks, rest)
  }
}

function headingOf(input: ReportInput, caseId: CaseId): ReportBlock {
  return { kind: 'heading', level: 2, runs: caseTitle(input, caseId) }
}

/** `Case 2: Operation Heron`: the number is the same in every part. */
export function caseTitle(input: ReportInput, caseId: CaseId): ReportRun[] {
  const words = wordsOf(input.language)
  const own = lineOf(input, input.meeting.cases[caseId]?.titleId)
  const number = fill(words.caseNumber, { number: String(releasedCases(input.meeting).indexOf(caseId) + 1) })
  return own.text === '' ? [{ text: number }] : [{ text: `${number}${words.colon}` }, own]
}

function frameOf(input: ReportInput, caseId: CaseId): ReportBlock {
  const words = wordsOf(input.language)
  const entry = input.meeting.cases[caseId]
  const isNamed = entry !== undefined && isPresenterNamed(entry, input.attribution)
  const presenter = isNamed ? personLine(input, entry.presenterId ?? entry.ownerId) : null
  const rows: Definition[] = [
    { term: words.marking, runs: markingsOf(input, [caseId]).map((text) => ({ text })) },
    ...(presenter === null ? [] : [{ term: words.presentedBy, runs: [presenter] }]),
  ]
  return { kind: 'definitions', rows }
}

export function markingsOf({ meeting }: Pick<ReportInput, 'meeting'>, ids: CaseId[]) {
  return ids.flatMap((caseId) => meeting.cases[caseId]?.marking ?? [])
}
