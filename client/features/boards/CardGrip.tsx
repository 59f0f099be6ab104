/**
 * Where a card is picked up: with a finger or the mouse to drag it, with Space to move it by arrows. A click opens the
 * menu that moves it as well.
 */
import { useTranslation } from 'react-i18next'
import { Icon } from '../../design/Icon.tsx'
import type { CardHandlers } from './cardHandlers.ts'
import styles from './Drag.module.css'
import { keysHintId } from './dragHint.ts'

export interface CardGripProps {
  cardId: string
  title: string
  isLifted: boolean
  handlers: CardHandlers
}

export function CardGrip({ cardId, title, isLifted, handlers }: CardGripProps) {
  const { t } = useTranslation('board')
  return (
    <button
      type="button"
      className={styles.grip}
      data-part="grip"
      aria-label={t('drag.grip', { title })}
      aria-describedby={keysHintId}
      aria-pressed={isLifted}
      title={t('drag.gripShort')}
      onKeyDown={(event) => {
        if (handlers.pressKey(cardId, event.key)) event.preventDefault()
      }}
      onKeyUp={(event) => {
        // Firefox makes a click of it; in the others it is prevented with the key that goes down.
        if (event.key === ' ') event.preventDefault()
      }}
      onBlur={() => handlers.letGo(cardId)}
      onClick={(event) => handlers.openMenu('move', cardId, event.currentTarget)}
    >
      <Icon name="grip" />
    </button>
  )
}
