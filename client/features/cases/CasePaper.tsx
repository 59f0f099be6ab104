/** The sheet: title, mark, clearance and owner on top, then the sections. */
import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Completeness } from '../../../shared/documents/caseCompleteness.ts'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import type { TemplateSection } from '../../../shared/vocabulary/vocabulary.ts'
import { Paper } from '../../design/Paper.tsx'
import { useAuthorLayer } from '../../session/useAuthorLayer.ts'
import { AuthorLine } from './AuthorLine.tsx'
import styles from './Case.module.css'
import { CaseHeader } from './CaseHeader.tsx'
import { CaseSection } from './CaseSection.tsx'
import type { PaperProps } from './paperProps.ts'
import { useCaretLabels } from './useCaretLabels.ts'

export interface CasePaperProps extends Omit<PaperProps, 'carets'> {
  sections: readonly { section: TemplateSection; fields: CaseField[]; anchor: string }[]
  /** By section. */
  states: Readonly<Record<string, Completeness>>
  isLoading: boolean
  /** Below the head. */
  tools?: ReactNode
}

export function CasePaper(props: CasePaperProps) {
  const { caseId, entry, meetingSession, document, linked, sections, states, canWrite, isLoading, tools } = props
  const paper = { caseId, entry, meetingSession, document, linked, canWrite }
  const { t } = useTranslation('case')
  const layer = useAuthorLayer()
  const root = useRef<HTMLDivElement>(null)
  const carets = useCaretLabels(document, meetingSession, root)

  return (
    <Paper className={styles.paper}>
      <CaseHeader caseId={caseId} entry={entry} meetingSession={meetingSession} />
      {tools}
      {isLoading || carets === null ? (
        <p className={styles.loading}>{t('document:loading')}</p>
      ) : (
        <div ref={root}>
          {sections.map((each) => (
            <CaseSection
              key={each.anchor}
              {...paper}
              {...each}
              state={states[each.section.id]?.state ?? 'empty'}
              carets={carets}
            />
          ))}
        </div>
      )}
      {layer && <AuthorLine layer={layer} />}
    </Paper>
  )
}
