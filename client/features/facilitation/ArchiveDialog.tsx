/** The whole meeting as one file: what it holds, said before it is downloaded, because no rule of the report filters it. */
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import type { MeetingSession } from '../../session/MeetingSession.ts'

export function ArchiveDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('organizer')
  const { t: common } = useTranslation()
  const { meetingId, seat } = session
  const address = `/api/meetings/${encodeURIComponent(meetingId)}/exports/archive?${new URLSearchParams({ seat })}`
  return (
    <Dialog title={t('archive.title')} isOpen onClose={onClose}>
      <p>{t('archive.explained')}</p>
      <Notice tone="warning">{t('archive.confidential')}</Notice>
      <DialogActions>
        <Button onPress={onClose}>{common('close')}</Button>
        <a className={buttonClass({ variant: 'primary' })} href={address} download>
          {t('archive.download')}
        </a>
      </DialogActions>
    </Dialog>
  )
}
