/** Tells a screen reader, in batches, what others add to the board. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card } from '../../../shared/documents/boardDocument.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { clock } from '../../lib/time.ts'
import type { BoardActions } from './BoardActions.ts'
import { arrivals } from './cardList.ts'
import { columnTitle } from './columnWords.ts'
import { NewsBatch } from './NewsBatch.ts'

/** The sentence to announce; it changes when there are news. */
export function useArrivalNews(cards: readonly Card[], actions: BoardActions): string {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const [batch, setBatch] = useState<NewsBatch | null>(null)
  const [sentence, setSentence] = useState('')
  const seen = useRef(cards)

  useEffect(() => {
    const created = new NewsBatch(clock, (counts) => {
      const parts = [...counts].map(([column, count]) => t('arrived', { count, column: columnTitle(column, language) }))
      setSentence(`${parts.join('. ')}.`)
    })
    setBatch(created)
    return () => created.dispose()
  }, [t, language])

  useEffect(() => {
    const others = cards.filter((card) => !actions.isOwn(card.id))
    batch?.add(arrivals(seen.current, others))
    seen.current = cards
  }, [batch, cards, actions])

  return sentence
}
