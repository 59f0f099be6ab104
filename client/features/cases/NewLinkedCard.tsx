/** Writes a card of this case onto the meeting's board, without leaving the case. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { cardTemplates } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import styles from './Cards.module.css'
import { addLinkedCard } from './linkedCards.ts'

export interface NewLinkedCardProps {
  board: DocumentSession
  column: CardKind
  caseId: CaseId
}

export function NewLinkedCard({ board, column, caseId }: NewLinkedCardProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const { canWrite } = useDocumentSnapshot(board)
  const [title, setTitle] = useState('')
  const add = () => {
    if (title.trim() === '') return
    addLinkedCard(board.doc, caseId, { column, title: title.trim(), language })
    setTitle('')
  }
  if (!canWrite) return null
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault()
        add()
      }}
    >
      <TextField
        label={t('cards.new', { kind: cardTemplates[column].title[language] })}
        value={title}
        onChange={setTitle}
        maxLength={limits.titleChars}
        className={styles.words ?? ''}
      />
      <Button type="submit" icon="plus">
        {t('cards.add')}
      </Button>
    </form>
  )
}
