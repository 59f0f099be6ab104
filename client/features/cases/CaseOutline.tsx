/** The way to each section of a long case: beside the paper where there is room, folded above it where there is not. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { cx } from '../../design/classNames.ts'
import styles from './CaseOutline.module.css'

export interface OutlineEntry {
  /** Of the section's element on the page. */
  anchor: string
  title: string
}

export function CaseOutline({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useTranslation('case')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <nav className={styles.outline} aria-label={t('sections')}>
      <Button
        size="small"
        icon={isOpen ? 'up' : 'down'}
        className={styles.toggle ?? ''}
        aria-expanded={isOpen}
        onPress={() => setIsOpen(!isOpen)}
      >
        {t('sections')}
      </Button>
      <ol className={cx(styles.list, isOpen && styles.open)}>
        {entries.map(({ anchor, title }) => (
          <li key={anchor}>
            <a
              href={`#${anchor}`}
              className={styles.link}
              onClick={(event) => {
                // Without the address: it is the router's, and a heading takes the focus along.
                event.preventDefault()
                setIsOpen(false)
                goTo(anchor)
              }}
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function goTo(anchor: string): void {
  const heading = document.getElementById(anchor)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
