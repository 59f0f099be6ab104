/** Good practice, obstacle or recommendation: colour, glyph and word together, never one alone. */
import type { CardKind } from '../../shared/contracts/terms.ts'
import { cardTemplates } from '../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Marks.module.css'

const icons: Record<CardKind, IconName> = { goodPractice: 'check', obstacle: 'barred', recommendation: 'arrow' }

export function KindMark({ kind, isPlural = false }: { kind: CardKind; isPlural?: boolean }) {
  const [language] = useLanguage()
  const words = cardTemplates[kind]
  return (
    <span className={cx(styles.kind, styles[kind])}>
      <Icon name={icons[kind]} />
      {(isPlural ? words.plural : words.title)[language]}
    </span>
  )
}
