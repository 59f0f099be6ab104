/** The stage of the procedure: said to everybody, set by whoever brought the case and by moderators. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageOf } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { Chip } from '../../design/Chip.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { maySetStage } from './caseRights.ts'
import { decidedChoices, decidedLabel } from './decidedTemplates.ts'
import type { CaseControlProps } from './MarkingControl.tsx'

const command = 'case.setStage'

export function StageControl({ caseId, entry, meetingSession }: CaseControlProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const [isOpen, setIsOpen] = useState(false)
  const { seat } = meetingSession
  const maySet = useMeeting(meetingSession, (snapshot) => maySetStage(snapshot, seat, caseId))
  const label = decidedLabel(command, 'stage', language)
  const stage = entry.stage === null ? null : (stageOf(entry.stage)?.label[language] ?? entry.stage)
  if (!maySet) return stage === null ? null : <Chip>{stage}</Chip>
  return (
    <>
      <Button
        size="small"
        iconAfter="down"
        aria-label={t('stage.change', { label, stage: stage ?? t('value.none') })}
        onPress={() => setIsOpen(true)}
      >
        {stage ?? t('stage.none')}
      </Button>
      {isOpen && (
        <StageDialog caseId={caseId} entry={entry} meetingSession={meetingSession} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}

function StageDialog({ caseId, entry, meetingSession, onClose }: CaseControlProps & { onClose: () => void }) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const { run, isPending, problem } = useCommand(meetingSession)
  const [chosen, setChosen] = useState(entry.stage ?? '')
  const stages = decidedChoices(command, 'stage').flatMap(({ id }) => stageOf(id) ?? [])
  return (
    <Dialog title={decidedLabel(command, 'stage', language)} isOpen onClose={onClose}>
      <RadioGroup
        label={t(entry.hasDefaultMarking ? 'stage.bringsMark' : 'stage.keepsMark')}
        value={chosen}
        onChange={setChosen}
        choices={stages.map(({ id, label, minTlp }) => ({
          id,
          label: label[language],
          ...(entry.hasDefaultMarking ? { meaning: t('stage.mark', { marking: minTlp }) } : {}),
        }))}
      />
      <DialogActions told={problem && <Notice tone="danger">{problemWords(problem)}</Notice>}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === '' || chosen === entry.stage || isPending}
          onPress={async () => {
            if (await run({ type: command, caseId, stage: chosen })) onClose()
          }}
        >
          {t('stage.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
