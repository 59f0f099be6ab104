/** How the hall comes in: the code in large type, the address to open, and both as a QR code. */
import { useTranslation } from 'react-i18next'
import type { MeetingView } from '../../../shared/contracts/http.ts'
import { Dialog } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { QrCode } from '../../design/QrCode.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './CodeDialog.module.css'
import { spacedCode } from './meetingCode.ts'
import { useMeetingView } from './useMeetingView.ts'

export function CodeDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('room')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const view = useMeetingView(session)
  return (
    <Dialog title={t('code.title')} isOpen onClose={onClose} isWide>
      {view.status === 'loading' && <StatusLine icon="wait">{common('loading')}</StatusLine>}
      {view.status === 'failed' && <Notice tone="danger">{sayProblem(view.error)}</Notice>}
      {view.status === 'loaded' && <CodePanel view={view.value} />}
    </Dialog>
  )
}

function CodePanel({ view: { code, joinUrl } }: { view: MeetingView }) {
  const { t } = useTranslation('room')
  if (code === undefined || joinUrl === undefined) return null
  const address = new URL(joinUrl)
  return (
    <div className={styles.panel}>
      <div className={styles.words}>
        <p className={styles.label}>{t('code.address')}</p>
        <p className={styles.address}>{`${address.host}${address.pathname}`}</p>
        <p className={styles.label}>{t('code.code')}</p>
        <p className={styles.code} translate="no">
          {spacedCode(code)}
        </p>
        <p className={styles.label}>{t('code.hint')}</p>
      </div>
      <div className={styles.qr}>
        <QrCode text={joinUrl} label={t('code.qr')} />
      </div>
    </div>
  )
}
