/**
 * The line above a document: where one can go in it, and its state in words, always in sight. A state that needs a
 * sentence gets it below, where it stays, too: in a long text one writes far from its head. Only that sentence is
 * announced, because *saving* and *saved* alternate all day.
 */
import type { ReactNode } from 'react'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import { StatusLine, type StatusTone } from './StatusLine.tsx'
import styles from './WorkBar.module.css'

export interface WorkBarProps {
  tone: StatusTone
  icon: IconName
  status: string
  explanation: string | null
  /** What can be done about it, below the explanation. */
  actions?: ReactNode
  /** At the start of the line. */
  children?: ReactNode
}

export function WorkBar({ tone, icon, status, explanation, actions, children }: WorkBarProps) {
  return (
    <div className={styles.head}>
      <div className={styles.bar}>
        {children}
        <StatusLine tone={tone} icon={icon} className={styles.status}>
          {status}
        </StatusLine>
      </div>
      <div data-tone={tone}>
        <div className={cx(explanation !== null && styles.explanation)}>
          {explanation !== null && <Icon name={icon} />}
          <div className={styles.sentence}>
            <p role="status">{explanation}</p>
            {explanation !== null && actions}
          </div>
        </div>
      </div>
    </div>
  )
}
