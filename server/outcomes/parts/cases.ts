/** The cases that may leave the meeting, each whole; and a section of all of them side by side. */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { counted, fill } from '../localForms.ts'
import { releasedCases, withheldCases } from '../release.ts'
import { type CaseContent, lineOf, type ReportInput } from '../reportInput.ts'
import type { ReportBlock, ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { sectionsOf, valuesOf } from './caseBlocks.ts'
import { type PartContent, type PartMaker, section, sentence } from './part.ts'

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
  const blocks = released.flatMap((caseId, index) => [
    titleOf(input, caseId, index),
    markOf(input, caseId),
    ...sectionsOf(contentOf(input, caseId), 3, language),
  ])
  return section([sentence(counts.join(' ')), ...blocks], { markings: markingsOf(input, released), omitted: withheld })
}

/** Makes a part of one section of every case that has it; `sectionId` is a section of the case template. */
export function acrossCases(sectionId: string): PartMaker {
  return (input) => {
    const { meeting, language } = input
    const used: CaseId[] = []
    const blocks = releasedCases(meeting).flatMap((caseId, index) => {
      const found = contentOf(input, caseId).find((candidate) => candidate.section.id === sectionId)
      const text = valuesOf(found?.values ?? [], 2, language)
      if (text.length === 0) return []
      used.push(caseId)
      return [titleOf(input, caseId, index), ...text]
    })
    const rest = { markings: markingsOf(input, used), omitted: withheldCases(meeting) }
    return section(blocks, rest)
  }
}

function titleOf(input: ReportInput, caseId: CaseId, index: number): ReportBlock {
  const words = wordsOf(input.language)
  const own = lineOf(input, input.meeting.cases[caseId]?.titleId)
  const number = fill(words.caseNumber, { number: String(index + 1) })
  const runs: ReportRun[] = own.text === '' ? [{ text: number }] : [{ text: `${number}${words.colon}` }, own]
  return { kind: 'heading', level: 2, runs }
}

function markOf({ meeting, language }: ReportInput, caseId: CaseId): ReportBlock {
  const runs = markingsOf({ meeting }, [caseId]).map((text) => ({ text }))
  return { kind: 'definitions', rows: [{ term: wordsOf(language).marking, runs }] }
}

function markingsOf({ meeting }: Pick<ReportInput, 'meeting'>, ids: CaseId[]) {
  return ids.flatMap((caseId) => meeting.cases[caseId]?.marking ?? [])
}

/** A case that was not loaded must not look like an empty one. */
function contentOf(input: ReportInput, caseId: CaseId): CaseContent {
  const content = input.cases[caseId]
  if (!content) throw new Error(`the content of case ${caseId} was not given to the report`)
  return content
}
