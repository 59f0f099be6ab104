/** The link that an invitation made: to copy, or to show to the person's phone. */
import { useTranslation } from 'react-i18next'
import type { InvitationAnswer } from '../../../shared/contracts/http.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { CopyField } from '../../design/CopyField.tsx'
import { DialogActions } from '../../design/Dialog.tsx'
import { QrCode } from '../../design/QrCode.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './InviteDialog.module.css'

export interface InvitationLinkProps {
  invitation: InvitationAnswer
  onAnother: () => void
  onClose: () => void
}

export function InvitationLink({ invitation: { invitation, url }, onAnother, onClose }: InvitationLinkProps) {
  const { t } = useTranslation('people')
  const { t: common } = useTranslation()
  const [language] = useLanguage()
  const { name, role } = invitation
  const label = labelOf('meetingRoles', role, language)
  return (
    <>
      <p>{name === undefined ? t('invite.forRole', { role: label }) : t('invite.forName', { name, role: label })}</p>
      <CopyField label={t('invite.link')} value={url} autoFocus />
      <div className={styles.qr}>
        <QrCode text={url} label={t('invite.qr')} />
      </div>
      <DialogActions>
        <Button onPress={onAnother}>{t('invite.another')}</Button>
        <Button variant="primary" onPress={onClose}>
          {common('done')}
        </Button>
      </DialogActions>
    </>
  )
}
