/** The links exist: they are on the sheets and nowhere else, so printing comes before closing. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import styles from './Roster.module.css'

export interface RosterMadeProps {
  count: number
  onPrint: () => void
  onClose: () => void
}

export function RosterMade({ count, onPrint, onClose }: RosterMadeProps) {
  const { t } = useTranslation('roster')
  const { t: common } = useTranslation()
  return (
    <div className={styles.form}>
      <p role="status">{t('made', { count })}</p>
      <Notice>{t('shownOnce')}</Notice>
      <DialogActions>
        <Button onPress={onClose}>{common('done')}</Button>
        <Button variant="primary" onPress={onPrint} isDisabled={count === 0} autoFocus>
          {t('sheets')}
        </Button>
      </DialogActions>
    </div>
  )
}
