/** The owner's decision: anonymization, use in the report and in the digest, and by whose authority. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import { type Clearance, clearance } from '../../../shared/contracts/terms.ts'
import { isReportable } from '../../../shared/proceedings/cases.ts'
import { Button } from '../../design/Button.tsx'
import { Checkbox } from '../../design/Checkbox.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { Select } from '../../design/Select.tsx'
import { TextField } from '../../design/TextField.tsx'
import { formatDate } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useContent } from '../../session/useMeeting.ts'
import styles from './Case.module.css'
import { decidedChoices, decidedLabel } from './decidedTemplates.ts'
import type { CaseControlProps } from './MarkingControl.tsx'
import { useClearedOn } from './useClearedOn.ts'

const command = 'case.setClearance'

export function ClearanceDialog({
  caseId,
  entry,
  meetingSession,
  onClose,
}: CaseControlProps & { onClose: () => void }) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const { run, isPending, problem } = useCommand(meetingSession)
  const authority = useContent(meetingSession, entry.clearedById)?.text ?? ''
  const clearedOn = useClearedOn(meetingSession, entry)
  const [inReport, setInReport] = useState<Clearance>(entry.clearance)
  const [inDigest, setInDigest] = useState<Clearance>(entry.digest)
  const [isAnonymized, setIsAnonymized] = useState(entry.isAnonymized)
  const [clearedBy, setClearedBy] = useState(authority)
  const label = (entryKey: string) => decidedLabel(command, entryKey, language)

  const isBlocked = inReport !== 'no' && !isReportable({ ...entry, clearance: inReport })
  const namesAuthority = clearedBy.trim() !== '' && clearedBy.trim() !== authority
  const isChanged =
    namesAuthority || inReport !== entry.clearance || inDigest !== entry.digest || isAnonymized !== entry.isAnonymized
  const decide = async () => {
    const named = namesAuthority ? { clearedBy: clearedBy.trim() } : {}
    if (await run({ type: command, caseId, clearance: inReport, digest: inDigest, isAnonymized, ...named })) onClose()
  }
  return (
    <Dialog title={t('clearance.title')} isOpen onClose={onClose}>
      <RadioGroup
        label={t('clearance.inReport')}
        hint={t('clearance.hint')}
        value={inReport}
        onChange={setInReport}
        choices={clearance.options.map((option) => ({
          id: option,
          label: t(`clearance.${option}`),
          meaning: t(`clearance.${option}Meaning`),
        }))}
      />
      {isBlocked && <Notice tone="warning">{t('clearance.blocked', { marking: entry.marking })}</Notice>}
      <Select
        label={label('digest')}
        choices={decidedChoices(command, 'digest').map((term) => ({ id: term.id, label: term.label[language] }))}
        value={inDigest}
        onChange={(id) => setInDigest(clearance.options.find((option) => option === id) ?? 'no')}
      />
      <Checkbox label={label('isAnonymized')} isSelected={isAnonymized} onChange={setIsAnonymized} />
      <TextField
        label={label('clearedById')}
        hint={t('clearance.authorityHint')}
        value={clearedBy}
        onChange={setClearedBy}
        maxLength={limits.nameChars}
      />
      <p className={styles.hint}>
        {clearedOn === null
          ? t('clearance.dateComes')
          : t('clearance.dateIs', { day: formatDate(clearedOn, language) })}
      </p>
      <DialogActions told={problem && <Notice tone="danger">{problemWords(problem)}</Notice>}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button variant="primary" isDisabled={!isChanged || isPending} onPress={decide}>
          {t('clearance.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
