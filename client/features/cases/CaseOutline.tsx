/** The way to each section of a long case: a list beside the paper where there is room, a menu where there is not. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MenuButton } from '../../design/Menu.tsx'
import styles from './CaseOutline.module.css'

export interface OutlineEntry {
  /** Of the section's heading on the page. */
  anchor: string
  title: string
}

export function CaseOutline({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useTranslation('case')
  const [target, setTarget] = useState<string | null>(null)
  // Not at once: while the menu is open, nothing outside it takes the focus.
  useEffect(() => {
    if (target === null) return
    goTo(target)
    setTarget(null)
  }, [target])

  const actions = entries.map(({ anchor, title }) => ({ id: anchor, label: title, onAction: () => setTarget(anchor) }))
  return (
    <>
      <MenuButton size="small" icon="down" className={styles.button ?? ''} groups={[{ id: 'sections', actions }]}>
        {t('sections')}
      </MenuButton>
      <nav className={styles.outline} aria-label={t('sections')}>
        <ol>
          {entries.map(({ anchor, title }) => (
            <li key={anchor}>
              <a
                href={`#${anchor}`}
                className={styles.link}
                onClick={(event) => {
                  // The address is the router's.
                  event.preventDefault()
                  setTarget(anchor)
                }}
              >
                {title}
              </a>
            </li>
          ))}
        </ol>
      </nav>
    </>
  )
}

/** The heading takes the focus along, so that the keyboard goes on from there. */
function goTo(anchor: string): void {
  const heading = document.getElementById(anchor)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}
