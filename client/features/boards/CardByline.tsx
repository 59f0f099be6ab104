/** Who wrote most of a card's words, where the layer of authors is on. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { cardOf } from '../../../shared/documents/boardDocument.ts'
import { originsWithin } from '../../../shared/documents/origins.ts'
import { Byline } from '../../design/AuthorName.tsx'
import { useAuthorLayer, useAuthorsOf } from '../../session/useAuthorLayer.ts'
import styles from './CardByline.module.css'

export interface CardBylineProps {
  doc: Y.Doc
  cardId: string
}

export function CardByline(props: CardBylineProps) {
  return useAuthorLayer() && <CardAuthors {...props} />
}

/** Apart, so that hundreds of cards follow nothing while the layer is off. */
function CardAuthors({ doc, cardId }: CardBylineProps) {
  const { t } = useTranslation('authors')
  const authors = useAuthorsOf(() => {
    const card = cardOf(doc, cardId)
    return card ? originsWithin(card) : []
  })
  return authors && <Byline label={t('written')} authors={authors} max={2} className={styles.byline} />
}
