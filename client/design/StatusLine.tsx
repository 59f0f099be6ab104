/** A state in words with its glyph: saved, connected, read-only. It announces nothing; see Announcer for that. */
import type { ReactNode } from 'react'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Marks.module.css'

export type StatusTone = 'quiet' | 'good' | 'warning' | 'danger'

export interface StatusLineProps {
  tone?: StatusTone
  icon?: IconName
  children: ReactNode
  className?: string | undefined
}

export function StatusLine({ tone = 'quiet', icon, children, className }: StatusLineProps) {
  return (
    <span className={cx(styles.status, tone !== 'quiet' && styles[tone], className)}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}
