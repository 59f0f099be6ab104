/** Chooses the mark of a card, after saying what it does and what it does not: it narrows leaving, not reading. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Marking } from '../../../shared/contracts/terms.ts'
import { boardMarking, cardMarking } from '../../../shared/proceedings/boards.ts'
import { markingTerm } from '../../../shared/vocabulary/vocabulary.ts'
import { Button } from '../../design/Button.tsx'
import { Dialog, DialogActions } from '../../design/Dialog.tsx'
import { Notice } from '../../design/Notice.tsx'
import { RadioGroup } from '../../design/RadioGroup.tsx'
import { TlpMark } from '../../design/TlpMark.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useCommand } from '../../session/useCommand.ts'
import styles from './CardSheet.module.css'
import { type BoardPlace, cardMarkings, markingCommand, settableMarkings } from './cardMarks.ts'

export interface CardMarkingDialogProps {
  cardId: string
  place: BoardPlace
  onClose: () => void
}

export function CardMarkingDialog({ cardId, place, onClose }: CardMarkingDialogProps) {
  const { t } = useTranslation('board')
  const [language] = useLanguage()
  const problemWords = useProblemWords()
  const { boardId, entry, meetingSession } = place
  const { run, isPending, problem } = useCommand(meetingSession)
  const present = cardMarking(entry, cardId)
  const [chosen, setChosen] = useState<Marking>(present)
  const settable = settableMarkings(meetingSession.getSnapshot(), meetingSession.seat, { boardId, cardId })
  const isLimited = settable.length < cardMarkings.length - 1 || settable.every((marking) => marking !== boardMarking)
  return (
    <Dialog title={t('mark.title')} isOpen onClose={onClose}>
      <Notice icon="lock">
        <div className={styles.explained}>
          <p>{t('mark.keeps')}</p>
          <p>{t('mark.stillRead')}</p>
          <p>{t('mark.elsewhere')}</p>
        </div>
      </Notice>
      <RadioGroup
        label={t('mark.label')}
        {...(isLimited ? { hint: t('mark.onlyStricter') } : {})}
        value={chosen}
        onChange={setChosen}
        choices={cardMarkings.map((marking) => ({
          id: marking,
          label: (
            <>
              <TlpMark marking={marking} /> {marking === boardMarking && t('mark.ofBoard')}
            </>
          ),
          meaning: markingTerm(marking).meaning[language],
          isDisabled: marking !== present && !settable.includes(marking),
        }))}
      />
      <DialogActions told={problem && <Notice tone="danger">{problemWords(problem)}</Notice>}>
        <Button onPress={onClose}>{t('common:cancel')}</Button>
        <Button
          variant="primary"
          isDisabled={chosen === present || isPending}
          onPress={async () => {
            if (await run(markingCommand(boardId, cardId, chosen))) onClose()
          }}
        >
          {t('mark.save')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
