/** A column beside the work. Folded away it keeps a narrow edge with its name and what is new in it. */
import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { cx } from '../../design/classNames.ts'
import styles from './SideColumn.module.css'
import type { Side } from './side.ts'

export interface SideColumnProps {
  side: Side
  isShown: boolean
  onToggle: () => void
  unread?: number
  children: ReactNode
}

export function SideColumn({ side, isShown, onToggle, unread = 0, children }: SideColumnProps) {
  const { t } = useTranslation('room')
  const bodyId = useId()
  const pointsAway = side === 'meeting' ? 'left' : 'right'
  const pointsIn = side === 'meeting' ? 'right' : 'left'
  return (
    <aside className={cx(styles.column, styles[side], !isShown && styles.hidden)} aria-label={t(`sides.${side}`)}>
      <div className={styles.head}>
        <p className={styles.title}>
          {t(`sides.${side}`)}
          {unread > 0 && ` · ${t('unread', { count: unread })}`}
        </p>
        <Button
          variant="quiet"
          size="small"
          icon={isShown ? pointsAway : pointsIn}
          aria-label={t(isShown ? `hide.${side}` : `show.${side}`)}
          aria-expanded={isShown}
          aria-controls={bodyId}
          onPress={onToggle}
        />
      </div>
      <div className={styles.body} id={bodyId} hidden={!isShown}>
        {isShown && children}
      </div>
    </aside>
  )
}
