/** A button that opens a list of actions, or of choices of which one is current. */
import type { ReactNode } from 'react'
import { Header } from 'react-aria-components/Header'
import { MenuItem, MenuSection, MenuTrigger, Menu as RacMenu } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Button, type ButtonProps } from './Button.tsx'
import { cx } from './classNames.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './Popover.module.css'

export interface MenuAction {
  id: string
  label: string
  onAction: () => void
  icon?: IconName
  /** The current one of several choices. */
  isCurrent?: boolean
  isDangerous?: boolean
  isDisabled?: boolean
  lang?: string
}

export interface MenuGroup {
  id: string
  title?: string
  actions: readonly MenuAction[]
}

export interface MenuButtonProps
  extends Pick<ButtonProps, 'variant' | 'size' | 'icon' | 'iconAfter' | 'aria-label' | 'className'> {
  children?: ReactNode
  groups: readonly MenuGroup[]
  /** What the list is called, when the button's own words do not say it. */
  menuLabel?: string
}

export function MenuButton({ groups, menuLabel, children, ...button }: MenuButtonProps) {
  const hasCurrent = groups.some((group) => group.actions.some((action) => action.isCurrent !== undefined))
  return (
    <MenuTrigger>
      <Button {...button}>{children}</Button>
      <Popover className={cx(styles.popover)}>
        <RacMenu className={cx(styles.list)} {...(menuLabel !== undefined ? { 'aria-label': menuLabel } : {})}>
          {groups.map((group) => (
            <MenuSection key={group.id} {...(group.title === undefined ? { 'aria-label': menuLabel ?? group.id } : {})}>
              {group.title !== undefined && <Header className={styles.heading ?? ''}>{group.title}</Header>}
              {group.actions.map((action) => (
                <ActionItem key={action.id} action={action} hasCurrent={hasCurrent} />
              ))}
            </MenuSection>
          ))}
        </RacMenu>
      </Popover>
    </MenuTrigger>
  )
}

function ActionItem({ action, hasCurrent }: { action: MenuAction; hasCurrent: boolean }) {
  return (
    <MenuItem
      id={action.id}
      textValue={action.label}
      onAction={action.onAction}
      isDisabled={action.isDisabled ?? false}
      className={cx(styles.item, action.isDangerous && styles.danger)}
    >
      {hasCurrent && <span className={styles.check}>{action.isCurrent && <Icon name="check" />}</span>}
      {action.icon && <Icon name={action.icon} />}
      <span lang={action.lang}>{action.label}</span>
    </MenuItem>
  )
}
