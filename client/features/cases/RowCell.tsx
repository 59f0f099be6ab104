/** One cell: a text that several people write in, a value that is chosen, or its words for who only reads. */
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { limits } from '../../../shared/contracts/limits.ts'
import { type CaseRow, cellText, isTextColumn } from '../../../shared/documents/caseRows.ts'
import { isValueType } from '../../../shared/documents/caseValues.ts'
import type { TemplateField } from '../../../shared/vocabulary/vocabulary.ts'
import { useLanguage } from '../../i18n/useLanguage.ts'
import { webAddressOf } from '../../lib/webAddress.ts'
import { useTextBinding } from '../../session/useTextBinding.ts'
import type { RowActions } from './RowActions.ts'
import styles from './Rows.module.css'
import { ValueInput } from './ValueInput.tsx'
import { valueWords } from './valueWords.ts'

export interface RowCellProps {
  doc: Y.Doc
  section: string
  row: CaseRow
  column: TemplateField
  label: string
  actions: RowActions | null
}

export function RowCell({ doc, section, row, column, label, actions }: RowCellProps) {
  if (actions === null) return <CellWords row={row} column={column} />
  if (isTextColumn(column)) {
    const text = cellText(doc, section, row.id, column.id)
    if (text) return <CellText text={text} label={label} />
    // Made by an older template: the first touch makes the text, and the cell is bound to it.
    return <textarea rows={1} aria-label={label} onFocus={() => actions.openCell(row.id, column.id)} />
  }
  if (!isValueType(column.type)) return null
  return (
    <ValueInput
      type={column.type}
      template={column}
      value={row.cells[column.id] ?? null}
      onChange={(value) => actions.setCell(row.id, column.id, value)}
      label={label}
      isLabelHidden
    />
  )
}

/** An area, because it grows with its words; a line all the same. */
function CellText({ text, label }: { text: Y.Text; label: string }) {
  const bind = useTextBinding(text)
  return (
    <textarea
      ref={bind}
      rows={1}
      aria-label={label}
      maxLength={limits.titleChars}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault()
      }}
    />
  )
}

function CellWords({ row, column }: Pick<RowCellProps, 'row' | 'column'>) {
  const { t } = useTranslation('case')
  const [language] = useLanguage()
  const value = row.cells[column.id]
  if (value === undefined) return <span className={styles.none}>–</span>
  if (!isTextColumn(column)) return <span>{valueWords(column, value, language, t)}</span>
  const words = String(value)
  const address = column.type === 'url' ? webAddressOf(words) : null
  if (address === null) return <span>{words}</span>
  return (
    <a href={address} target="_blank" rel="noreferrer noopener">
      {words}
    </a>
  )
}
