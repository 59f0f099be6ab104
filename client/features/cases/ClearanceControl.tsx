/** Whether the report may use the case: said to everybody, decided by whoever brought it. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/Button.tsx'
import { Chip } from '../../design/Chip.tsx'
import { Icon } from '../../design/Icon.tsx'
import { useMeeting } from '../../session/useMeeting.ts'
import { ClearanceDialog } from './ClearanceDialog.tsx'
import { mayClear } from './caseRights.ts'
import type { CaseControlProps } from './MarkingControl.tsx'

export interface ClearanceControlProps extends CaseControlProps {
  /** In the head it says the decision; below the decision itself it only offers to decide. */
  says?: 'state' | 'decide'
}

export function ClearanceControl({ caseId, entry, meetingSession, says = 'state' }: ClearanceControlProps) {
  const { t } = useTranslation('case')
  const [isOpen, setIsOpen] = useState(false)
  const { seat } = meetingSession
  const isMine = useMeeting(meetingSession, (snapshot) => mayClear(snapshot, seat, caseId))
  const state = t(`clearance.${entry.clearance}`)
  const icon = entry.clearance === 'no' ? 'lock' : 'check'
  if (!isMine) {
    if (says === 'decide') return null
    return (
      <Chip>
        <Icon name={icon} size={14} />
        {state}
      </Chip>
    )
  }
  return (
    <>
      {says === 'decide' ? (
        <Button onPress={() => setIsOpen(true)}>{t('clearance.decide')}</Button>
      ) : (
        <Button size="small" icon={icon} aria-label={t('clearance.change', { state })} onPress={() => setIsOpen(true)}>
          {state}
        </Button>
      )}
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
