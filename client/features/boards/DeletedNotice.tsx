/** Says that a card was deleted and offers to bring it back; it stays until it is used or put away. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import styles from './Board.module.css'

export interface DeletedNoticeProps {
  title: string
  canUndo: boolean
  onUndo: () => void
  onClose: () => void
}

export function DeletedNotice({ title, canUndo, onUndo, onClose }: DeletedNoticeProps) {
  const { t } = useTranslation('board')
  return (
    <div className={styles.deleted} role="status">
      <span className={styles.deletedTitle}>{t('deleted', { title })}</span>
      {canUndo && (
        <Button size="small" onPress={onUndo}>
          {t('undo')}
        </Button>
      )}
      <Button size="small" variant="quiet" icon="close" aria-label={t('common:close')} onPress={onClose} />
    </div>
  )
}
