/** The field that writes to the room: Enter sends, Shift and Enter makes a new line. */
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import type { Problem } from '../../../shared/contracts/problems.ts'
import { Button } from '../../design/Button.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import { offlineProblem } from '../../lib/offlineProblem.ts'
import styles from './DiscussionPanel.module.css'
import type { Outgoing, OutgoingSnapshot } from './Outgoing.ts'

export interface ComposerProps {
  outgoing: Outgoing
  state: OutgoingSnapshot
  isLive: boolean
}

export function Composer({ outgoing, state, isLive }: ComposerProps) {
  const { t } = useTranslation('discussion')
  const sayProblem = useProblemWords()
  const areaRef = useRef<HTMLTextAreaElement>(null)

  /** Once the connection is back, that it was gone is no reason any more. */
  function whyNotSent(problem: Problem): string {
    return isLive && problem.type === offlineProblem.type ? t('notSent') : `${t('notSent')} ${sayProblem(problem)}`
  }

  function send(): void {
    void outgoing.submit()
    areaRef.current?.focus()
  }

  function handleKeyDown(event: KeyboardEvent): void {
    // While an input method composes a letter, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <TextField
        label={t('write')}
        hint={t('keys')}
        rows={2}
        value={state.text}
        onChange={(text) => outgoing.write(text)}
        onKeyDown={handleKeyDown}
        autoCapitalize="sentences"
        maxLength={limits.messageChars}
        error={state.problem ? whyNotSent(state.problem) : undefined}
        areaRef={areaRef}
      />
      <Button type="submit" size="small" icon="send" isDisabled={state.text.trim() === ''}>
        {t(state.problem ? 'sendAgain' : 'send')}
      </Button>
    </form>
  )
}
