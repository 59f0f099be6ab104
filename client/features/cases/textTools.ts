/** What can be made of a passage: the tools that the slash menu and the floating toolbar offer. */
import type { ChainedCommands, Editor } from '@tiptap/core'

export type BlockTool =
  | 'paragraph'
  | 'heading'
  | 'subheading'
  | 'bulletList'
  | 'orderedList'
  | 'quote'
  | 'table'
  | 'rule'

/** A tool as the slash menu shows it, in the reader's language. */
export interface SlashItem {
  id: BlockTool
  label: string
}

interface Tool<Id extends string> {
  id: Id
  run: (chain: ChainedCommands) => ChainedCommands
}

/** A first table: a head and two rows to fill in. */
const firstTable = { rows: 3, cols: 3, withHeaderRow: true }

/** What the slash menu offers, in its order. */
export const blockTools: readonly Tool<BlockTool>[] = [
  { id: 'heading', run: (chain) => chain.setNode('heading', { level: 1 }) },
  { id: 'subheading', run: (chain) => chain.setNode('heading', { level: 2 }) },
  { id: 'bulletList', run: (chain) => chain.toggleBulletList() },
  { id: 'orderedList', run: (chain) => chain.toggleOrderedList() },
  { id: 'quote', run: (chain) => chain.toggleBlockquote() },
  { id: 'table', run: (chain) => chain.insertTable(firstTable) },
  { id: 'rule', run: (chain) => chain.setHorizontalRule() },
  { id: 'paragraph', run: (chain) => chain.setParagraph() },
]

export type PassageTool = 'bold' | 'italic' | 'heading' | 'bulletList' | 'orderedList' | 'quote'

/** What the toolbar of a selected passage offers, each on or off. */
export const passageTools: readonly (Tool<PassageTool> & { isOn: (editor: Editor) => boolean })[] = [
  { id: 'bold', isOn: (editor) => editor.isActive('bold'), run: (chain) => chain.toggleBold() },
  { id: 'italic', isOn: (editor) => editor.isActive('italic'), run: (chain) => chain.toggleItalic() },
  { id: 'heading', isOn: (editor) => editor.isActive('heading'), run: (chain) => chain.toggleHeading({ level: 1 }) },
  { id: 'bulletList', isOn: (editor) => editor.isActive('bulletList'), run: (chain) => chain.toggleBulletList() },
  { id: 'orderedList', isOn: (editor) => editor.isActive('orderedList'), run: (chain) => chain.toggleOrderedList() },
  { id: 'quote', isOn: (editor) => editor.isActive('blockquote'), run: (chain) => chain.toggleBlockquote() },
]

export type TableTool = 'addRow' | 'addColumn' | 'deleteRow' | 'deleteColumn' | 'deleteTable'

/** What may be done with the table that the caret is in. */
export const tableTools: readonly Tool<TableTool>[] = [
  { id: 'addRow', run: (chain) => chain.addRowAfter() },
  { id: 'addColumn', run: (chain) => chain.addColumnAfter() },
  { id: 'deleteRow', run: (chain) => chain.deleteRow() },
  { id: 'deleteColumn', run: (chain) => chain.deleteColumn() },
  { id: 'deleteTable', run: (chain) => chain.deleteTable() },
]
