/** A text of a card that several people write in: one line, or paragraphs. */
import { useEffect, useId } from 'react'
import type * as Y from 'yjs'
import { limits } from '../../../shared/contracts/limits.ts'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import type { CardField } from '../../../shared/documents/cardFields.ts'
import { fieldTextOf } from '../../../shared/documents/cardValues.ts'
import { cx } from '../../design/classNames.ts'
import field from '../../design/Field.module.css'
import { languageTags } from '../../design/languageNames.ts'
import { useTextBinding } from '../../session/useTextBinding.ts'
import type { BoardActions } from './BoardActions.ts'
import styles from './CardSheet.module.css'

export interface CardTextFieldProps {
  doc: Y.Doc
  card: Card
  field: CardField
  label: string
  actions: BoardActions
}

export function CardTextField({ doc, card, field: cardField, label, actions }: CardTextFieldProps) {
  const text = fieldTextOf(doc, card.id, cardField)
  useEffect(() => {
    if (text === null) actions.openField(card.id, cardField)
  }, [text, card.id, cardField, actions])
  if (text === null) return null
  return (
    <BoundText
      text={text}
      label={label}
      lang={card.language === null ? undefined : languageTags[card.language]}
      isMultiline={cardField.kind === 'paragraphs'}
      history={actions}
    />
  )
}

interface BoundTextProps {
  text: Y.Text
  label: string
  lang: string | undefined
  isMultiline: boolean
  history: BoardActions
}

function BoundText({ text, label, lang, isMultiline, history }: BoundTextProps) {
  const id = useId()
  const bind = useTextBinding(text, history)
  return (
    <div className={field.field}>
      <label htmlFor={id} className={field.label}>
        {label}
      </label>
      <textarea
        id={id}
        ref={bind}
        lang={lang}
        rows={isMultiline ? 2 : 1}
        data-lines={isMultiline ? 'many' : 'one'}
        className={cx(field.input, field.area, styles.area)}
        {...(isMultiline ? {} : { maxLength: limits.titleChars })}
      />
    </div>
  )
}
