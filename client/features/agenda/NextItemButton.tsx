/** The one large step of a moderator: the meeting moves on to the next item. */
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { nowAndNext } from '../../session/agendaTurns.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './AgendaPanel.module.css'

export function NextItemButton({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('agenda')
  const sayProblem = useProblemWords()
  const meeting = useMeeting(session, (snapshot) => snapshot.meeting)
  const { run, isPending, problem } = useCommand(session)
  // A draft has nothing to move on: opening the meeting is its next step.
  if (!meeting || meeting.agenda.length === 0 || meeting.status !== 'live') return null
  const { now, next } = nowAndNext(meeting)
  if (!next) return <p className={styles.last}>{t('lastItem')}</p>
  return (
    <>
      <Button
        variant="primary"
        size="large"
        isDisabled={isPending}
        // The item is named, so that two moderators who press at once move on by one item, not by two.
        onPress={() => void run({ type: 'agenda.advance', itemId: next.itemId })}
      >
        {now ? t('nextItem') : t('firstItem')}
      </Button>
      {problem && problem.code !== 'conflict' && <Notice tone="danger">{sayProblem(problem)}</Notice>}
    </>
  )
}
