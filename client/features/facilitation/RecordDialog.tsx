/** The activity sheet of the meeting: what the report says of partners, funding and purpose. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecordInput } from '../../../shared/contracts/commands.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { listTitle } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { CheckboxGroup } from '../../design/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useTermChoices } from '../../i18n/useTermChoices.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'
import { useCommand } from '../../session/useCommand.ts'
import styles from './InviteDialog.module.css'

const texts = ['venue', 'partners', 'implementers', 'donors', 'budget', 'contact'] as const
type TextPart = (typeof texts)[number]
const lists = ['activityTypes', 'focusOfActivity'] as const

type Sheet = Record<TextPart, string> & Record<(typeof lists)[number], string[]>

export function RecordDialog({ session, onClose }: { session: MeetingSession; onClose: () => void }) {
  const { t } = useTranslation('policies')
  const { t: common } = useTranslation()
  const [language] = useLanguage()
  const sayProblem = useProblemWords()
  const { run, isPending, problem } = useCommand(session)
  const [sheet, setSheet] = useState<Sheet>(() => sheetOf(session.getSnapshot()))
  const choices = { activityTypes: useTermChoices('activityTypes'), focusOfActivity: useTermChoices('focusOfActivity') }
  const change = (part: Partial<Sheet>) => setSheet({ ...sheet, ...part })

  async function save(): Promise<void> {
    if (await run({ type: 'meeting.setRecord', record: recordOf(sheet) })) onClose()
  }

  return (
    <Dialog title={t('record.title')} isOpen onClose={onClose} isWide>
      <div className={styles.form}>
        <p className={styles.lead}>{t('record.lead')}</p>
        {lists.map((list) => (
          <CheckboxGroup
            key={list}
            label={listTitle(list, language)}
            choices={choices[list]}
            values={sheet[list]}
            onChange={(ids) => change({ [list]: ids })}
          />
        ))}
        {texts.map((part) => (
          <TextField
            key={part}
            label={t(`record.${part}`)}
            value={sheet[part]}
            onChange={(value) => change({ [part]: value })}
            maxLength={limits.recordChars}
            rows={part === 'budget' || part === 'venue' ? 1 : 2}
          />
        ))}
        <DialogActions told={problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isDisabled={isPending} onPress={() => void save()}>
            {common('save')}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  )
}

function sheetOf({ meeting, content }: MeetingSnapshot): Sheet {
  const record = meeting?.record ?? null
  const text = (part: TextPart) => {
    const id = record?.[`${part}Id`]
    return (id !== undefined ? content[id]?.text : undefined) ?? ''
  }
  return {
    venue: text('venue'),
    partners: text('partners'),
    implementers: text('implementers'),
    donors: text('donors'),
    budget: text('budget'),
    contact: text('contact'),
    activityTypes: record?.activityTypes ?? [],
    focusOfActivity: record?.focusOfActivity ?? [],
  }
}

/** What is blank is left out: the sheet is sent whole, and what is absent is empty. */
function recordOf(sheet: Sheet): RecordInput {
  const { activityTypes, focusOfActivity } = sheet
  const filled = texts.filter((part) => sheet[part].trim() !== '').map((part) => [part, sheet[part]])
  return { activityTypes, focusOfActivity, ...Object.fromEntries(filled) }
}
