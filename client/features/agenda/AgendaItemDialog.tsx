/** Adds an item to the agenda or changes one: title, kind, day and time, minutes, and the case it is about. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AgendaItem } from '../../../shared/contracts/events.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import { useContent } from '../../session/useMeeting.ts'
import styles from './AgendaItemDialog.module.css'
import type { AgendaItemInput } from './agendaRows.ts'
import { ItemTimeFields } from './ItemTimeFields.tsx'
import { ItemTopicFields } from './ItemTopicFields.tsx'
import { type ItemDraft, inputOf, newDraft } from './itemDraft.ts'

export interface AgendaItemDialogProps {
  session: MeetingSession
  /** Null for a new one. */
  item: AgendaItem | null
  itemsWith: (input: AgendaItemInput) => AgendaItemInput[]
  onClose: () => void
}

export function AgendaItemDialog({ session, item, itemsWith, onClose }: AgendaItemDialogProps) {
  const { t } = useTranslation('agenda')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const title = useContent(session, item?.titleId)?.text ?? ''
  const [draft, setDraft] = useState<ItemDraft>(() => newDraft(item, title))
  const [isTitleMissing, setIsTitleMissing] = useState(false)
  const { run, isPending, problem } = useCommand(session)
  const change = (part: Partial<ItemDraft>) => setDraft((current) => ({ ...current, ...part }))

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsTitleMissing(draft.title.trim() === '')
    if (draft.title.trim() === '') return
    const events = await run({ type: 'agenda.set', items: itemsWith(inputOf(draft, item)) })
    if (events) onClose()
  }

  return (
    <Dialog title={t(item ? 'editTitle' : 'addTitle')} isOpen onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('itemTitle')}
          value={draft.title}
          onChange={(text) => change({ title: text })}
          maxLength={limits.titleChars}
          error={isTitleMissing ? t('titleMissing') : undefined}
          autoFocus
          isRequired
        />
        <ItemTopicFields session={session} draft={draft} change={change} />
        <ItemTimeFields session={session} draft={draft} change={change} />
        <DialogActions told={problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={isPending}>
            {common('save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
