/** What would come of each row, with what is wrong in words; then the links are made, of the good rows only. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type InvitationAnswer, type RosterRow, rosterAnswer } from '../../../shared/contracts/http.ts'
import { Button } from '../../design/Button.tsx'
import { DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { api } from '../../lib/api.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import styles from './Roster.module.css'
import { RosterTable } from './RosterTable.tsx'
import { rosterFile, rosterPath } from './rosterCall.ts'

export interface RosterPreviewProps {
  session: MeetingSession
  list: Blob
  rows: RosterRow[]
  onBack: () => void
  onMade: (invitations: InvitationAnswer[]) => void
}

export function RosterPreview({ session, list, rows, onBack, onMade }: RosterPreviewProps) {
  const { t } = useTranslation('roster')
  const sayProblem = useProblemWords()
  const [failure, setFailure] = useState<unknown>(null)
  const [isPending, setIsPending] = useState(false)
  const count = (action: RosterRow['action']) => rows.filter((row) => row.action === action).length
  const good = count('invite')
  const bad = count('refuse')
  const known = count('skip')

  async function make(): Promise<void> {
    setIsPending(true)
    setFailure(null)
    try {
      // What is wrong has been seen here: whoever goes on wants the others.
      const path = `${rosterPath(session)}?partial=${bad > 0}`
      const { invitations } = await api('POST', path, {
        answer: rosterAnswer,
        file: rosterFile(list),
        seat: session.seat,
      })
      onMade(invitations)
    } catch (error) {
      setFailure(error)
      setIsPending(false)
    }
  }

  return (
    <div className={styles.form}>
      <div role="status">
        <p>{t('willInvite', { count: good })}</p>
        {known > 0 && <p>{t('willSkip', { count: known })}</p>}
      </div>
      {bad > 0 && <Notice tone="warning">{t('willRefuse', { count: bad })}</Notice>}
      <RosterTable rows={rows} />
      <DialogActions told={failure !== null && <Notice tone="danger">{sayProblem(failure)}</Notice>}>
        <Button onPress={onBack}>{t('otherList')}</Button>
        <Button variant="primary" isDisabled={isPending || good === 0} onPress={() => void make()}>
          {isPending ? t('making') : t('make', { count: good })}
        </Button>
      </DialogActions>
    </div>
  )
}
