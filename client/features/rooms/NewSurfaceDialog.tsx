/** Begins a case or a board: asks for its title, and for the columns of a board, creates it and goes there. */
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { z } from 'zod'
import type { Command } from '../../../shared/contracts/commands.ts'
import type { WireEvent } from '../../../shared/contracts/events.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { type CardKind, cardKinds, usualColumns } from '../../../shared/contracts/terms.ts'
import { cardTemplates } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { CheckboxGroup } from '../../design/CheckboxGroup.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { meetingPath, type Surface } from '../../lib/paths.ts'
import type { MeetingSession } from '../../session/MeetingSession.ts'
import { useCommand } from '../../session/useCommand.ts'
import styles from './NewSurfaceDialog.module.css'

export type NewSurfaceKind = 'case' | 'board'

export interface NewSurfaceDialogProps {
  session: MeetingSession
  kind: NewSurfaceKind
  onClose: () => void
  onCreated?: (() => void) | undefined
}

export function NewSurfaceDialog({ session, kind, onClose, onCreated }: NewSurfaceDialogProps) {
  const { t } = useTranslation('room')
  const { t: common } = useTranslation()
  const sayProblem = useProblemWords()
  const [language] = useLanguage()
  const [, navigate] = useLocation()
  const [title, setTitle] = useState('')
  const [columns, setColumns] = useState<readonly CardKind[]>(usualColumns)
  const [isMissing, setIsMissing] = useState(false)
  const { run, isPending, problem } = useCommand(session)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    setIsMissing(title.trim() === '')
    if (title.trim() === '' || columns.length === 0) return
    const command: Command =
      kind === 'case'
        ? { type: 'case.create', title: title.trim(), language }
        : { type: 'board.create', title: title.trim(), columns: [...columns] }
    const events = await run(command)
    if (!events) return
    onClose()
    onCreated?.()
    const surface = createdSurface(events)
    if (surface) navigate(meetingPath(session.meetingId, session.seat, surface))
  }

  return (
    <Dialog title={t(kind === 'case' ? 'newCase' : 'newBoard')} isOpen onClose={onClose}>
      <form className={styles.form} noValidate onSubmit={(event) => void submit(event)}>
        <TextField
          label={t('surfaceTitle')}
          hint={t(kind === 'case' ? 'newCaseHint' : 'newBoardHint')}
          value={title}
          onChange={setTitle}
          maxLength={limits.titleChars}
          error={isMissing ? t('surfaceTitleMissing') : undefined}
          autoFocus
          isRequired
        />
        {kind === 'board' && (
          <CheckboxGroup
            label={t('boardColumns')}
            choices={cardKinds.map((id) => ({ id, label: cardTemplates[id].plural[language] }))}
            values={columns}
            onChange={(chosen) => setColumns(cardKinds.filter((id) => chosen.includes(id)))}
            error={columns.length === 0 ? t('boardColumnsMissing') : undefined}
          />
        )}
        <DialogActions told={problem && <Notice tone="danger">{sayProblem(problem)}</Notice>}>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="primary" isDisabled={isPending}>
            {t('create')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}

const created = z.union([z.looseObject({ caseId: z.string() }), z.looseObject({ boardId: z.string() })])

/** A creating command's event carries the new id. */
function createdSurface(events: readonly WireEvent[]): Surface | null {
  for (const event of events) {
    const { data } = created.safeParse(event)
    if (typeof data?.caseId === 'string') return { kind: 'case', caseId: data.caseId }
    if (typeof data?.boardId === 'string') return { kind: 'board', boardId: data.boardId }
  }
  return null
}
