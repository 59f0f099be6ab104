/** A titled part of a side column. When what had the focus in it disappears, its title takes the focus over. */
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { cx } from './classNames.ts'
import styles from './SideSection.module.css'

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
  useLayoutEffect(() => {
    if (hadFocus.current && document.activeElement === document.body) titleRef.current?.focus()
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
