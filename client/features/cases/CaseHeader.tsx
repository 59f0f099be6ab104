/** What the case is called, whose it is, and what may be done with it. */
import { useTranslation } from 'react-i18next'
import { useContent } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './Case.module.css'
import { ClearanceControl } from './ClearanceControl.tsx'
import type { CaseControlProps } from './MarkingControl.tsx'
import { PresenterControl } from './PresenterControl.tsx'
import { StageControl } from './StageControl.tsx'

export function CaseHeader(props: CaseControlProps) {
  const { entry, meetingSession } = props
  const { t } = useTranslation('case')
  const personOf = usePeople(meetingSession)
  const title = useContent(meetingSession, entry.titleId)
  const isMine = entry.ownerId === meetingSession.seat
  const owner = personOf(entry.ownerId)
  return (
    <header className={styles.header}>
      <div className={styles.marks}>
        <StageControl {...props} />
        <ClearanceControl {...props} />
      </div>
      <h1 className={styles.title} lang={title?.language}>
        {title?.text ?? t('untitled')}
      </h1>
      <p className={styles.owner}>
        <span>{isMine ? t('broughtByYou') : t('broughtBy', { name: owner.name })}</span>
        <PresenterControl {...props} />
      </p>
    </header>
  )
}
