/** A titled part of a side column. */
import { type ReactNode, useId } from 'react'
import styles from './SideSection.module.css'

export interface SideSectionProps {
  title: ReactNode
  /** A small control at the end of the title's line. */
  action?: ReactNode
  children: ReactNode
}

export function SideSection({ title, action, children }: SideSectionProps) {
  const titleId = useId()
  return (
    <section className={styles.section} aria-labelledby={titleId}>
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
