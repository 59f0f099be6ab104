/** A field that a command decides: what was decided, among the other fields, and the way to decide where one may. */
import { useTranslation } from 'react-i18next'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { decidedValue } from '../../../shared/proceedings/decidedFields.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useContent } from '../../session/useMeeting.ts'
import { FactLine } from './FactLine.tsx'
import type { CaseControlProps } from './MarkingControl.tsx'
import { StageControl } from './StageControl.tsx'
import { useClearedOn } from './useClearedOn.ts'
import { valueWords } from './valueWords.ts'

export interface DecidedFieldProps extends CaseControlProps {
  field: CaseField & { kind: 'decided' }
}

export function DecidedField({ field: { command, template }, ...props }: DecidedFieldProps) {
  const [language] = useLanguage()
  const label = template.label[language]
  switch (command) {
    case 'case.setMarking':
      return (
        <FactLine label={label}>
          {/* It is set at the head of the paper. */}
          <TlpMark marking={props.entry.marking} />
        </FactLine>
      )
    case 'case.setStage':
      return (
        <FactLine label={label}>
          <StageControl {...props} />
        </FactLine>
      )
    default:
      return <DecidedFact {...props} template={template} />
  }
}

function DecidedFact({
  entry,
  meetingSession,
  template,
}: CaseControlProps & Pick<CaseField & { kind: 'decided' }, 'template'>) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const value = decidedValue(entry, template)
  const text = useContent(meetingSession, template.type === 'text' && typeof value === 'string' ? value : null)
  const clearedOn = useClearedOn(meetingSession, entry)
  const label = template.label[language]
  if (value === null) return <FactLine label={label}>{null}</FactLine>
  if (template.type === 'text') return <FactLine label={label}>{text?.text ?? null}</FactLine>
  if (template.type === 'date') return <FactLine label={label}>{clearedOn && formatDate(clearedOn, language)}</FactLine>
  return <FactLine label={label}>{valueWords(template, value, language, t)}</FactLine>
}
