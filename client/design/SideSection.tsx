/** A titled part of a side column. When what had the focus in it disappears, its title takes the focus over. */
import { type ReactNode, useEffect, useId, useRef } from 'react'
import { clock } from '../lib/time.ts'
import { cx } from './classNames.ts'
import styles from './SideSection.module.css'

/** A menu or dialog that closes gives the focus back to its button within this time, if the button is still there. */
const restoredWithinMs = 100

export interface SideSectionProps {
  title: ReactNode
  /** A small control at the end of the title's line. */
  action?: ReactNode
  children: ReactNode
}

export function SideSection({ title, action, children }: SideSectionProps) {
  const titleId = useId()
  const titleRef = useRef<HTMLHeadingElement>(null)
  const hadFocus = useRef(false)

  // After every change: a person who was removed takes the focused button of their row along.
  useEffect(() => {
    const isLost = () => hadFocus.current && document.activeElement === document.body
    if (!isLost()) return
    return clock.after(restoredWithinMs, () => {
      if (isLost()) titleRef.current?.focus()
    })
  })

  return (
    <section
      className={cx(styles.section)}
      aria-labelledby={titleId}
      onFocus={() => {
        hadFocus.current = true
      }}
      onBlur={() => {
        hadFocus.current = false
      }}
    >
      <div className={styles.head}>
        <h2 className={styles.title} id={titleId} ref={titleRef} tabIndex={-1}>
          {title}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
