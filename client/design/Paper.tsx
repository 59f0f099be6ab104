/** The sheet on the desk: what is read or written stands on it. */
import type { ReactNode } from 'react'
import { cx } from './classNames.ts'
import styles from './Paper.module.css'

export function Paper({ children, className }: { children: ReactNode; className?: string | undefined }) {
  return <article className={cx(styles.paper, className)}>{children}</article>
}
