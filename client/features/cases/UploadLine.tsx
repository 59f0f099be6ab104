/** One file on its way to the server: how far it is, or in words why it is not there and what can be done. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Icon } from '../../design/Icon.tsx'
import { formatPercent } from '../../i18n/dates.ts'
import { formatBytes } from '../../i18n/sizes.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { PendingUpload } from '../../session/CaseUploads.ts'
import styles from './Attachments.module.css'
import { canTryAgain, useFailureWords } from './attachmentWords.ts'

export interface UploadLineProps {
  upload: PendingUpload
  /** The case holds no more files. */
  isFull: boolean
  mayAdd: boolean
  onRetry: () => void
  onDismiss: () => void
}

export function UploadLine({ upload, isFull, mayAdd, onRetry, onDismiss }: UploadLineProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const failureWords = useFailureWords()
  const { name, file, status } = upload
  const share = status.state === 'sending' ? status.share : 0
  return (
    <li className={styles.line} data-state={status.state}>
      <Icon name="document" />
      <div className={styles.words}>
        <span className={styles.name}>{name}</span>
        {status.state === 'failed' ? (
          <p className={styles.failure}>
            <Icon name="attention" size={14} />
            <span>{failureWords(status.reason, { isFull, mayAdd })}</span>
          </p>
        ) : (
          <>
            <progress className={styles.progress} max={1} value={share} aria-label={t('files.sendingOf', { name })} />
            <span className={styles.facts}>
              {status.state === 'waiting'
                ? t('files.waiting')
                : t('files.sending', { percent: formatPercent(share, language) })}
              {' · '}
              {formatBytes(file.size, language)}
            </span>
          </>
        )}
        {status.state === 'failed' && (
          <div className={styles.actions}>
            {mayAdd && canTryAgain(status.reason) && (
              <Button size="small" aria-label={t('files.retryOf', { name })} onPress={onRetry}>
                {t('files.retry')}
              </Button>
            )}
            <Button size="small" aria-label={t('files.dismissOf', { name })} onPress={onDismiss}>
              {t('files.dismiss')}
            </Button>
          </div>
        )}
      </div>
    </li>
  )
}
