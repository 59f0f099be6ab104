/**
 * A card's text, which opens the card, and the same text while it is edited in place. What is typed is in the document with every letter, so
 * that leaving by Enter, Escape or by going elsewhere loses nothing.
 */
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { limits } from '../../../shared/contracts/limits.ts'
import type { Language } from '../../../shared/contracts/terms.ts'
import { languageTags } from '../../design/languageNames.ts'
import { bindText, type EditHistory } from '../../session/textBinding.ts'
import styles from './Board.module.css'

export interface CardTitleProps {
  title: string
  /** Of the card's words; null when nobody said it. */
  language: Language | null
  /** The shared text while it is edited here. */
  text: Y.Text | null
  history: EditHistory
  onOpen: () => void
  onEnd: (options: { staysAtCard: boolean }) => void
}

export function CardTitle({ title, language, text, history, onOpen, onEnd }: CardTitleProps) {
  const lang = language === null ? undefined : languageTags[language]
  if (text !== null) return <TitleEditor text={text} lang={lang} history={history} onEnd={onEnd} />
  return (
    <h3 className={styles.cardTitle} lang={lang}>
      <button type="button" data-part="title" className={styles.titleButton} aria-haspopup="dialog" onClick={onOpen}>
        {title}
      </button>
    </h3>
  )
}

interface TitleEditorProps extends Pick<CardTitleProps, 'history' | 'onEnd'> {
  text: Y.Text
  lang: string | undefined
}

function TitleEditor({ text, lang, history, onEnd }: TitleEditorProps) {
  const { t } = useTranslation('board')
  const bind = useCallback(
    (element: HTMLTextAreaElement) => {
      const release = bindText(element, text, { history })
      element.focus()
      element.setSelectionRange(element.value.length, element.value.length)
      return release
    },
    [text, history],
  )
  return (
    <textarea
      ref={bind}
      className={styles.titleEditor}
      lang={lang}
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
