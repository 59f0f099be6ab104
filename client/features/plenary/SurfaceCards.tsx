/** The boards and cases of the meeting as large links, with the mark of each case. */
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import { Icon } from '../../design/Icon.tsx'
import { boardIcon } from '../../design/kindIcons.ts'
import { languageTags } from '../../design/languageNames.ts'
import { TlpMark } from '../../design/TlpMark.tsx'
import { meetingPath } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './PlenaryView.module.css'

export function SurfaceCards({ session, meeting }: { session: MeetingSession; meeting: MeetingState }) {
  const { t } = useTranslation('room')
  const content = useMeeting(session, (snapshot) => snapshot.content)
  const wordsOf = usePeople(session)
  const boards = Object.entries(meeting.boards)
  const cases = Object.entries(meeting.cases)
  return (
    <>
      {boards.length > 0 && (
        <section className={styles.surfaces}>
          <h2>{t('boards')}</h2>
          <ul>
            {boards.map(([boardId, board]) => (
              <li key={boardId}>
                <Link
                  className={styles.surface}
                  href={meetingPath(session.meetingId, session.seat, { kind: 'board', boardId })}
                >
                  <Icon name={boardIcon(board.columns)} />
                  <span className={styles.name}>{content[board.titleId]?.text ?? '—'}</span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className={styles.surfaces}>
        <h2>{t('cases')}</h2>
        {cases.length === 0 && <p className={styles.empty}>{t('noCases')}</p>}
        <ul>
          {cases.map(([caseId, entry]) => {
            const title = content[entry.titleId]
            return (
              <li key={caseId}>
                <Link
                  className={styles.surface}
                  href={meetingPath(session.meetingId, session.seat, { kind: 'case', caseId })}
                >
                  <Icon name="document" />
                  <span className={styles.name}>
                    <span lang={title?.language && languageTags[title.language]}>{title?.text ?? '—'}</span>
                    <span className={styles.owner}>{t('broughtBy', { name: wordsOf(entry.ownerId).name })}</span>
                  </span>
                  <TlpMark marking={entry.marking} />
                </Link>
              </li>
            )
          })}
        </ul>
      </section>
    </>
  )
}
