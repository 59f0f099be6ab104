/** One file of a case: its name is the way to it; what it is, and who added it when, as far as that is shown. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attachmentKinds } from '../../../shared/contracts/attachmentKinds.ts'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import type { AttachmentEntry } from '../../../shared/proceedings/state.ts'
import { Button } from '../../design/Button.tsx'
import { ConfirmDialog } from '../../design/ConfirmDialog.tsx'
import { Icon } from '../../design/Icon.tsx'
import { Notice } from '../../design/Notice.tsx'
import { dayOf, formatDate, formatTime } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { formatBytes } from '../../i18n/sizes.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { attachmentsPath } from '../../session/useCaseUploads.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useContent, useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './Attachments.module.css'
import { mayRemoveFile } from './caseRights.ts'

export interface AttachmentLineProps {
  caseId: CaseId
  file: AttachmentEntry
  meetingSession: MeetingSession
  onRemoved: () => void
}

export function AttachmentLine({ caseId, file, meetingSession, onRemoved }: AttachmentLineProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const { run, problem } = useCommand(meetingSession)
  const [isAsking, setIsAsking] = useState(false)
  const [lacksServer, setLacksServer] = useState(false)
  const { seat } = meetingSession
  const { attachmentId, mediaType, bytes } = file
  const mayRemove = useMeeting(meetingSession, (snapshot) => mayRemoveFile(snapshot, seat, caseId, attachmentId))
  const isOnline = useMeeting(meetingSession, ({ connection }) => connection.status === 'live')
  const name = useContent(meetingSession, file.nameId)?.text ?? ''
  const facts = `${attachmentKinds[mediaType].label} · ${formatBytes(bytes, language)}`
  const added = useAdded(meetingSession, file)
  const address = `${attachmentsPath(meetingSession, caseId)}/${attachmentId}?seat=${encodeURIComponent(seat)}`
  return (
    <li className={styles.line}>
      <Icon name="document" />
      <div className={styles.words}>
        <a
          className={styles.name}
          href={address}
          download={name}
          aria-label={t('files.download', { name, facts })}
          onClick={(event) => {
            // The browser would only say that the page cannot be reached.
            if (!isOnline) event.preventDefault()
            setLacksServer(!isOnline)
          }}
        >
          {name}
        </a>
        <span className={styles.facts}>
          {facts} · {added}
        </span>
        {lacksServer && !isOnline && <Notice tone="danger">{t('files.needsServer')}</Notice>}
        {problem && <Notice tone="danger">{problemWords(problem)}</Notice>}
      </div>
      {mayRemove && (
        <Button
          variant="quiet"
          size="small"
          icon="close"
          aria-label={t('files.remove', { name })}
          onPress={() => setIsAsking(true)}
        />
      )}
      <ConfirmDialog
        title={t('files.removeTitle')}
        action={t('files.removeAction')}
        isOpen={isAsking}
        isDangerous
        onClose={() => setIsAsking(false)}
        onConfirm={async () => {
          if (await run({ type: 'attachment.remove', caseId, attachmentId })) onRemoved()
        }}
      >
        <p>{t('files.removeAsk', { name })}</p>
      </ConfirmDialog>
    </li>
  )
}

/** Who added it when, as far as the attribution of the meeting says who. */
function useAdded(meetingSession: MeetingSession, { addedById, addedAt }: AttachmentEntry): string {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const timezone = useMeeting(meetingSession, ({ meeting }) => meeting?.timezone ?? 'UTC')
  const details = usePeople(meetingSession)(addedById).details
  const when = `${formatDate(dayOf(addedAt, timezone), language)}, ${formatTime(addedAt, timezone, language)}`
  if (addedById === meetingSession.seat) return t('files.addedByYou', { when })
  const who = meetingSession.nameOf(addedById) ?? details
  return who === '' ? when : `${who}, ${when}`
}
