/** What is on now and what comes next, large enough to read across a table. */
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import { cx } from '../../design/classNames.ts'
import { nowAndNext, timeOfItem } from '../../session/agendaTurns.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useContent } from '../../session/useMeeting.ts'
import styles from './PlenaryView.module.css'

export function TurnList({ session, meeting }: { session: MeetingSession; meeting: MeetingState }) {
  const { now, next } = nowAndNext(meeting)
  if (!now && !next) return null
  return (
    <dl className={styles.turns}>
      {now && <Turn session={session} item={now} turn="now" />}
      {next && <Turn session={session} item={next} turn="next" />}
    </dl>
  )
}

function Turn({ session, item, turn }: { session: MeetingSession; item: AgendaItem; turn: 'now' | 'next' }) {
  const { t } = useTranslation('room')
  const title = useContent(session, item.titleId)
  const time = timeOfItem(item)
  return (
    <div className={cx(styles.turn, turn === 'now' && styles.now)}>
      <dt>{t(turn)}</dt>
      <dd>
        {time !== null && <span className={styles.time}>{time} </span>}
        {title?.text}
      </dd>
    </div>
  )
}
