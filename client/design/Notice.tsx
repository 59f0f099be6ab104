/** A few sentences in their own box: what happened, what is safe, what to do. `danger` is read out at once. */
import type { ReactNode } from 'react'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Notice.module.css'

export interface NoticeProps {
  tone?: 'info' | 'warning' | 'danger'
  icon?: IconName
  children: ReactNode
}

export function Notice({ tone = 'info', icon = 'attention', children }: NoticeProps) {
  return (
    <div className={cx(styles.notice, tone !== 'info' && styles[tone])} role={tone === 'danger' ? 'alert' : undefined}>
      <Icon name={icon} />
      <div className={styles.body}>{children}</div>
    </div>
  )
}
