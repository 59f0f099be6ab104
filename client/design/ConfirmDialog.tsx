/** Asks once more before something that cannot be taken back, and says what it does. */
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import { Dialog, DialogActions } from './Dialog.tsx'

export interface ConfirmDialogProps {
  title: string
  /** The word on the button that acts: what happens, not "OK". */
  action: string
  isOpen: boolean
  onClose: () => void
  onConfirm: () => void
  children: ReactNode
  isDangerous?: boolean
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, action, isOpen, onClose, onConfirm, children, isDangerous = false } = props
  const { t } = useTranslation()
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose} role="alertdialog">
      {children}
      <DialogActions>
        <Button onPress={onClose} autoFocus>
          {t('cancel')}
        </Button>
        <Button
          variant={isDangerous ? 'danger' : 'primary'}
          onPress={() => {
            onConfirm()
            onClose()
          }}
        >
          {action}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
