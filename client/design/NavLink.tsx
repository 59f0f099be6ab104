/** A place to go to in a side column; the one where the reader is, is marked. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './NavList.module.css'

export interface NavLinkProps {
  href: string
  icon: IconName
  isCurrent: boolean
  children: ReactNode
  /** Stands under the words: a mark. */
  end?: ReactNode
  onFollow?: (() => void) | undefined
}

export function NavLink({ href, icon, isCurrent, children, end, onFollow }: NavLinkProps) {
  return (
    <li>
      <Link
        href={href}
        className={cx(styles.item, isCurrent && styles.current)}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => onFollow?.()}
      >
        <Icon name={icon} />
        <span className={styles.label}>
          {children}
          {end !== undefined && <span className={styles.end}>{end}</span>}
        </span>
      </Link>
    </li>
  )
}
