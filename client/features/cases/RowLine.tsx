/** One row of a table: its cells, and what may be done with it as a whole. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import type { CaseField } from '../../../shared/documents/caseDocument.ts'
import { type CaseRow, originsOfCell } from '../../../shared/documents/caseRows.ts'
import { MenuButton } from '../../design/Menu.tsx'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { CaseByline } from './CaseByline.tsx'
import type { RowActions } from './RowActions.ts'
import { RowCell } from './RowCell.tsx'
import styles from './Rows.module.css'

export interface RowLineProps {
  doc: Y.Doc
  field: CaseField & { kind: 'rows' }
  row: CaseRow
  /** Counted from one. */
  position: number
  count: number
  /** Null for who only reads. */
  actions: RowActions | null
  /** The row was just added here: writing begins in its first cell. */
  takesFocus: boolean
  onRemoved: () => void
}

export function RowLine({ doc, field, row, position, count, actions, takesFocus, onRemoved }: RowLineProps) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const line = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (takesFocus) line.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()
  }, [takesFocus])
  return (
    <tr ref={line} className={styles.row}>
      {field.columns.map((column) => (
        <td key={column.id} className={styles.cell} data-type={column.type}>
          <span className={styles.cellLabel} aria-hidden="true">
            {column.label[language]}
          </span>
          <RowCell
            doc={doc}
            section={field.section}
            row={row}
            column={column}
            label={t('rows.cell', { column: column.label[language], position })}
            actions={actions}
          />
          <CaseByline read={() => originsOfCell(doc, field.section, row.id, column.id)} />
        </td>
      ))}
      {actions && (
        <td className={styles.actions}>
          <MenuButton
            variant="quiet"
            size="small"
            icon="more"
            aria-label={t('rows.actions', { position })}
            groups={[
              {
                id: 'row',
                actions: [
                  {
                    id: 'up',
                    label: t('rows.up'),
                    isDisabled: position === 1,
                    onAction: () => actions.move(row.id, 'up'),
                  },
                  {
                    id: 'down',
                    label: t('rows.down'),
                    isDisabled: position === count,
                    onAction: () => actions.move(row.id, 'down'),
                  },
                  {
                    id: 'remove',
                    label: t('rows.remove'),
                    isDangerous: true,
                    onAction: () => {
                      actions.remove(row.id)
                      onRemoved()
                    },
                  },
                ],
              },
            ]}
          />
        </td>
      )}
    </tr>
  )
}
