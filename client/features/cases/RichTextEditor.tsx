/** A rich text that several people write at once, with its floating tools. */
import { EditorContent, useEditor } from '@tiptap/react'
import { useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { originsOfRichText } from '../../../shared/documents/origins.ts'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import { useAuthorLayer } from '../../session/useAuthorLayer.ts'
import { setAuthorLayer } from './AuthorTint.ts'
import { CaseByline } from './CaseByline.tsx'
import type { CaretLabels } from './caretLabels.ts'
import styles from './RichText.module.css'
import { TableToolbar } from './TableToolbar.tsx'
import { TextToolbar } from './TextToolbar.tsx'
import type { TextWords } from './textAccess.ts'
import { textExtensions } from './textExtensions.ts'
import type { BlockTool } from './textTools.ts'

export interface RichTextEditorProps {
  fragment: Y.XmlFragment
  title: string
  hint: string
  canWrite: boolean
  carets: CaretLabels
}

export function RichTextEditor({ fragment, title, hint, canWrite, carets }: RichTextEditorProps) {
  const { t } = useTranslation('case')
  const descriptionId = useId()
  const inside = canWrite ? hint : t('empty')
  const words = useRef<TextWords>({ title, hint: inside })
  const label = useRef((tool: BlockTool) => t(`slash.${tool}`))
  const editor = useEditor(
    {
      extensions: textExtensions({
        fragment,
        carets,
        words: () => words.current,
        toolLabel: (tool) => label.current(tool),
        describedBy: descriptionId,
      }),
      editable: canWrite,
      editorProps: { attributes: { class: styles.text ?? '' } },
    },
    [fragment, carets],
  )

  const layer = useAuthorLayer()
  useEffect(() => setAuthorLayer(editor.view, layer), [editor, layer])
  useEffect(() => {
    label.current = (tool) => t(`slash.${tool}`)
  }, [t])
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
      <CaseByline read={() => originsOfRichText(fragment)} />
      {canWrite && (
        <>
          <TextToolbar editor={editor} />
          <TableToolbar editor={editor} />
        </>
      )}
    </div>
  )
}
