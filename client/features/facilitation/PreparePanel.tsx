/** For moderators before the meeting is opened: its code, who to invite, and the one next step. */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { FacilitationDialogs } from './FacilitationDialogs.tsx'
import { spacedCode } from './meetingCode.ts'
import styles from './PreparePanel.module.css'

export function PreparePanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('room')
  const titleId = useId()
  const sayProblem = useProblemWords()
  const isDraft = useMeeting(session, (snapshot) => snapshot.meeting?.status === 'draft')
  const code = useMeeting(session, (snapshot) => snapshot.moderators?.code ?? null)
  const [open, setOpen] = useState<'code' | 'invite' | null>(null)
  const { run, isPending, problem } = useCommand(session)
  if (!isDraft || code === null) return null
  return (
    <section className={styles.panel} aria-labelledby={titleId}>
      <h2 className={styles.title} id={titleId}>
        {t('prepare.title')}
      </h2>
      <p className={styles.lead}>{t('prepare.lead')}</p>
      <p>
        {t('prepare.code')}{' '}
        <span className={styles.code} translate="no">
          {spacedCode(code)}
        </span>
      </p>
      {problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}
      <div className={styles.actions}>
        <Button variant="primary" isDisabled={isPending} onPress={() => void run({ type: 'meeting.open' })}>
          {t('open')}
        </Button>
        <Button onPress={() => setOpen('code')}>{t('showCode')}</Button>
        <Button onPress={() => setOpen('invite')}>{t('invite')}</Button>
      </div>
      <FacilitationDialogs session={session} open={open} onClose={() => setOpen(null)} />
    </section>
  )
}
