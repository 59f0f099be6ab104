/** Links a card that stands on a board of the meeting to this case: found by typing a part of its words. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CardKind } from '../../../shared/contracts/terms.ts'
import { cardTemplates } from '../../../shared/vocabulary/vocabulary.ts'
import { ComboBox } from '../../design/ComboBox.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { DocumentSession } from '../../session/DocumentSession.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useDocumentSnapshot } from '../../session/useDocument.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { cardChoices, keyOfCard, type MeetingCard } from './linkedCards.ts'

export interface LinkCardFieldProps {
  /** One of the boards: all of them can be written, or none. */
  board: DocumentSession
  column: CardKind
  /** Those that are not linked to this case. */
  cards: readonly MeetingCard[]
  meetingSession: MeetingSession
  onLink: (card: MeetingCard) => void
}

export function LinkCardField({ board, column, cards, meetingSession, onLink }: LinkCardFieldProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const { canWrite } = useDocumentSnapshot(board)
  const [query, setQuery] = useState('')
  const cases = useMeeting(meetingSession, ({ meeting }) => meeting?.cases)
  const content = useMeeting(meetingSession, (snapshot) => snapshot.content)
  if (!canWrite) return null
  const titleOf = (caseId: string) => {
    const entry = Object.entries(cases ?? {}).find(([id]) => id === caseId)?.[1]
    return entry && content[entry.titleId]?.text
  }
  const choices = cardChoices(cards, {
    untitled: t('cards.untitled'),
    ofCase: (title, caseId) => {
      const other = titleOf(caseId)
      return other === undefined ? title : t('cards.ofOther', { title, case: other })
    },
  })
  return (
    <ComboBox
      label={t('cards.link', { kind: cardTemplates[column].title[language] })}
      placeholder={t('cards.linkHint')}
      choices={choices}
      value={null}
      query={query}
      onQuery={setQuery}
      onChange={(key) => {
        const card = cards.find((each) => keyOfCard(each) === key)
        if (!card) return
        onLink(card)
        setQuery('')
      }}
    />
  )
}
