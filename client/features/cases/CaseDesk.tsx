/** The desk of one case: its state and outline above, the paper below. */
import { type ReactNode, useId, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { writableSections } from '../../../shared/documents/caseDocument.ts'
import { ProgressRing } from '../../design/ProgressRing.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { WorkBar } from '../../design/WorkBar.tsx'
import { formatPercent } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import { useSettledVersion } from '../../session/settledVersion.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import { useDocumentWords } from '../../session/useDocumentWords.ts'
import styles from './Case.module.css'
import { CaseOutline } from './CaseOutline.tsx'
import { CasePaper } from './CasePaper.tsx'
import { caseProgress } from './caseProgress.ts'
import { type CaseControlProps, MarkingControl } from './MarkingControl.tsx'
import { useLinkedCards } from './useLinkedCards.ts'

const sections = writableSections()

export interface CaseDeskProps extends CaseControlProps {
  document: DocumentSession
  tools: ReactNode
  /** What can be done with words that it does not take. */
  unsent: ReactNode
}

export function CaseDesk({ unsent, ...props }: CaseDeskProps) {
  const { document, meetingSession, entry, caseId } = props
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const { status, canWrite, isLoaded } = useDocumentSnapshot(document)
  const words = useDocumentWords(document, meetingSession)
  const prefix = useId()
  const anchored = useMemo(() => sections.map((each, index) => ({ ...each, anchor: `${prefix}${index}` })), [prefix])
  const linked = useLinkedCards(meetingSession, caseId)
  const version = useSettledVersion(useMemo(() => [document.doc], [document]))
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the document has changed.
  const progress = useMemo(() => caseProgress(document.doc, entry, linked.cards), [document, entry, linked, version])
  const isLoading = status.state === 'connecting'
  const outline = anchored.map(({ section, anchor }) => ({
    anchor,
    title: section.title[language],
    completeness: isLoaded ? (progress.sections[section.id] ?? null) : null,
  }))
  return (
    <div className={styles.around}>
      <div className={styles.desk}>
        <WorkBar {...words} actions={unsent}>
          <CaseOutline entries={outline} />
          <MarkingControl {...props} />
          {isLoaded && (
            <StatusLine>
              <ProgressRing share={progress.whole} />
              {t('progress.whole', { percent: formatPercent(progress.whole, language) })}
            </StatusLine>
          )}
        </WorkBar>
        {(isLoaded || isLoading) && (
          <CasePaper
            {...props}
            sections={anchored}
            states={progress.sections}
            linked={linked}
            canWrite={canWrite}
            isLoading={isLoading}
          />
        )}
      </div>
    </div>
  )
}
