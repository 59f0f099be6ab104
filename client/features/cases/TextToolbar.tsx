/** The toolbar that floats over a selected passage. All of it can be had by keyboard and by markdown as well. */
import { type Editor, useEditorState } from '@tiptap/react'
import { BubbleMenu } from '@tiptap/react/menus'
import { useEffect, useRef } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { cx } from '../../design/classNames.ts'
import styles from './RichText.module.css'

const tools = [
  { id: 'bold', isOn: (editor) => editor.isActive('bold'), run: (chain) => chain.toggleBold() },
  { id: 'italic', isOn: (editor) => editor.isActive('italic'), run: (chain) => chain.toggleItalic() },
  { id: 'heading', isOn: (editor) => editor.isActive('heading'), run: (chain) => chain.toggleHeading({ level: 1 }) },
  { id: 'bulletList', isOn: (editor) => editor.isActive('bulletList'), run: (chain) => chain.toggleBulletList() },
  { id: 'orderedList', isOn: (editor) => editor.isActive('orderedList'), run: (chain) => chain.toggleOrderedList() },
  { id: 'quote', isOn: (editor) => editor.isActive('blockquote'), run: (chain) => chain.toggleBlockquote() },
] as const satisfies readonly Tool[]

interface Tool {
  id: string
  isOn: (editor: Editor) => boolean
  run: (chain: ReturnType<Editor['chain']>) => ReturnType<Editor['chain']>
}

export function TextToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('case')
  const isOn = useEditorState({
    editor,
    selector: ({ editor: current }) => tools.map((tool) => tool.isOn(current)),
  })
  const menu = useRef<HTMLDivElement>(null)
  // The menu makes itself a stop for Tab; the toolbar in it is one already.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it does so for each editor.
  useEffect(() => {
    if (menu.current) menu.current.tabIndex = -1
  }, [editor])
  return (
    <BubbleMenu ref={menu} editor={editor} options={{ placement: 'top-start', offset: 8 }} className={styles.floating}>
      <Toolbar aria-label={t('toolbar.label')} className={cx(styles.toolbar)}>
        {tools.map((tool, index) => (
          <ToggleButton
            key={tool.id}
            className={cx(styles.tool, styles[tool.id])}
            isSelected={isOn[index] ?? false}
            onChange={() => tool.run(editor.chain().focus()).run()}
            onKeyDown={(event) => {
              if (event.key === 'Escape') editor.commands.focus()
              else event.continuePropagation()
            }}
          >
            {t(`toolbar.${tool.id}`)}
          </ToggleButton>
        ))}
      </Toolbar>
    </BubbleMenu>
  )
}
