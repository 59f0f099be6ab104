/** The desk of one case: its state and outline above, the paper below. */
import { useId } from 'react'
import { writableSections } from '../../../shared/documents/caseDocument.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { WorkBar } from '../../design/WorkBar.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import { useDocumentWords } from '../../session/useDocumentWords.ts'
import styles from './Case.module.css'
import { CaseOutline } from './CaseOutline.tsx'
import { CasePaper } from './CasePaper.tsx'
import type { CaseControlProps } from './MarkingControl.tsx'

const sections = writableSections()

export function CaseDesk(props: CaseControlProps & { document: DocumentSession }) {
  const { document, meetingSession } = props
  const [language] = useLanguage()
  const { status, canWrite } = useDocumentSnapshot(document)
  const words = useDocumentWords(status, meetingSession)
  const prefix = useId()
  const anchored = sections.map((entry, index) => ({ ...entry, anchor: `${prefix}${index}` }))
  const outline = anchored.map(({ section, anchor }) => ({ anchor, title: section.title[language] }))
  return (
    <div className={styles.around}>
      <div className={styles.desk}>
        <WorkBar {...words}>
          <CaseOutline entries={outline} />
          <TlpMark marking={props.entry.marking} isDense />
        </WorkBar>
        <CasePaper {...props} sections={anchored} canWrite={canWrite} isLoading={status.state === 'connecting'} />
      </div>
    </div>
  )
}
