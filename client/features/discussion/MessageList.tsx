/** The messages of a room, oldest first, with older pages on request and a way back to the newest. */
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoomId } from '../../../shared/contracts/ids.ts'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { formatDay } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { emptyLog } from '../../session/messageLog.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './DiscussionPanel.module.css'
import { MessageItem } from './MessageItem.tsx'
import { messageDays } from './messageGroups.ts'
import type { Pending } from './Outgoing.ts'
import { useStickToEnd } from './useStickToEnd.ts'

export interface MessageListProps {
  session: MeetingSession
  roomId: RoomId
  timezone: string
  pending: readonly Pending[]
}

export function MessageList({ session, roomId, timezone, pending }: MessageListProps) {
  const { t } = useTranslation('discussion')
  const [language] = useLanguage()
  const log = useMeeting(session, (snapshot) => snapshot.logs[roomId] ?? emptyLog)
  const wordsOf = usePeople(session)
  const days = messageDays(log.messages, timezone)
  const lastKey = pending.at(-1)?.id ?? log.messages.at(-1)?.messageId
  const list = useStickToEnd(log.messages[0]?.messageId, lastKey)

  return (
    <div className={styles.scroll}>
      <div
        className={styles.list}
        ref={list.ref}
        onScroll={list.onScroll}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        role="log"
        aria-live="off"
        aria-label={t('messages')}
      >
        {log.hasOlder && <OlderMessages session={session} roomId={roomId} />}
        {log.messages.length === 0 && pending.length === 0 && <p className={styles.empty}>{t('empty')}</p>}
        {days.map(({ day, messages }) => (
          <section key={day}>
            {days.length > 1 && <h3 className={styles.day}>{formatDay(day, language)}</h3>}
            <ol>
              {messages.map((message) => (
                <ListedMessage
                  key={message.messageId}
                  message={message}
                  author={wordsOf(message.authorId).name}
                  timezone={timezone}
                />
              ))}
            </ol>
          </section>
        ))}
        {pending.length > 0 && (
          <ul>
            {pending.map(({ id, text }) => (
              <li key={id} className={styles.message}>
                <p className={styles.head}>{t('sending')}</p>
                <p className={styles.text}>{text}</p>
              </li>
            ))}
          </ul>
        )}
      </div>
      {!list.isAtEnd && (
        <Button size="small" icon="down" className={styles.toEnd ?? ''} onPress={list.goToEnd}>
          {t('toNewest')}
        </Button>
      )}
    </div>
  )
}

/** Drawn once: a message that was shown does not change with the next one. */
const ListedMessage = memo(MessageItem)

function OlderMessages({ session, roomId }: { session: MeetingSession; roomId: RoomId }) {
  const { t } = useTranslation('discussion')
  const sayProblem = useProblemWords()
  const [isLoading, setIsLoading] = useState(false)
  const [failure, setFailure] = useState<unknown>(null)

  async function load(): Promise<void> {
    setIsLoading(true)
    setFailure(null)
    try {
      await session.loadOlderMessages(roomId)
    } catch (error) {
      setFailure(error)
    }
    setIsLoading(false)
  }

  return (
    <>
      <Button size="small" variant="quiet" icon="up" isDisabled={isLoading} onPress={() => void load()}>
        {t(isLoading ? 'loadingOlder' : 'older')}
      </Button>
      {failure !== null && <Notice tone="warning">{sayProblem(failure)}</Notice>}
    </>
  )
}
