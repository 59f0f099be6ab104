/** A text to take along: shown whole, copied by its button. Where the browser does not let us copy, it is selected. */
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './CopyField.module.css'
import { TextField } from './TextField.tsx'

export interface CopyFieldProps {
  label: string
  value: string
  /** Where this is the next thing to do, because what had the focus is gone. */
  autoFocus?: boolean
}

export function CopyField({ label, value, autoFocus = false }: CopyFieldProps) {
  const { t } = useTranslation()
  const [said, setSaid] = useState<'copied' | 'selected' | null>(null)
  const inputRef = useRef<HTMLInputElement>(null)

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(value)
      setSaid('copied')
    } catch {
      // Missing on plain http, or forbidden: then the person's own Ctrl+C does it.
      inputRef.current?.select()
      setSaid('selected')
    }
  }

  return (
    <div>
      <div className={styles.row}>
        <TextField
          className={styles.field ?? ''}
          label={label}
          value={value}
          onChange={() => undefined}
          isReadOnly
          spellCheck="false"
          ref={inputRef}
        />
        <Button autoFocus={autoFocus} icon="copy" className={styles.button ?? ''} onPress={() => void copy()}>
          {t('copy')}
        </Button>
      </div>
      <p className={styles.said} role="status">
        {said && t(said === 'copied' ? 'copied' : 'copySelected')}
      </p>
    </div>
  )
}
