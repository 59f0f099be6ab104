/** Good practice, obstacle, recommendation or parked topic: colour, glyph and word together, never one alone. */
import type { CardKind } from '../../shared/contracts/terms.ts'
import { cardTemplates } from '../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../i18n/useLanguage.ts'
import { cx } from './classNames.ts'
import { Icon } from './Icon.tsx'
import { kindIcons } from './kindIcons.ts'
import styles from './Marks.module.css'

export function KindMark({ kind, isPlural = false }: { kind: CardKind; isPlural?: boolean }) {
  const [language] = useLanguage()
  const words = cardTemplates[kind]
  return (
    <span className={cx(styles.kind, styles[kind])}>
      <Icon name={kindIcons[kind]} />
      {(isPlural ? words.plural : words.title)[language]}
    </span>
  )
}
