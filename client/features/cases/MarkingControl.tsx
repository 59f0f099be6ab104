/** The case's TLP mark, always in sight; who may set another opens the choice from it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseId } from '../../../shared/contracts/ids.ts'
import { type Marking, markings } from '../../../shared/contracts/terms.ts'
import type { CaseEntry } from '../../../shared/proceedings/state.ts'
import { markingTerm } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Icon } from '../../design/Icon.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { TlpMark } from '../../design/TlpMark.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import styles from './Case.module.css'
import { settableMarkings } from './caseRights.ts'

export interface CaseControlProps {
  caseId: CaseId
  entry: CaseEntry
  meetingSession: MeetingSession
}

export function MarkingControl({ caseId, entry, meetingSession }: CaseControlProps) {
  const { t } = useTranslation('case')
  const [isOpen, setIsOpen] = useState(false)
  const { seat } = meetingSession
  const maySet = useMeeting(meetingSession, (snapshot) => settableMarkings(snapshot, seat, caseId).length > 0)
  if (!maySet) return <TlpMark marking={entry.marking} />
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        className={styles.markButton ?? ''}
        aria-label={t('marking.change', { marking: entry.marking })}
        onPress={() => setIsOpen(true)}
      >
        <TlpMark marking={entry.marking} />
        <Icon name="down" size={14} />
      </Button>
      {isOpen && (
        <MarkingDialog caseId={caseId} entry={entry} meetingSession={meetingSession} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

function MarkingDialog({ caseId, entry, meetingSession, onClose }: CaseControlProps & { onClose: () => void }) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const { run, isPending, problem } = useCommand(meetingSession)
  const [chosen, setChosen] = useState<Marking>(entry.marking)
  const settable = settableMarkings(meetingSession.getSnapshot(), meetingSession.seat, caseId)
  const isLimited = settable.length < markings.length - 1
  return (
    <Dialog title={t('marking.title')} isOpen onClose={onClose}>
      <RadioGroup
        label={t('marking.hint')}
        {...(isLimited ? { hint: t('marking.onlyStricter') } : {})}
        value={chosen}
        onChange={setChosen}
        choices={markings.map((marking) => ({
          id: marking,
          label: <TlpMark marking={marking} />,
          meaning: markingTerm(marking).meaning[language],
          isDisabled: marking !== entry.marking && !settable.includes(marking),
        }))}
      />
      <DialogActions told={problem && <Notice tone="danger">{problemWords(problem)}</Notice>}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === entry.marking || isPending}
          onPress={async () => {
            if (await run({ type: 'case.setMarking', caseId, marking: chosen })) onClose()
          }}
        >
          {t('marking.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
