/**
 * One line to add cards to a column: Enter adds and stays ready for the next, Escape clears. The new card stands at
 * the end of the column; when that is out of sight, a line says so and leads there.
 */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { cx } from '../../design/classNames.ts'
import { Icon } from '../../design/Icon.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import styles from './Board.module.css'
import { columnTitle } from './columnWords.ts'

/** From here on the person is told how much room is left. */
const tellFromChars = limits.titleChars - 40

export interface QuickAddProps {
  column: CardKind
  /** The card that was added last from here. */
  freshId: string | null
  onAdd: (title: string) => void
}

export function QuickAdd({ column, freshId, onAdd }: QuickAddProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const [text, setText] = useState('')
  const label = t('quickAdd.label', { column: columnTitle(column, language) })
  return (
    <form
      className={styles.quickAdd}
      onSubmit={(event) => {
        event.preventDefault()
        const title = text.trim()
        if (title === '') return
        onAdd(title)
        setText('')
      }}
    >
      <div className={styles.line}>
        <input
          className={styles.input}
          aria-label={label}
          placeholder={t(`quickAdd.placeholder.${column}`)}
          value={text}
          maxLength={limits.titleChars}
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setText('')
          }}
        />
        <button type="submit" className={styles.addButton} aria-label={label} title={t('quickAdd.button')}>
          <Icon name="plus" />
        </button>
      </div>
      {text.length >= tellFromChars && (
        <p className={styles.note}>{t('quickAdd.limit', { used: text.length, max: limits.titleChars })}</p>
      )}
      {freshId !== null && text === '' && <OutOfSight key={freshId} cardId={freshId} column={column} />}
    </form>
  )
}

/** Says where the new card is, unless it can be seen. */
function OutOfSight({ cardId, column }: { cardId: string; column: CardKind }) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const [isOut, setIsOut] = useState(false)
  useEffect(() => {
    const card = cardElement(cardId)
    if (!card) return
    const observer = new IntersectionObserver(([entry]) => setIsOut(entry?.isIntersecting === false))
    observer.observe(card)
    return () => observer.disconnect()
  }, [cardId])
  if (!isOut) return null
  return (
    <p className={cx(styles.note, styles.whereabouts)}>
      {t('addedBelow', { column: columnTitle(column, language) })}{' '}
      <button
        type="button"
        className={styles.inlineButton}
        onClick={() => cardElement(cardId)?.scrollIntoView({ block: 'center' })}
      >
        {t('showAdded')}
      </button>
    </p>
  )
}

function cardElement(cardId: string): Element | null {
  return document.querySelector(`[data-card="${CSS.escape(cardId)}"]`)
}
