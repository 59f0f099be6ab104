/** A quiet button that is on or off: pressed, it has a check besides its colour. */
import { ToggleButton as RacToggleButton } from 'react-aria-components/ToggleButton'
import { buttonClass } from './Button.tsx'
import { Icon, type IconName } from './Icon.tsx'
import styles from './ToggleButton.module.css'

export interface ToggleButtonProps {
  icon: IconName
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  children: string
}

export function ToggleButton({ icon, isSelected, onChange, children }: ToggleButtonProps) {
  return (
    <RacToggleButton
      className={buttonClass({ variant: 'quiet', size: 'small' }, styles.toggle)}
      isSelected={isSelected}
      onChange={onChange}
    >
      <Icon name={isSelected ? 'check' : icon} />
      {children}
    </RacToggleButton>
  )
}
