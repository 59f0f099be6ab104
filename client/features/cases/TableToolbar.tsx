/** Floats over the table that the caret is in: rows and columns are added and taken away. */
import type { Editor } from '@tiptap/react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { cx } from '../../design/classNames.ts'
import { FloatingTools } from './FloatingTools.tsx'
import styles from './RichText.module.css'
import { tableTools } from './textTools.ts'

export function TableToolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation('case')
  return (
    <FloatingTools
      editor={editor}
      name="tableTools"
      label={t('table.label')}
      // Over a selected passage its own tools are shown.
      isShown={(current) => current.state.selection.empty && current.isActive('table')}
    >
      {tableTools.map((tool) => (
        <Button key={tool.id} className={cx(styles.tool)} onPress={() => tool.run(editor.chain().focus()).run()}>
          {t(`table.${tool.id}`)}
        </Button>
      ))}
    </FloatingTools>
  )
}
