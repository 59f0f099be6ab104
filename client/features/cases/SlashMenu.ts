/**
 * The menu that a slash opens in a text: heading, lists, quote, table. It opens where a word may begin, is narrowed by
 * typing and works by arrows, Enter and Escape while the caret stays in the text. How it looks is SlashList's.
 */
import { type Editor, Extension, type Range } from '@tiptap/core'
import { isChangeOrigin } from '@tiptap/extension-collaboration'
import { ReactRenderer } from '@tiptap/react'
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion'
import { matchesSearch } from '../../lib/textSearch.ts'
import { SlashList, type SlashListHandle } from './SlashList.tsx'
import { type BlockTool, blockTools, type SlashItem } from './textTools.ts'

export interface SlashMenuOptions {
  /** What a tool is called in the reader's language. */
  toolLabel: (tool: BlockTool) => string
}

export const SlashMenu = Extension.create<SlashMenuOptions>({
  name: 'slashMenu',
  addOptions: () => ({ toolLabel: (tool) => tool }),
  addProseMirrorPlugins() {
    const { toolLabel } = this.options
    const offered = (): SlashItem[] => blockTools.map(({ id }) => ({ id, label: toolLabel(id) }))
    return [
      Suggestion<SlashItem, SlashItem>({
        editor: this.editor,
        char: '/',
        floatingUi: { strategy: 'fixed' },
        items: ({ query }) => offered().filter(({ label }) => matchesSearch(label, query)),
        allow: ({ editor }) => editor.isEditable,
        // Somebody else's slash opens nothing here.
        shouldShow: ({ transaction }) => !isChangeOrigin(transaction),
        command: ({ editor, range, props: { id } }) => runTool(editor, range, id),
        render: listRenderer,
      }),
    ]
  },
})

function runTool(editor: Editor, range: Range, id: BlockTool): void {
  const tool = blockTools.find((known) => known.id === id)
  tool?.run(editor.chain().focus().deleteRange(range)).run()
}

function listRenderer() {
  let list: ReactRenderer<SlashListHandle> | null = null
  let unmount: (() => void) | null = null
  return {
    onStart(props: SuggestionProps<SlashItem, SlashItem>) {
      list = new ReactRenderer(SlashList, { editor: props.editor, props: listProps(props) })
      unmount = props.mount(list.element)
    },
    onUpdate: (props: SuggestionProps<SlashItem, SlashItem>) => list?.updateProps(listProps(props)),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => list?.ref?.pressKey(event.key) ?? false,
    onExit() {
      unmount?.()
      list?.destroy()
      list = null
    },
  }
}

function listProps({ items, command, editor }: SuggestionProps<SlashItem, SlashItem>) {
  return { items, choose: command, textBox: editor.view.dom }
}
