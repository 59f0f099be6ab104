/**
 * The offered blocks as a list box beside the caret. The focus stays in the text, which says to screen readers which
 * of them is the current one.
 */
import { type Ref, useEffect, useId, useImperativeHandle, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cx } from '../../design/classNames.ts'
import popover from '../../design/Popover.module.css'
import styles from './RichText.module.css'
import type { SlashItem } from './textTools.ts'

export interface SlashListHandle {
  /** True when the key was meant for the list. */
  pressKey(key: string): boolean
}

export interface SlashListProps {
  items: readonly SlashItem[]
  choose: (item: SlashItem) => void
  textBox: HTMLElement
  ref?: Ref<SlashListHandle>
}

export function SlashList({ items, choose, textBox, ref }: SlashListProps) {
  const { t } = useTranslation('case')
  const listId = useId()
  const [current, setCurrent] = useState(0)
  const index = Math.min(current, items.length - 1)
  const optionId = (at: number) => `${listId}${at}`

  // What was typed narrows the list: its first entry is the current one again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the items say that it was narrowed.
  useEffect(() => setCurrent(0), [items.length])
  useEffect(() => {
    textBox.setAttribute('aria-controls', listId)
    textBox.setAttribute('aria-haspopup', 'listbox')
    return () => {
      for (const name of ['aria-controls', 'aria-haspopup', 'aria-activedescendant']) textBox.removeAttribute(name)
    }
  }, [textBox, listId])
  useEffect(() => {
    if (index < 0) textBox.removeAttribute('aria-activedescendant')
    else textBox.setAttribute('aria-activedescendant', `${listId}${index}`)
    // At first the list has no place yet, and the page would scroll to where it is not.
    if (index > 0) document.getElementById(`${listId}${index}`)?.scrollIntoView({ block: 'nearest' })
  }, [textBox, listId, index])

  useImperativeHandle(ref, () => ({
    pressKey(key) {
      const item = items[index]
      if (!item) return false
      if (key === 'ArrowDown') setCurrent((index + 1) % items.length)
      else if (key === 'ArrowUp') setCurrent((index + items.length - 1) % items.length)
      else if (key === 'Home') setCurrent(0)
      else if (key === 'End') setCurrent(items.length - 1)
      else if (key === 'Enter' || key === 'Tab') choose(item)
      else return false
      return true
    },
  }))

  if (items.length === 0) return null
  return (
    <div className={cx(popover.popover, styles.slash)}>
      <div id={listId} role="listbox" aria-label={t('slash.label')} className={popover.list}>
        {items.map((item, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the text.
          // biome-ignore lint/a11y/useKeyWithClickEvents: the text passes its keys on.
          <div
            key={item.id}
            id={optionId(at)}
            role="option"
            aria-selected={at === index}
            className={popover.item}
            data-focused={at === index || undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(item)}
          >
            {item.label}
          </div>
        ))}
      </div>
    </div>
  )
}
