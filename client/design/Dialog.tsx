/** A dialog over the page: titled, closed by its button, Escape or a press outside; focus returns to where it was. */
import type { ReactNode } from 'react'
import { Dialog as RacDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { cx } from './classNames.ts'
import styles from './Dialog.module.css'

export interface DialogProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
  /** `alert` for what cannot be undone: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog'
  isWide?: boolean
}

export function Dialog({ title, isOpen, onClose, children, role = 'dialog', isWide = false }: DialogProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      isDismissable={role === 'dialog'}
      className={cx(styles.overlay)}
    >
      <Modal className={cx(styles.modal, isWide && styles.wide)}>
        <RacDialog role={role} className={cx(styles.dialog)}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={cx(styles.title)}>
              {title}
            </Heading>
            {role === 'dialog' && (
              <Button variant="quiet" size="small" icon="close" aria-label={t('close')} onPress={onClose} />
            )}
          </div>
          {children}
        </RacDialog>
      </Modal>
    </ModalOverlay>
  )
}

export interface DialogActionsProps {
  /** What came of the last press: said beside the buttons, where it is seen. */
  told?: ReactNode
  children: ReactNode
}

/** The row of buttons at the end of a dialog, the one that acts last. It stays in sight however long the dialog is. */
export function DialogActions({ told, children }: DialogActionsProps) {
  return (
    <div className={styles.foot}>
      <div className={styles.told}>{told}</div>
      <div className={styles.actions}>{children}</div>
    </div>
  )
}
