/** Buttons in the four strengths of the interface. One `primary` a screen: the next action. */
import type { ReactNode, Ref } from 'react'
import { type PressEvent, Button as RacButton } from 'react-aria-components/Button'
import styles from './Button.module.css'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'

export interface ButtonProps {
  children?: ReactNode
  variant?: 'plain' | 'primary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  icon?: IconName
  /** After the words: what a press opens. */
  iconAfter?: IconName
  type?: 'button' | 'submit'
  isDisabled?: boolean
  autoFocus?: boolean
  onPress?: (event: PressEvent) => void
  /** Needed when there is no text to read. */
  'aria-label'?: string
  'aria-expanded'?: boolean
  'aria-controls'?: string
  'aria-describedby'?: string
  slot?: string
  className?: string
  ref?: Ref<HTMLButtonElement>
}

export function Button({
  children,
  variant = 'plain',
  size = 'medium',
  icon,
  iconAfter,
  className,
  ...rest
}: ButtonProps) {
  const isIconOnly = children === undefined || children === null
  return (
    <RacButton {...rest} className={buttonClass({ variant, size, isIconOnly }, className)}>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </RacButton>
  )
}

/** The look of a button for what is not one: a link that acts as the next step. */
export function buttonClass(
  look: Pick<ButtonProps, 'variant' | 'size'> & { isIconOnly?: boolean },
  className?: string,
): string {
  const { variant = 'plain', size = 'medium', isIconOnly = false } = look
  return cx(
    styles.button,
    variant !== 'plain' && styles[variant],
    size !== 'medium' && styles[size],
    isIconOnly && styles.iconOnly,
    className,
  )
}
