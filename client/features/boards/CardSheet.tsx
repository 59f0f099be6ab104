/**
 * A card with all its fields, in a sheet beside the board: opened from the card or by its address, closed by its
 * button, Escape or a press beside it. Every letter is in the document as it is typed, so closing loses nothing.
 */
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { type Card, cardOf } from '../../../shared/documents/boardDocument.ts'
import { Button } from '../../design/Button.tsx'
import { cx } from '../../design/classNames.ts'
import { KindMark } from '../../design/KindMark.tsx'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import type { BoardActions } from './BoardActions.ts'
import { CardFields } from './CardFields.tsx'
import { CardMarkingField } from './CardMarkingField.tsx'
import styles from './CardSheet.module.css'
import type { BoardPlace } from './cardMarks.ts'
import type { CaseLinks } from './useCaseLinks.ts'

export interface CardSheetProps {
  doc: Y.Doc
  /** Null when the address names a card that is not on the board, or not any more. */
  card: Card | null
  place: BoardPlace
  cases: CaseLinks
  canWrite: boolean
  actions: BoardActions
  onClose: () => void
}

export function CardSheet({ doc, card, place, cases, canWrite, actions, onClose }: CardSheetProps) {
  const { t } = useTranslation('board')
  const map = card && cardOf(doc, card.id)
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={cx(styles.overlay)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={cx(styles.sheet)}>
        <Dialog className={cx(styles.dialog)}>
          <header className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {card ? (
                <>
                  <KindMark kind={card.column} />
                  <VisuallyHidden>: {card.title.trim() || t('untitled')}</VisuallyHidden>
                </>
              ) : (
                t('sheet.gone')
              )}
            </Heading>
            <Button variant="quiet" icon="close" aria-label={t('common:close')} onPress={onClose} />
          </header>
          <div className={styles.body}>
            {card && map ? (
              <>
                <CardMarkingField cardId={card.id} place={place} />
                <CardFields doc={doc} card={card} map={map} cases={cases} canWrite={canWrite} actions={actions} />
              </>
            ) : (
              <p>{t('sheet.goneHint')}</p>
            )}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
