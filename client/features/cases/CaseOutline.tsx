/** The way to each section of a long case: a list beside the paper where there is room, a menu where there is not. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Completeness } from '../../../shared/documents/caseCompleteness.ts'
import { MenuButton } from '../../design/Menu.tsx'
import { ProgressRing } from '../../design/ProgressRing.tsx'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import { formatPercent } from '../../i18n/dates.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './CaseOutline.module.css'

export interface OutlineEntry {
  /** Of the section's heading on the page. */
  anchor: string
  title: string
  /** Null while the document is not here. */
  completeness: Completeness | null
}

export function CaseOutline({ entries }: { entries: readonly OutlineEntry[] }) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const [target, setTarget] = useState<string | null>(null)
  // Not at once: while the menu is open, nothing outside it takes the focus.
  useEffect(() => {
    if (target === null) return
    goTo(target)
    setTarget(null)
  }, [target])

  const wordsOf = ({ state, share }: Completeness) =>
    state === 'begun' ? formatPercent(share, language) : t(`progress.${state}`)
  const actions = entries.map(({ anchor, title, completeness }) => ({
    id: anchor,
    label: completeness ? `${title} · ${wordsOf(completeness)}` : title,
    onAction: () => setTarget(anchor),
  }))
  return (
    <>
      <MenuButton size="small" icon="down" className={styles.button ?? ''} groups={[{ id: 'sections', actions }]}>
        {t('sections')}
      </MenuButton>
      <nav className={styles.outline} aria-label={t('sections')}>
        <ol>
          {entries.map(({ anchor, title, completeness }) => (
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
                {completeness && (
                  <ProgressRing share={completeness.state === 'notApplicable' ? null : completeness.share} />
                )}
                <span>
                  {title}
                  {completeness && <VisuallyHidden>{`: ${wordsOf(completeness)}`}</VisuallyHidden>}
                </span>
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
