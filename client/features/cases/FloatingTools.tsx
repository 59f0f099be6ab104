/** A toolbar that floats over the text: reached by Tab or Shift+Tab from it, left by Escape back to the caret. */
import type { Editor } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { type ReactNode, useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { cx } from '../../design/classNames.ts'
import styles from './RichText.module.css'

export interface FloatingToolsProps {
  editor: Editor
  /** Tells the toolbars of one editor apart. */
  name: string
  label: string
  isShown: (editor: Editor) => boolean
  children: ReactNode
}

export function FloatingTools({ editor, name, label, isShown, children }: FloatingToolsProps) {
  const menu = useRef<HTMLDivElement>(null)
  // The menu makes itself a stop for Tab; the toolbar in it is one already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it does so for each editor.
  useEffect(() => {
    if (menu.current) menu.current.tabIndex = -1
  }, [editor])
  return (
    <BubbleMenu
      ref={menu}
      editor={editor}
      pluginKey={name}
      shouldShow={({ editor: current, element, view }) =>
        current.isEditable && (view.hasFocus() || element.contains(document.activeElement)) && isShown(current)
      }
      // Below: above the first line stands the section's heading.
      options={{ placement: 'bottom-start', offset: 8 }}
      className={styles.floating}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what its buttons let pass. */}
      <div
        onKeyDown={(event) => {
          if (event.key === 'Escape') editor.commands.focus()
        }}
      >
        <Toolbar aria-label={label} className={cx(styles.toolbar)}>
          {children}
        </Toolbar>
      </div>
    </BubbleMenu>
  )
}
