/** The field that writes to the room: Enter sends, Shift and Enter makes a new line. */
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/contracts/limits.ts'
import { Button } from '../../design/Button.tsx'
import { TextField } from '../../design/TextField.tsx'
import { useProblemWords } from '../../i18n/problemWords.ts'
import styles from './DiscussionPanel.module.css'
import type { Outgoing, OutgoingSnapshot } from './Outgoing.ts'

export interface ComposerProps {
  outgoing: Outgoing
  state: OutgoingSnapshot
}

export function Composer({ outgoing, state }: ComposerProps) {
  const { t } = useTranslation('discussion')
  const sayProblem = useProblemWords()
  const areaRef = useRef<HTMLTextAreaElement>(null)

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
        error={state.problem ? `${t('notSent')} ${sayProblem(state.problem)}` : undefined}
        areaRef={areaRef}
      />
      <Button type="submit" size="small" icon="send" isDisabled={state.text.trim() === ''}>
        {t(state.problem ? 'sendAgain' : 'send')}
      </Button>
    </form>
  )
}
