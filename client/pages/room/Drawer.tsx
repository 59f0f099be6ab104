/** A side column on a narrow window: over the work, closed by its button, Escape or a press beside it. */
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { cx } from '../../design/classNames.ts'
import styles from './Drawer.module.css'
import type { Side } from './side.ts'

export interface DrawerProps {
  side: Side
  /** Stands in the head, because the drawer covers the bar: the connection. */
  status: ReactNode
  onClose: () => void
  children: ReactNode
}

export function Drawer({ side, status, onClose, children }: DrawerProps) {
  const { t } = useTranslation('room')
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={cx(styles.overlay)}
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <Modal className={cx(styles.sheet, styles[side])}>
        <Dialog className={cx(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {t(`sides.${side}`)}
            </Heading>
            {status}
            <Button variant="quiet" icon="close" aria-label={t(`hide.${side}`)} onPress={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
