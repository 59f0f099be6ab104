/** Asks in which language and format the report is wanted, and saves it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../../shared/contracts/terms.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { languageChoices } from '../../design/languageNames.ts'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { Select } from '../../design/Select.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { CaseCount } from './CaseCount.tsx'
import { fetchReport, type ReportFormat, reportFormats, saveFile } from './reportFile.ts'

/** Of which meeting, for whom. */
export interface ReportSource {
  meetingId: string
  seat: string
  /** To say how many cases the report has at this moment. */
  meetingSession?: MeetingSession
}

/** What became of the last press. */
type Progress =
  | { state: 'idle' }
  | { state: 'pending' }
  | { state: 'saved'; name: string }
  | { state: 'failed'; error: unknown }

export function ReportDialog({ meetingId, seat, meetingSession, onClose }: ReportSource & { onClose: () => void }) {
  const { t } = useTranslation('outcomes')
  const problemWords = useProblemWords()
  const [reader] = useLanguage()
  const [language, setLanguage] = useState<Language>(reader)
  const [format, setFormat] = useState<ReportFormat>('docx')
  const [progress, setProgress] = useState<Progress>({ state: 'idle' })

  async function handleDownload(): Promise<void> {
    setProgress({ state: 'pending' })
    try {
      const file = await fetchReport({ meetingId, seat, format, language })
      saveFile(file)
      setProgress({ state: 'saved', name: file.name })
    } catch (error) {
      setProgress({ state: 'failed', error })
    }
  }

  return (
    <Dialog title={t('title')} isOpen onClose={onClose}>
      <Notice icon="lock">
        <p>{t('rule')}</p>
        {meetingSession && <CaseCount meetingSession={meetingSession} />}
      </Notice>
      <Select
        label={t('language')}
        choices={languageChoices}
        value={language}
        onChange={(id) => setLanguage(languages.find((known) => known === id) ?? reader)}
      />
      <RadioGroup
        label={t('format')}
        value={format}
        onChange={setFormat}
        choices={reportFormats.map((id) => ({ id, label: t(`formats.${id}`), meaning: t(`formats.${id}Meaning`) }))}
      />
      <div role="status">{progress.state === 'saved' && <p>{t('saved', { name: progress.name })}</p>}</div>
      {progress.state === 'failed' && <Notice tone="danger">{problemWords(progress.error)}</Notice>}
      <DialogActions>
        <Button onPress={onClose}>{t('common:close')}</Button>
        <Button
          variant="primary"
          icon="download"
          isDisabled={progress.state === 'pending'}
          onPress={() => void handleDownload()}
        >
          {progress.state === 'pending' ? t('pending') : t('download')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
