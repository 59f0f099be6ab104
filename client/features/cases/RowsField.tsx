/**
 * A table or a repeated group: one row per thing, written by several people at once. On a narrow paper each row becomes
 * a card. A removed row can be brought back until the next is removed.
 */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { readRows, rowsOf } from '../../../shared/documents/caseRows.ts'
import { Button } from '../../design/Button.tsx'
import { VisuallyHidden } from '../../design/VisuallyHidden.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { useObserved } from '../../session/observed.ts'
import caseStyles from './Case.module.css'
import { RowActions } from './RowActions.ts'
import { RowLine } from './RowLine.tsx'
import styles from './Rows.module.css'

export interface RowsFieldProps {
  doc: Y.Doc
  field: CaseField & { kind: 'rows' }
  title: string
  canWrite: boolean
}

export function RowsField({ doc, field, title, canWrite }: RowsFieldProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const rows = useObserved(rowsOf(doc, field.section), () => readRows(doc, field))
  const actions = useRowActions(doc, field)
  const [added, setAdded] = useState<string | null>(null)
  const [canUndo, setCanUndo] = useState(false)
  const addButton = useRef<HTMLButtonElement>(null)
  const shown = canWrite ? rows : rows.filter(({ cells }) => Object.keys(cells).length > 0)
  return (
    <div className={caseStyles.field}>
      {shown.length > 0 && (
        <table className={styles.table}>
          <caption>
            <VisuallyHidden>{title}</VisuallyHidden>
          </caption>
          <thead>
            <tr>
              {field.columns.map((column) => (
                <th key={column.id} scope="col" data-type={column.type}>
                  {column.label[language]}
                </th>
              ))}
              {canWrite && (
                <th className={styles.actions}>
                  <VisuallyHidden>{t('rows.actionsColumn')}</VisuallyHidden>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, index) => (
              <RowLine
                key={row.id}
                doc={doc}
                field={field}
                row={row}
                position={index + 1}
                count={shown.length}
                actions={canWrite ? actions : null}
                takesFocus={row.id === added}
                onRemoved={() => setCanUndo(true)}
              />
            ))}
          </tbody>
        </table>
      )}
      {!canWrite && shown.length === 0 && <p className={caseStyles.nothing}>{t('empty')}</p>}
      {canWrite && actions && (
        <div className={styles.below}>
          <Button ref={addButton} size="small" icon="plus" onPress={() => setAdded(actions.add())}>
            {t('rows.add')}
          </Button>
          <div role="status" className={styles.removed}>
            {canUndo && (
              <>
                <span>{t('rows.removed')}</span>
                <Button
                  size="small"
                  autoFocus
                  onPress={() => {
                    actions.undoRemoval()
                    setCanUndo(false)
                    addButton.current?.focus()
                  }}
                >
                  {t('rows.undo')}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </div>
  )
}

function useRowActions(doc: Y.Doc, field: CaseField & { kind: 'rows' }): RowActions | null {
  const [actions, setActions] = useState<RowActions | null>(null)
  useEffect(() => {
    const made = new RowActions(doc, field)
    setActions(made)
    return () => {
      setActions(null)
      made.dispose()
    }
  }, [doc, field])
  return actions
}
