/**
 * A glyph of the toolbar with its name as a tip. It keeps the focus when there is nothing (more) to do: who undoes
 * several steps with the same key must not fall out of the page after the last.
 */
import { Icon, type IconName } from '../../design/Icon.tsx'
import styles from './Toolbar.module.css'

export interface ToolButtonProps {
  icon: IconName
  label: string
  isDisabled?: boolean
  onPress: () => void
}

export function ToolButton({ icon, label, isDisabled = false, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      aria-disabled={isDisabled}
      onClick={() => {
        if (!isDisabled) onPress()
      }}
    >
      <Icon name={icon} />
    </button>
  )
}
