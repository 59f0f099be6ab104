/** A page that is one sheet on the desk: the door, the waiting room, the organizer's form, the end. */
import type { ReactNode } from 'react'
import { usePageTitle } from '../lib/usePageTitle.ts'
import { cx } from './classNames.ts'
import styles from './SheetPage.module.css'

export interface SheetPageProps {
  title: string
  lead?: ReactNode
  children?: ReactNode
  isWide?: boolean
}

export function SheetPage({ title, lead, children, isWide = false }: SheetPageProps) {
  usePageTitle(title)
  return (
    <main className={styles.page}>
      <div className={cx(styles.sheet, isWide && styles.wide)}>
        <header>
          <p className={styles.brand}>Plenaria</p>
          <h1 className={styles.title}>{title}</h1>
          {lead !== undefined && <div className={styles.lead}>{lead}</div>}
        </header>
        {children}
      </div>
    </main>
  )
}
