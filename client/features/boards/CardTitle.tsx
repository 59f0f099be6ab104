/**
 * A card's text, and the same text while it is edited in place. What is typed is in the document with every letter, so
 * that leaving by Enter, Escape or by going elsewhere loses nothing.
 */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { limits } from '../../../shared/contracts/limits.ts'
import { bindText } from '../../session/textBinding.ts'
import styles from './Board.module.css'

export interface CardTitleProps {
  title: string
  /** The shared text while it is edited here. */
  text: Y.Text | null
  canEdit: boolean
  onEdit: () => void
  onEnd: (options: { staysAtCard: boolean }) => void
}

export function CardTitle({ title, text, canEdit, onEdit, onEnd }: CardTitleProps) {
  if (text !== null) return <TitleEditor text={text} onEnd={onEnd} />
  return (
    <h3 className={styles.cardTitle}>
      {canEdit ? (
        <button type="button" data-part="title" className={styles.titleButton} onClick={onEdit}>
          {title}
        </button>
      ) : (
        title
      )}
    </h3>
  )
}

function TitleEditor({ text, onEnd }: { text: Y.Text; onEnd: CardTitleProps['onEnd'] }) {
  const { t } = useTranslation('board')
  const bind = useCallback(
    (element: HTMLTextAreaElement) => {
      const release = bindText(element, text)
      element.focus()
      element.setSelectionRange(element.value.length, element.value.length)
      return release
    },
    [text],
  )
  return (
    <textarea
      ref={bind}
      className={styles.titleEditor}
      aria-label={t('editTitle')}
      rows={2}
      maxLength={limits.titleChars}
      onKeyDown={(event) => {
        const ends = event.key === 'Enter' || event.key === 'Escape'
        if (!ends || event.nativeEvent.isComposing) return
        event.preventDefault()
        onEnd({ staysAtCard: true })
      }}
      onBlur={() => onEnd({ staysAtCard: false })}
    />
  )
}
