/** The rich text of one section, written by several people at once. The section above it gives title and hint. */
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import type { CaretLabels } from './caretLabels.ts'
import styles from './RichText.module.css'
import { TextToolbar } from './TextToolbar.tsx'
import type { TextWords } from './textAccess.ts'
import { textExtensions } from './textExtensions.ts'

export interface RichTextFieldProps {
  fragment: Y.XmlFragment
  title: string
  hint: string
  canWrite: boolean
  carets: CaretLabels
}

export function RichTextField({ fragment, title, hint, canWrite, carets }: RichTextFieldProps) {
  const { t } = useTranslation('case')
  const descriptionId = useId()
  const inside = canWrite ? hint : t('empty')
  const words = useRef<TextWords>({ title, hint: inside })
  const editor = useEditor(
    {
      extensions: textExtensions({ fragment, carets, words: () => words.current, describedBy: descriptionId }),
      editable: canWrite,
      editorProps: { attributes: { class: styles.text ?? '' } },
    },
    [fragment, carets],
  )

  useEffect(() => {
    editor.setEditable(canWrite, false)
    words.current = { title, hint: inside }
    // Drawn again with the new words; nothing changes in the text.
    editor.view.dispatch(editor.state.tr)
  }, [editor, canWrite, title, inside])

  return (
    <div className={styles.field}>
      <VisuallyHidden>
        <span id={descriptionId}>{canWrite ? `${hint} ${t('textKeys')}` : hint}</span>
      </VisuallyHidden>
      <EditorContent editor={editor} />
      {canWrite && <TextToolbar editor={editor} />}
    </div>
  )
}
