/** The cover: when and where, what may be done with the report, and whether it is final. */
import type { Marking } from '../../../shared/contracts/terms.ts'
import { policiesOf } from '../../../shared/proceedings/policies.ts'
import { chathamHouseRule, labelOf, markingTerm } from '../../../shared/vocabulary/vocabulary.ts'
import { fill, formatDays, formatMoment } from '../localForms.ts'
import { lineOf, type ReportInput } from '../reportInput.ts'
import type { ReportRun } from '../reportTree.ts'
import { wordsOf } from '../words.ts'
import { type PartContent, sentence } from './part.ts'

/** `marking` is that of the rest of the report: the cover adds nothing that could make it stricter. */
export function cover(input: ReportInput, marking: Marking): PartContent {
  const { meeting, language, generatedAt } = input
  const words = wordsOf(language)
  const { unLevel } = policiesOf(meeting)
  const isUnderTheRule = meeting.policies?.attribution === 'none'
  const place = lineOf(input, meeting.placeId)
  const whenAndWhere: ReportRun[] = [{ text: formatDays(language, meeting.startsOn, meeting.endsOn) }]
  if (place.text !== '') whenAndWhere.push({ text: '\n' }, place)
  const moment = formatMoment(language, generatedAt, meeting.timezone)
  return {
    kind: 'cover',
    blocks: [
      { kind: 'paragraph', runs: whenAndWhere },
      {
        kind: 'definitions',
        rows: [
          { term: marking, runs: [{ text: markingTerm(marking).meaning[language] }] },
          { term: words.unLevel, runs: [{ text: labelOf('unClassification', unLevel, language) }] },
        ],
      },
      sentence(words.attribution[input.attribution]),
      ...(isUnderTheRule ? [sentence(chathamHouseRule[language])] : []),
      ...(meeting.status === 'closed' ? [] : [sentence(words.provisional)]),
      sentence(fill(words.generated, { moment })),
    ],
    markings: [],
    omitted: [],
  }
}
