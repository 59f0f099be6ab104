/** What is meant for paper, over the whole window with its own bar; printing prints it and nothing else of the page. */
import type { ReactNode } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './PrintView.module.css'

export interface PrintViewProps {
  title: string
  /** The word on the button that opens the browser's print dialog. */
  action: string
  /** What to know before printing; it is not printed. */
  note?: ReactNode
  onClose: () => void
  children: ReactNode
}

export function PrintView({ title, action, note, onClose, children }: PrintViewProps) {
  const { t } = useTranslation()
  return (
    <ModalOverlay
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose()
      }}
      className={styles.overlay ?? ''}
    >
      <Modal>
        <Dialog className={styles.dialog ?? ''}>
          <div className={styles.bar}>
            <Heading slot="title" level={2} className={styles.title ?? ''}>
              {title}
            </Heading>
            <Button onPress={onClose}>{t('close')}</Button>
            <Button variant="primary" onPress={() => window.print()}>
              {action}
            </Button>
          </div>
          {note !== undefined && <div className={styles.note}>{note}</div>}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
