/**
 * One slip of paper per person: the name, the personal link as a code for the camera and as an address to type, and the
 * meeting's code for whoever loses it. Each is written in its person's language.
 */
import { useTranslation } from 'react-i18next'
import type { InvitationAnswer } from '../../../shared/contracts/http.ts'
import { labelOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Notice } from '../../design/Notice.tsx'
import { PrintView } from '../../design/PrintView.tsx'
import { QrCode } from '../../design/QrCode.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './AccessSheets.module.css'
import { spacedCode } from './meetingCode.ts'
import { useMeetingView } from './useMeetingView.ts'

export interface AccessSheetsProps {
  session: MeetingSession
  invitations: InvitationAnswer[]
  onClose: () => void
}

export function AccessSheets({ session, invitations, onClose }: AccessSheetsProps) {
  const { t } = useTranslation('roster')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const view = useMeetingView(session)
  return (
    <PrintView title={t('sheets')} action={t('print')} note={<Notice>{t('sheetsNote')}</Notice>} onClose={onClose}>
      {view.status === 'loading' && <StatusLine icon="wait">{common('loading')}</StatusLine>}
      {view.status === 'failed' && <Notice tone="danger">{sayProblem(view.error)}</Notice>}
      {view.status === 'loaded' && (
        <ul className={styles.sheets}>
          {invitations.map((invitation) => (
            <AccessSheet
              key={invitation.invitation.id}
              answer={invitation}
              title={view.value.title}
              code={view.value.code ?? ''}
            />
          ))}
        </ul>
      )}
    </PrintView>
  )
}

function AccessSheet({ answer, title, code }: { answer: InvitationAnswer; title: string; code: string }) {
  const { i18n } = useTranslation('roster')
  const [reader] = useLanguage()
  const { invitation, url } = answer
  const language = invitation.language ?? reader
  const t = i18n.getFixedT(language, 'roster')
  const name = invitation.name ?? ''
  return (
    <li className={styles.sheet} lang={language}>
      <div className={styles.words}>
        <p className={styles.meeting}>{title}</p>
        <p className={styles.name}>{name}</p>
        <p>{labelOf('meetingRoles', invitation.function ?? invitation.role, language)}</p>
        <p className={styles.how}>{t('sheet.how')}</p>
        <p className={styles.link} translate="no">
          {url}
        </p>
        <p className={styles.how}>{t('sheet.code', { code: spacedCode(code) })}</p>
      </div>
      <div className={styles.qr}>
        <QrCode text={url} label={t('sheet.qr', { name })} />
      </div>
    </li>
  )
}
