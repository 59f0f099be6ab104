/** A meeting that comes from another server as an archive. It asks for the organizer key each time and keeps it nowhere. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importAnswer } from '../../../shared/contracts/http.ts'
import { Button } from '../../design/Button.tsx'
import { FileButton } from '../../design/FileButton.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { ApiProblem, api } from '../../lib/api.ts'
import styles from './OrganizerForm.module.css'
import type { CreatedMeeting } from './OrganizerForm.tsx'

export interface ImportFormProps {
  onImported: (imported: CreatedMeeting) => void
  onBack: () => void
}

export function ImportForm({ onImported, onBack }: ImportFormProps) {
  const { t } = useTranslation('organizer')
  const sayProblem = useProblemWords()
  const [key, setKey] = useState('')
  const [archive, setArchive] = useState<File | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)

  async function submit(content: File): Promise<void> {
    setIsPending(true)
    setFailure(null)
    try {
      const call = { answer: importAnswer, bearer: key.trim(), file: { content, mediaType: 'application/zip' } }
      const { meeting, organizerToken } = await api('POST', '/api/meetings/import', call)
      onImported({ title: meeting.title, organizerToken })
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  /** What is wrong with an archive is said here; the rest as everywhere. */
  function words(error: unknown): string {
    const code = error instanceof ApiProblem ? error.problem.code : null
    if (code === 'unauthorized') return t('errors.wrongKey')
    if (code === 'invalid-request') return t('import.unsound')
    if (code === 'conflict') return t('import.taken')
    if (code === 'too-large') return t('import.tooLarge')
    return sayProblem(error)
  }

  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (archive) void submit(archive)
      }}
    >
      <div className={styles.section}>
        <p>{t('import.explained')}</p>
        <TextField
          label={t('key')}
          hint={t('keyHint')}
          type="password"
          value={key}
          onChange={setKey}
          spellCheck="false"
          isRequired
        />
        <FileButton accepts={['application/zip', '.zip']} isDisabled={isPending} onChoose={setArchive}>
          {t('import.choose')}
        </FileButton>
        <p role="status">{archive ? t('import.chosen', { name: archive.name }) : t('import.none')}</p>
      </div>
      {failure !== null && <Notice tone="danger">{words(failure)}</Notice>}
      <Button type="submit" variant="primary" size="large" isDisabled={isPending || !archive || key.trim() === ''}>
        {isPending ? t('import.pending') : t('import.start')}
      </Button>
      <Button variant="quiet" onPress={onBack} isDisabled={isPending}>
        {t('import.back')}
      </Button>
    </form>
  )
}
