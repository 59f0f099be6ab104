/** A line of text, or an area of several, with its label, hint and error. */
import type { KeyboardEvent, Ref } from 'react'
import { Input } from 'react-aria-components/Input'
import { TextArea } from 'react-aria-components/TextArea'
import { TextField as RacTextField } from 'react-aria-components/TextField'
import { cx } from './classNames.ts'
import styles from './Field.module.css'
import { FieldFrame, type FieldWords } from './FieldFrame.tsx'

export interface TextFieldProps extends FieldWords {
  value: string
  onChange: (value: string) => void
  name?: string
  type?: 'text' | 'password' | 'number'
  rows?: number
  /** For what is read aloud and typed letter by letter: the meeting code. */
  isBig?: boolean
  isRequired?: boolean
  isDisabled?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
  autoComplete?: string
  autoCapitalize?: 'off' | 'characters' | 'words' | 'sentences'
  inputMode?: 'text' | 'numeric'
  spellCheck?: 'true' | 'false'
  maxLength?: number
  placeholder?: string
  lang?: string
  onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void
  className?: string
  ref?: Ref<HTMLInputElement>
  areaRef?: Ref<HTMLTextAreaElement>
}

export function TextField(props: TextFieldProps) {
  const { label, hint, error, rows, isBig = false, placeholder, lang, autoCapitalize, onKeyDown, className } = props
  const { value, onChange, ref, areaRef, inputMode = 'text', spellCheck = 'true', autoComplete = 'off' } = props
  const shared = {
    ...(placeholder !== undefined ? { placeholder } : {}),
    ...(lang !== undefined ? { lang } : {}),
    ...(autoCapitalize !== undefined ? { autoCapitalize } : {}),
    ...(onKeyDown !== undefined ? { onKeyDown } : {}),
  }
  return (
    <RacTextField
      className={cx(styles.field, className)}
      value={value}
      onChange={onChange}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      type={props.type ?? 'text'}
      inputMode={inputMode}
      spellCheck={spellCheck}
      autoComplete={autoComplete}
      {...(props.name !== undefined ? { name: props.name } : {})}
      {...(props.isRequired !== undefined ? { isRequired: props.isRequired } : {})}
      {...(props.isDisabled !== undefined ? { isDisabled: props.isDisabled } : {})}
      {...(props.isReadOnly !== undefined ? { isReadOnly: props.isReadOnly } : {})}
      {...(props.autoFocus !== undefined ? { autoFocus: props.autoFocus } : {})}
      {...(props.maxLength !== undefined ? { maxLength: props.maxLength } : {})}
    >
      <FieldFrame label={label} hint={hint} error={error}>
        {rows === undefined ? (
          <Input {...shared} className={cx(styles.input, isBig && styles.big)} {...(ref ? { ref } : {})} />
        ) : (
          <TextArea
            {...shared}
            rows={rows}
            className={cx(styles.input, styles.area)}
            {...(areaRef ? { ref: areaRef } : {})}
          />
        )}
      </FieldFrame>
    </RacTextField>
  )
}
