/**
 * A case as it was: what stood in its document, to read. What the meeting decides, attached files and cards of the
 * boards are no part of a version; the mark of today is shown, because it says how to treat what is read.
 */
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { type CaseField, writableSections } from '../../../shared/documents/caseDocument.ts'
import { languageTags } from '../../design/languageNames.ts'
import { Paper } from '../../design/Paper.tsx'
import { TlpMark } from '../../design/TlpMark.tsx'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import styles from './Case.module.css'
import { CaseSection } from './CaseSection.tsx'
import { caseProgress } from './caseProgress.ts'
import { useCaretLabels } from './useCaretLabels.ts'
import type { LinkedCards } from './useLinkedCards.ts'

const keptKinds: readonly CaseField['kind'][] = ['text', 'value', 'tags', 'richText', 'rows']

const sections = writableSections()
  .map(({ section, fields }) => ({ section, fields: fields.filter(({ kind }) => keptKinds.includes(kind)) }))
  .filter(({ fields }) => fields.length > 0)

const noCards: LinkedCards = { cards: [], others: [], boardOf: () => null, boardFor: () => null }

export interface PastCaseProps {
  caseId: CaseId
  /** The state of the version. */
  document: DocumentSession
  meetingSession: MeetingSession
}

export function PastCase({ caseId, document, meetingSession }: PastCaseProps) {
  const { t } = useTranslation('case')
  const entry = useMeeting(meetingSession, ({ meeting }) => meeting?.cases[caseId] ?? null)
  const title = useContent(meetingSession, entry?.titleId)
  const root = useRef<HTMLDivElement>(null)
  const carets = useCaretLabels(document, meetingSession, root)
  const states = useMemo(() => entry && caseProgress(document.doc, entry, []).sections, [document, entry])
  if (entry === null || states === null) return null
  const paper = { caseId, entry, meetingSession, document, linked: noCards, canWrite: false }
  return (
    <div className={styles.around}>
      <div className={styles.desk}>
        <Paper className={styles.paper}>
          <header className={styles.header}>
            <div className={styles.marks}>
              <TlpMark marking={entry.marking} />
            </div>
            <h1 className={styles.title} lang={title?.language && languageTags[title.language]}>
              {title?.text ?? t('untitled')}
            </h1>
          </header>
          {carets && (
            <div ref={root}>
              {sections.map(({ section, fields }) => (
                <CaseSection
                  key={section.id}
                  {...paper}
                  section={section}
                  fields={fields}
                  anchor={`past-${section.id}`}
                  state={states[section.id]?.state ?? 'empty'}
                  carets={carets}
                />
              ))}
            </div>
          )}
        </Paper>
      </div>
    </div>
  )
}
