/** The toolbar that floats over a selected passage. All of it can be had by keyboard and by markdown as well. */
import { type Editor, useEditorState } from '@tiptap/react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import { cx } from '../../design/classNames.ts'
import { FloatingTools } from './FloatingTools.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { PassageLanguageMenu } from './PassageLanguageMenu.tsx'
import styles from './RichText.module.css'
import { passageTools } from './textTools.ts'

export function TextToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('case')
  const [isLinking, setIsLinking] = useState(false)
  const isOn = useEditorState({
    editor,
    selector: ({ editor: current }) => [...passageTools.map((tool) => tool.isOn(current)), current.isActive('link')],
  })
  return (
    <>
      <FloatingTools
        editor={editor}
        name="passageTools"
        label={t('toolbar.label')}
        isShown={({ state }) => !state.selection.empty}
      >
        {passageTools.map((tool, index) => (
          <ToggleButton
            key={tool.id}
            className={cx(styles.tool, styles[tool.id])}
            isSelected={isOn[index] ?? false}
            onChange={() => tool.run(editor.chain().focus()).run()}
            onKeyDown={(event) => event.continuePropagation()}
          >
            {t(`toolbar.${tool.id}`)}
          </ToggleButton>
        ))}
        <Button
          className={cx(styles.tool, isOn[passageTools.length] && styles.current)}
          onPress={() => setIsLinking(true)}
          onKeyDown={(event) => event.continuePropagation()}
        >
          {t('toolbar.link')}
        </Button>
        <PassageLanguageMenu editor={editor} />
      </FloatingTools>
      {isLinking && (
        <LinkDialog
          editor={editor}
          onClose={() => {
            setIsLinking(false)
            // Back to the words, where the dialog was asked for.
            editor.commands.focus()
          }}
        />
      )}
    </>
  )
}
