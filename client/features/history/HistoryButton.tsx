/** Opens the history of a document. */
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { HistoryDialog, type HistoryDialogProps } from './HistoryDialog.tsx'
import type { OpenVersion } from './versions.ts'

export interface HistoryButtonProps extends Omit<HistoryDialogProps, 'onClose'> {
  /** Somebody comes back from a version that was opened here. */
  autoFocus: boolean
}

export function HistoryButton({ autoFocus, onOpen, ...dialog }: HistoryButtonProps) {
  const { t } = useTranslation('history')
  const [isOpen, setIsOpen] = useState(false)
  const [chosen, setChosen] = useState<OpenVersion | null>(null)
  // Not at once: while the dialog is there, nothing outside it takes the focus.
  useEffect(() => {
    if (chosen !== null && !isOpen) onOpen(chosen)
  }, [chosen, isOpen, onOpen])
  return (
    <>
      <Button variant="quiet" size="small" icon="agenda" autoFocus={autoFocus} onPress={() => setIsOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && (
        <HistoryDialog
          {...dialog}
          onOpen={(version) => {
            setChosen(version)
            setIsOpen(false)
          }}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
