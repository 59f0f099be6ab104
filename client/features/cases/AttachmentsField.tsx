/**
 * The files of a case: those that are there, those on their way, and the way to add more. Whether a file may be added is
 * the server's to decide; here it is asked beforehand, so that nobody chooses in vain.
 */
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentEndings } from '../../../shared/contracts/attachmentKinds.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { Announcer } from '../../design/Announcer.tsx'
import { cx } from '../../design/classNames.ts'
import { FileDrop } from '../../design/FileDrop.tsx'
import { formatBytes } from '../../i18n/sizes.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useCaseUploads } from '../../session/useCaseUploads.ts'
import { useVerdict } from '../../session/useMeeting.ts'
import { AttachmentLine } from './AttachmentLine.tsx'
import styles from './Attachments.module.css'
import { acceptedKinds } from './attachmentWords.ts'
import caseStyles from './Case.module.css'
import type { CaseControlProps } from './MarkingControl.tsx'
import { UploadLine } from './UploadLine.tsx'

export function AttachmentsField({ caseId, entry, meetingSession }: CaseControlProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const [uploads, { pending, last }] = useCaseUploads(meetingSession, caseId)
  const mayAdd = useVerdict(meetingSession, 'attachment.add') === 'allowed'
  const titleId = useId()
  const addButton = useRef<HTMLButtonElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const { attachments } = entry
  const isFull = attachments.length >= limits.attachmentsPerCase
  const isEmpty = attachments.length + pending.length === 0
  /** What had the focus is gone. */
  const takeFocus = () => (addButton.current ?? title.current)?.focus()
  return (
    <div className={cx(caseStyles.field, styles.files)}>
      <h3 ref={title} id={titleId} tabIndex={-1} className={caseStyles.label}>
        {t('files.title')}
      </h3>
      {!isEmpty && (
        <ul className={styles.list} aria-labelledby={titleId}>
          {attachments.map((file) => (
            <AttachmentLine
              key={file.attachmentId}
              caseId={caseId}
              file={file}
              meetingSession={meetingSession}
              onRemoved={takeFocus}
            />
          ))}
          {pending.map((upload) => (
            <UploadLine
              key={upload.id}
              upload={upload}
              isFull={isFull}
              mayAdd={mayAdd}
              onRetry={() => {
                takeFocus()
                uploads.retry(upload.id)
              }}
              onDismiss={() => {
                takeFocus()
                uploads.dismiss(upload.id)
              }}
            />
          ))}
        </ul>
      )}
      {isEmpty && !mayAdd && <p className={caseStyles.nothing}>{t('files.none')}</p>}
      {mayAdd && isFull && (
        <p className={caseStyles.nothing}>{t('files.full', { limit: limits.attachmentsPerCase })}</p>
      )}
      {mayAdd && !isFull && (
        <FileDrop
          action={t('files.add')}
          label={t('files.place')}
          accepts={attachmentEndings}
          buttonRef={addButton}
          onChoose={(files) => uploads.add(files)}
        >
          <span>{t('files.drop', { kinds: acceptedKinds, size: formatBytes(limits.attachmentBytes, language) })}</span>
        </FileDrop>
      )}
      <Announcer>{last ? t(`files.${last.outcome}`, { name: last.name }) : ''}</Announcer>
    </div>
  )
}
