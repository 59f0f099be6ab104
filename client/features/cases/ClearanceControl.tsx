/** Whether the report may use the case: said to everybody, decided by whoever brought it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Clearance, clearance } from '../../../shared/contracts/terms.ts'
import { isReportable } from '../../../shared/proceedings/cases.ts'
import { Button } from '../../design/Button.tsx'
import { Chip } from '../../design/Chip.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Icon } from '../../design/Icon.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { mayClear } from './caseRights.ts'
import type { CaseControlProps } from './MarkingControl.tsx'

export function ClearanceControl({ caseId, entry, meetingSession }: CaseControlProps) {
  const { t } = useTranslation('case')
  const [isOpen, setIsOpen] = useState(false)
  const { seat } = meetingSession
  const isMine = useMeeting(meetingSession, (snapshot) => mayClear(snapshot, seat, caseId))
  const state = t(`clearance.${entry.clearance}`)
  const icon = entry.clearance === 'no' ? 'lock' : 'check'
  if (!isMine) {
    return (
      <Chip>
        <Icon name={icon} size={14} />
        {state}
      </Chip>
    )
  }
  return (
    <>
      <Button size="small" icon={icon} aria-label={t('clearance.change', { state })} onPress={() => setIsOpen(true)}>
        {state}
      </Button>
      {isOpen && (
        <ClearanceDialog
          caseId={caseId}
          entry={entry}
          meetingSession={meetingSession}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}

function ClearanceDialog({ caseId, entry, meetingSession, onClose }: CaseControlProps & { onClose: () => void }) {
  const { t } = useTranslation('case')
  const problemWords = useProblemWords()
  const { run, isPending, problem } = useCommand(meetingSession)
  const [chosen, setChosen] = useState<Clearance>(entry.clearance)
  const isBlocked = chosen !== 'no' && !isReportable({ ...entry, clearance: chosen })
  return (
    <Dialog title={t('clearance.title')} isOpen onClose={onClose}>
      <RadioGroup
        label={t('clearance.hint')}
        value={chosen}
        onChange={setChosen}
        choices={clearance.options.map((option) => ({
          id: option,
          label: t(`clearance.${option}`),
          meaning: t(`clearance.${option}Meaning`),
        }))}
      />
      {isBlocked && <Notice tone="warning">{t('clearance.blocked', { marking: entry.marking })}</Notice>}
      {problem && <Notice tone="danger">{problemWords(problem)}</Notice>}
      <DialogActions>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === entry.clearance || isPending}
          onPress={async () => {
            if (await run({ type: 'case.setClearance', caseId, clearance: chosen })) onClose()
          }}
        >
          {t('clearance.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
