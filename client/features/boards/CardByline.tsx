/** Who wrote most of a card's words, where the layer of authors is on. */
import { useTranslation } from 'react-i18next'
import { cardOf } from '../../../shared/documents/boardDocument.ts'
import { originsWithin } from '../../../shared/documents/origins.ts'
import { Byline } from '../../design/AuthorName.tsx'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import { useAuthorLayer, useAuthorsOf } from '../../session/useAuthorLayer.ts'
import styles from './CardByline.module.css'

export function CardByline({ cardId }: { cardId: string }) {
  const layer = useAuthorLayer()
  return layer && <CardAuthors layer={layer} cardId={cardId} />
}

/** Apart, so that hundreds of cards follow nothing while the layer is off. */
function CardAuthors({ layer, cardId }: { layer: AuthorLayer; cardId: string }) {
  const { t } = useTranslation('authors')
  const authors = useAuthorsOf(() => {
    const card = cardOf(layer.doc, cardId)
    return card ? originsWithin(card) : []
  })
  return authors && <Byline label={t('written')} authors={authors} max={2} className={styles.byline} />
}
