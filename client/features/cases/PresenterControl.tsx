/** Who presents the case in the meeting: said to everybody, set by whoever brought it and by moderators. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { Button } from '../../design/Button.tsx'
import { ComboBox } from '../../design/ComboBox.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { localeOf } from '../../i18n/dates.ts'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useMeeting } from '../../session/useMeeting.ts'
import { usePeople } from '../../session/usePerson.ts'
import styles from './Case.module.css'
import { maySetPresenter } from './caseRights.ts'
import type { CaseControlProps } from './MarkingControl.tsx'

export function PresenterControl({ caseId, entry, meetingSession }: CaseControlProps) {
  const { t } = useTranslation('case')
  const [isOpen, setIsOpen] = useState(false)
  const { seat } = meetingSession
  const personOf = usePeople(meetingSession)
  const maySet = useMeeting(meetingSession, (snapshot) => maySetPresenter(snapshot, seat, caseId))
  const presenter = entry.presenterId === null ? null : personOf(entry.presenterId).name
  const words = presenter === null ? t('presenter.none') : t('presenter.is', { name: presenter })
  if (!maySet) return presenter === null ? null : <span className={styles.presenter}>{words}</span>
  return (
    <span className={styles.presenter}>
      {words}
      <Button
        size="small"
        variant="quiet"
        aria-label={t('presenter.changeOf', { words })}
        onPress={() => setIsOpen(true)}
      >
        {t('presenter.change')}
      </Button>
      {isOpen && (
        <PresenterDialog
          caseId={caseId}
          entry={entry}
          meetingSession={meetingSession}
          onClose={() => setIsOpen(false)}
        />
      )}
    </span>
  )
}

function PresenterDialog({ caseId, entry, meetingSession, onClose }: CaseControlProps & { onClose: () => void }) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const personOf = usePeople(meetingSession)
  const members = useMeeting(meetingSession, ({ meeting }) => meeting?.members ?? null)
  const { run, isPending, problem } = useCommand(meetingSession)
  const [chosen, setChosen] = useState<string | null>(entry.presenterId)
  const { compare } = new Intl.Collator(localeOf(language))
  const choices = Object.keys(members ?? {})
    .map((id) => ({ id, label: labelOfPerson(personOf(id)) }))
    .sort((a, b) => compare(a.label, b.label))
  return (
    <Dialog title={t('presenter.title')} isOpen onClose={onClose}>
      <ComboBox
        label={t('presenter.person')}
        hint={t('presenter.hint')}
        choices={choices}
        value={chosen}
        onChange={setChosen}
      />
      <DialogActions told={problem && <Notice tone="danger">{problemWords(problem)}</Notice>}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === entry.presenterId || isPending}
          onPress={async () => {
            const participantId = chosen as ParticipantId | null
            if (await run({ type: 'case.setPresenter', caseId, participantId })) onClose()
          }}
        >
          {t('common:save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

function labelOfPerson({ name, details }: { name: string; details: string }): string {
  return details === '' ? name : `${name} · ${details}`
}
