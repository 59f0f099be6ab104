/** Asks how the report is wanted, says beforehand what it holds and what not, and saves it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { StatusLine } from '../../design/StatusLine.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { saveFile } from '../../lib/saveFile.ts'
import { ReportContents } from './ReportContents.tsx'
import { ReportWishesForm } from './ReportWishesForm.tsx'
import { fetchReport, type ReportFormat, reportFormats } from './reportFile.ts'
import { queryOf, type ReportWishes } from './reportRequest.ts'
import { usePreview } from './usePreview.ts'

/** Of which meeting, for whom. */
export interface ReportSource {
  meetingId: string
  seat: string
}

/** What became of the last press. */
type Progress =
  | { state: 'idle' }
  | { state: 'pending' }
  | { state: 'saved'; name: string }
  | { state: 'failed'; error: unknown }

export function ReportDialog({ meetingId, seat, onClose }: ReportSource & { onClose: () => void }) {
  const { t } = useTranslation('outcomes')
  const problemWords = useProblemWords()
  const [reader] = useLanguage()
  const [wishes, setWishes] = useState<ReportWishes>({ language: reader, attribution: 'none', without: [] })
  const [parts, setParts] = useState<readonly string[]>([])
  const [format, setFormat] = useState<ReportFormat>('docx')
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })
  const hasParts = wishes.without.length === 0 || wishes.without.length < parts.length
  const query = String(queryOf(wishes, parts))
  const { preview, isPending, error } = usePreview(meetingId, seat, hasParts ? query : null)

  async function handleDownload(): Promise<void> {
    setProgress({ state: 'pending' })
    try {
      const file = await fetchReport({ meetingId, seat, format, query })
      saveFile(file)
      setProgress({ state: 'saved', name: file.name })
    } catch (error) {
      setProgress({ state: 'failed', error })
    }
  }

  function handleWishes(next: ReportWishes): void {
    setParts(preview?.parts.map(({ id }) => id) ?? [])
    setWishes(next)
  }

  return (
    <Dialog title={t('title')} isOpen onClose={onClose} isWide>
      <Notice icon="lock">
        <p>{t('rule')}</p>
      </Notice>
      <ReportWishesForm wishes={wishes} onChange={handleWishes} offer={preview} />
      <RadioGroup
        label={t('format')}
        value={format}
        onChange={setFormat}
        choices={reportFormats.map((id) => ({ id, label: t(`formats.${id}`), meaning: t(`formats.${id}Meaning`) }))}
      />
      {preview && hasParts && <ReportContents preview={preview} />}
      {preview === null && isPending && <StatusLine icon="wait">{t('contents.checking')}</StatusLine>}
      {error !== null && <Notice tone="danger">{problemWords(error)}</Notice>}
      <DialogActions
        told={
          <>
            <div role="status">{progress.state === 'saved' && <p>{t('saved', { name: progress.name })}</p>}</div>
            {progress.state === 'failed' && <Notice tone="danger">{problemWords(progress.error)}</Notice>}
          </>
        }
      >
        <Button onPress={onClose}>{t('common:close')}</Button>
        <Button
          variant="primary"
          icon="download"
          isDisabled={progress.state === 'pending' || !hasParts}
          onPress={() => void handleDownload()}
        >
          {progress.state === 'pending' ? t('pending') : t('download')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
