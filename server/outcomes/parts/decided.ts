/**
 * What commands decided of a case, in words: its stage and its owner's clearance. Who cleared it is an office that
 * somebody typed, so it is said only where names are.
 */
import type { CaseId } from '../../../shared/contracts/ids.ts'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import type { CaseEntry } from '../../../shared/proceedings/state.ts'
import { choiceLabel } from '../../../shared/vocabulary/vocabulary.ts'
import { formatMomentDay } from '../localForms.ts'
import { isPresenterNamed } from '../release.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { Definition, ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'

type DecidedField = CaseField & { kind: 'decided' }
type Decided = (input: ReportInput, entry: CaseEntry, field: DecidedField) => ReportRun | null

/** By section and field of the template; a decided field that is not here is not said in the report. */
const decided: Record<string, Decided> = {
  'identification.stage': ({ language }, { stage }, { template }) =>
    stage === null ? null : { text: choiceLabel(template, stage, language) },
  'clearance.anonymized': ({ language }, { isAnonymized }) => {
    const words = wordsOf(language)
    return { text: isAnonymized ? words.yes : words.no }
  },
  'clearance.useInReport': ({ language }, { clearance }, { template }) => ({
    text: choiceLabel(template, clearance, language),
  }),
  'clearance.useInDigest': ({ language }, { digest }, { template }) => ({
    text: choiceLabel(template, digest, language),
  }),
  'clearance.clearedBy': (input, entry) =>
    isPresenterNamed(entry, input.attribution) && entry.clearedById !== null ? lineOf(input, entry.clearedById) : null,
  'clearance.clearedOn': ({ language, meeting }, { clearedAt }) =>
    clearedAt === null ? null : { text: formatMomentDay(language, clearedAt, meeting.timezone) },
}

export function decidedWords(input: ReportInput, caseId: CaseId, field: DecidedField): Definition[] {
  const entry = input.meeting.cases[caseId]
  const run = entry ? decided[`${field.section}.${field.field}`]?.(input, entry, field) : null
  return run && run.text !== '' ? [{ term: field.template.label[input.language], runs: [run] }] : []
}
