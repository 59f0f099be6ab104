/** Who waits at the door, for moderators: let in one by one or all at once. Nothing is shown while nobody waits. */
import { useTranslation } from 'react-i18next'
import { Announcer } from '../../design/Announcer.tsx'
import { Button } from '../../design/Button.tsx'
import { Notice } from '../../design/Notice.tsx'
import { SideSection } from '../../design/SideSection.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import { LobbyRow } from './LobbyRow.tsx'
import styles from './PeoplePanel.module.css'

export function LobbyPanel({ session }: { session: MeetingSession }) {
  const { t } = useTranslation('people')
  const sayProblem = useProblemWords()
  const lobby = useMeeting(session, (snapshot) => snapshot.moderators?.lobby ?? null)
  const wordsOf = usePeople(session)
  const { run, problem } = useCommand(session)
  if (!lobby) return null

  const count = lobby.length
  return (
    <>
      <Announcer>{count > 0 ? t('waitingCount', { count }) : ''}</Announcer>
      {count > 0 && (
        <div className={styles.lobby}>
          <SideSection title={t('waiting', { count })}>
            <ul>
              {lobby.map(({ participantId }) => (
                <LobbyRow key={participantId} id={participantId} {...wordsOf(participantId)} run={run} />
              ))}
            </ul>
            {count > 1 && (
              <Button
                size="small"
                onPress={() => {
                  for (const { participantId } of lobby) void run({ type: 'participant.admit', participantId })
                }}
              >
                {t('admitAll', { count })}
              </Button>
            )}
            {problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}
          </SideSection>
        </div>
      )}
    </>
  )
}
