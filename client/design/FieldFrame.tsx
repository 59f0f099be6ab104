/** What every field shares: its label above, its hint and its error below, tied together for screen readers. */
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'
import hidden from './VisuallyHidden.module.css'

export interface FieldWords {
  label: string
  /** Where something else in sight says it: the head of a table's column. Screen readers still hear it. */
  isLabelHidden?: boolean | undefined
  hint?: string | undefined
  /** Says what to do; its presence marks the field as invalid. */
  error?: string | undefined
}

export function FieldFrame({
  label,
  isLabelHidden = false,
  hint,
  error,
  children,
}: FieldWords & { children: ReactNode }) {
  return (
    <>
      <Label className={(isLabelHidden ? hidden.hidden : styles.label) ?? ''}>{label}</Label>
      {children}
      {hint !== undefined && (
        <Text slot="description" className={styles.hint ?? ''}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        {error !== undefined && (
          <>
            <Icon name="attention" size={14} />
            <span>{error}</span>
          </>
        )}
      </FieldError>
    </>
  )
}
