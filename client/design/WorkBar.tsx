/**
 * The line above a document: where one can go in it, and its state in words, always in sight. A state that needs a
 * sentence gets it below, where it stays, too: in a long text one writes far from its head. Only that sentence is
 * announced, because *saving* and *saved* alternate all day.
 */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './Icon.tsx'
import { StatusLine, type StatusTone } from './StatusLine.tsx'
import styles from './WorkBar.module.css'

export interface WorkBarProps {
  tone: StatusTone
  icon: IconName
  status: string
  explanation: string | null
  /** At the start of the line. */
  children?: ReactNode
}

export function WorkBar({ tone, icon, status, explanation, children }: WorkBarProps) {
  return (
    <>
      <div className={styles.bar}>
        {children}
        <StatusLine tone={tone} icon={icon} className={styles.status}>
          {status}
        </StatusLine>
      </div>
      <div role="status" className={styles.said} data-tone={tone}>
        {explanation !== null && (
          <p className={styles.explanation}>
            <Icon name={icon} />
            <span>{explanation}</span>
          </p>
        )}
      </div>
    </>
  )
}
