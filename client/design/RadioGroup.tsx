/** A few choices that exclude each other, each with a sentence that says what it means. */
import type { ReactNode } from 'react'
import { Label } from 'react-aria-components/Label'
import { RadioGroup as RacRadioGroup, Radio } from 'react-aria-components/RadioGroup'
import { Text } from 'react-aria-components/Text'
import { cx } from './classNames.ts'
import field from './Field.module.css'
import styles from './RadioGroup.module.css'

export interface RadioChoice<T extends string> {
  id: T
  label: ReactNode
  /** What choosing it means. */
  meaning?: string
  isDisabled?: boolean
}

export interface RadioGroupProps<T extends string> {
  label: string
  /** Why some of it cannot be chosen, or what to know before choosing. */
  hint?: string
  choices: readonly RadioChoice<T>[]
  value: T
  onChange: (id: T) => void
  isDisabled?: boolean
}

export function RadioGroup<T extends string>(props: RadioGroupProps<T>) {
  const { label, hint, choices, value, onChange, isDisabled = false } = props
  return (
    <RacRadioGroup
      className={cx(styles.group)}
      value={value}
      onChange={(chosen) => {
        const choice = choices.find(({ id }) => id === chosen)
        if (choice) onChange(choice.id)
      }}
      isDisabled={isDisabled}
    >
      <Label className={field.label ?? ''}>{label}</Label>
      {hint !== undefined && (
        <Text slot="description" className={field.hint ?? ''}>
          {hint}
        </Text>
      )}
      {choices.map((choice) => (
        <Radio
          key={choice.id}
          value={choice.id}
          className={cx(styles.choice)}
          isDisabled={isDisabled || choice.isDisabled === true}
        >
          <span className={styles.mark} />
          <span className={styles.words}>
            <span className={styles.label}>{choice.label}</span>
            {choice.meaning !== undefined && <span className={styles.meaning}>{choice.meaning}</span>}
          </span>
        </Radio>
      ))}
    </RacRadioGroup>
  )
}
