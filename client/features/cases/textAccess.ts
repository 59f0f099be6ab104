/**
 * What keyboard and screen reader need from a rich text: its name and description in the reader's language, and a
 * Tab key that leaves. In a list Tab indents and in a table it goes on to the next cell, as people know it; after Escape it
 * leaves there too.
 */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export interface TextWords {
  title: string
  /** What stands in an empty text. */
  hint: string
}

export interface TextAccessOptions {
  words: () => TextWords
  /** Ids of the elements that describe the text. */
  describedBy: string
}

export const TextAccess = Extension.create<TextAccessOptions>({
  name: 'textAccess',
  addOptions: () => ({ words: () => ({ title: '', hint: '' }), describedBy: '' }),
  addProseMirrorPlugins() {
    const { editor, options } = this
    let isLeaving = false
    return [
      new Plugin({
        props: {
          attributes: () => ({
            role: 'textbox',
            'aria-label': options.words().title,
            'aria-describedby': options.describedBy,
            'aria-multiline': 'true',
            'aria-readonly': String(!editor.isEditable),
          }),
          handleDOMEvents: {
            /** True leaves the key to the browser, which moves the focus. */
            keydown(view, event) {
              const leaves = event.key === 'Tab' && (isLeaving || !takesTab(view))
              if (event.key !== 'Shift') isLeaving = event.key === 'Escape'
              return leaves
            },
          },
        },
      }),
    ]
  },
})

/** Nodes in which Tab has a meaning of its own: to indent, to go to the next cell. */
const tabNodes: readonly string[] = ['listItem', 'table']

function takesTab({ state }: EditorView): boolean {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth--) if (tabNodes.includes($from.node(depth).type.name)) return true
  return false
}
