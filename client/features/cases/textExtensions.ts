/** What a section's rich text can hold and do: the editor's extensions for one shared fragment. */
import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import type * as Y from 'yjs'
import type { CaretLabels } from './caretLabels.ts'
import { TextHeading } from './TextHeading.ts'
import { TextAccess, type TextAccessOptions } from './textAccess.ts'

export interface TextExtensionsOptions extends TextAccessOptions {
  fragment: Y.XmlFragment
  carets: CaretLabels
}

export function textExtensions({ fragment, carets, words, describedBy }: TextExtensionsOptions): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      // Collaboration has an undo of its own, which takes back one's own changes only.
      undoRedo: false,
      // It would write a paragraph into a document as soon as somebody opens it.
      trailingNode: false,
      link: { openOnClick: false },
    }),
    TextHeading,
    Collaboration.configure({ fragment }),
    carets.extension(),
    Placeholder.configure({ placeholder: () => words().hint, showOnlyWhenEditable: false }),
    TextAccess.configure({ words, describedBy }),
  ]
}
