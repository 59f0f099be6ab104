/** Where the list comes from: a CSV file, or rows copied from a spreadsheet. The server reads it; nothing is made yet. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type RosterRow, rosterPreview } from '../../../shared/contracts/http.ts'
import { Button } from '../../design/Button.tsx'
import { DialogActions } from '../../design/Dialog.tsx'
import { FileButton } from '../../design/FileButton.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { ApiProblem, api } from '../../lib/api.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './Roster.module.css'
import { rosterFile, rosterPath } from './rosterCall.ts'

export interface RosterSourceProps {
  session: MeetingSession
  onRead: (list: Blob, rows: RosterRow[]) => void
  onClose: () => void
}

export function RosterSource({ session, onRead, onClose }: RosterSourceProps) {
  const { t } = useTranslation('roster')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const [pasted, setPasted] = useState('')
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)

  async function look(list: Blob): Promise<void> {
    setIsPending(true)
    setFailure(null)
    try {
      const path = `${rosterPath(session)}/preview`
      const { rows } = await api('POST', path, { answer: rosterPreview, file: rosterFile(list), seat: session.seat })
      onRead(list, rows)
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  const isUnreadable = failure instanceof ApiProblem && failure.problem.code === 'invalid-request'
  const unknown = isUnreadable ? (failure.problem.errors ?? []).map(({ path }) => path) : []
  return (
    <div className={styles.form}>
      <p>{t('lead')}</p>
      <p className={styles.columns}>{t('columnsExplained')}</p>
      <TextField
        label={t('pasted')}
        hint={t('pastedHint')}
        value={pasted}
        onChange={setPasted}
        rows={6}
        spellCheck="false"
      />
      <DialogActions
        told={
          failure !== null && (
            <Notice tone="danger">
              <p>{isUnreadable ? t('unreadable') : sayProblem(failure)}</p>
              {unknown.length > 0 && <p>{t('unknownColumns', { columns: unknown.join(', ') })}</p>}
            </Notice>
          )
        }
      >
        <Button onPress={onClose}>{common('cancel')}</Button>
        <FileButton
          accepts={['text/csv', '.csv', '.tsv', '.txt']}
          isDisabled={isPending}
          onChoose={(file) => void look(file)}
        >
          {t('chooseFile')}
        </FileButton>
        <Button
          variant="primary"
          isDisabled={isPending || pasted.trim() === ''}
          onPress={() => void look(new Blob([pasted]))}
        >
          {t('look')}
        </Button>
      </DialogActions>
    </div>
  )
}
