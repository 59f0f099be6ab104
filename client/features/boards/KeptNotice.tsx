/** Says why an undo did nothing: a card in which others have written since is not taken away by it. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import styles from './Board.module.css'

export function KeptNotice({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('board')
  return (
    <div className={styles.deleted} role="status">
      <span>{t('kept')}</span>
      <Button size="small" variant="quiet" icon="close" aria-label={t('common:close')} onPress={onClose} />
    </div>
  )
}
