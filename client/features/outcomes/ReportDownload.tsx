/**
 * The way to the outcome for the roles that may have it: language and format, and in plain words what is in the file
 * and what is not. What may leave is decided by the server; this only says it beforehand.
 */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { ReportDialog, type ReportSource } from './ReportDialog.tsx'

export function ReportDownload(props: ReportSource) {
  const { t } = useTranslation('outcomes')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div>
      <Button icon="download" onPress={() => setIsOpen(true)}>
        {t('download')}
      </Button>
      {isOpen && <ReportDialog {...props} onClose={() => setIsOpen(false)} />}
    </div>
  )
}
