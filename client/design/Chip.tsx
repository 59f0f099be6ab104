/** A short fact, or a chosen term that can be taken away again. */
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { cx } from './classNames.ts'
import { Icon } from './Icon.tsx'
import styles from './Marks.module.css'

export interface ChipProps {
  children: ReactNode
  /** Takes the chip away; `removeLabel` says of which one, for screen readers. */
  onRemove?: (() => void) | undefined
  removeLabel?: string
}

export function Chip({ children, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={styles.chip}>
      {children}
      {onRemove && (
        <Button
          className={cx(styles.remove)}
          onPress={onRemove}
          {...(removeLabel ? { 'aria-label': removeLabel } : {})}
        >
          <Icon name="close" size={12} />
        </Button>
      )}
    </span>
  )
}
