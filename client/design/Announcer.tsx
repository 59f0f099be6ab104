/** Says a sentence to screen readers when it changes, after what they are saying now. Shows nothing. */
import styles from './VisuallyHidden.module.css'

export function Announcer({ children }: { children: string }) {
  return (
    <div role="status" className={styles.hidden}>
      {children}
    </div>
  )
}
