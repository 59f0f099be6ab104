/** What is pasted from Word comes in clean; everything else goes through the editor's schema as it is. */
import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import { cleanWordHtml, isFromWord } from './wordPaste.ts'

export const PasteFromWord = Extension.create({
  name: 'pasteFromWord',
  addProseMirrorPlugins() {
    return [new Plugin({ props: { transformPastedHTML: (html) => (isFromWord(html) ? cleanWordHtml(html) : html) } })]
  },
})
