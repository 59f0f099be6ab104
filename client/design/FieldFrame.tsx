/** What every field shares: its label above, its hint and its error below, tied together for screen readers. */
import type { ReactNode } from 'react'
import { FieldError } from 'react-aria-components/FieldError'
import { Label } from 'react-aria-components/Label'
import { Text } from 'react-aria-components/Text'
import styles from './Field.module.css'
import { Icon } from './Icon.tsx'

export interface FieldWords {
  label: string
  hint?: string | undefined
  /** Says what to do; its presence marks the field as invalid. */
  error?: string | undefined
}

export function FieldFrame({ label, hint, error, children }: FieldWords & { children: ReactNode }) {
  return (
    <>
      <Label className={styles.label ?? ''}>{label}</Label>
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
