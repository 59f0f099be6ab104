/** The boards of the meeting side by side, to go from one to the next; a single board needs no such line. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { BoardId } from '../../../shared/contracts/ids.ts'
import type { BoardEntry } from '../../../shared/proceedings/state.ts'
import { Icon } from '../../design/Icon.tsx'
import { boardIcon } from '../../design/kindIcons.ts'
import { languageTags } from '../../design/languageNames.ts'
import { meetingPath } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './BoardStrip.module.css'

export function BoardStrip({ current, meetingSession }: { current: BoardId; meetingSession: MeetingSession }) {
  const { t } = useTranslation('board')
  const boards = useMeeting(meetingSession, ({ meeting }) => meeting?.boards)
  const content = useMeeting(meetingSession, (snapshot) => snapshot.content)
  const here = useRef<HTMLAnchorElement>(null)
  // Among many, or on a telephone, the one that is open may be out of sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another board is another link.
  useEffect(() => {
    here.current?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [current])
  const entries = Object.entries(boards ?? {}) as [BoardId, BoardEntry][]
  if (entries.length < 2) return null
  const { meetingId, seat } = meetingSession
  return (
    <nav className={styles.strip} aria-label={t('boards')}>
      <ul>
        {entries.map(([boardId, { titleId, columns }]) => {
          const title = content[titleId]
          const isCurrent = boardId === current
          return (
            <li key={boardId}>
              <Link
                ref={isCurrent ? here : null}
                className={styles.board}
                href={meetingPath(meetingId, seat, { kind: 'board', boardId })}
                aria-current={isCurrent ? 'page' : undefined}
              >
                <Icon name={boardIcon(columns)} />
                <span lang={title?.language && languageTags[title.language]}>{title?.text ?? '—'}</span>
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
