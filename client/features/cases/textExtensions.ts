/** What a section's rich text can hold and do: the editor's extensions for one shared fragment. */
import type { Extensions } from '@tiptap/core'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { Placeholder } from '@tiptap/extensions'
import { StarterKit } from '@tiptap/starter-kit'
import type * as Y from 'yjs'
import { webAddressOf } from '../../lib/webAddress.ts'
import { AuthorTint } from './AuthorTint.ts'
import type { CaretLabels } from './caretLabels.ts'
import { PassageLanguage } from './PassageLanguage.ts'
import { PasteFromWord } from './PasteFromWord.ts'
import { SafeCollaboration } from './SafeCollaboration.ts'
import { SlashMenu, type SlashMenuOptions } from './SlashMenu.ts'
import { TextHeading } from './TextHeading.ts'
import { TextAccess, type TextAccessOptions } from './textAccess.ts'

export interface TextExtensionsOptions extends TextAccessOptions, SlashMenuOptions {
  fragment: Y.XmlFragment
  carets: CaretLabels
}

export function textExtensions(options: TextExtensionsOptions): Extensions {
  const { fragment, carets, words, describedBy, toolLabel } = options
  return [
    ...contentExtensions(),
    SafeCollaboration.configure({ fragment }),
    carets.extension(),
    AuthorTint.configure({ fragment }),
    Placeholder.configure({ placeholder: () => words().hint, showOnlyWhenEditable: false }),
    TextAccess.configure({ words, describedBy }),
    SlashMenu.configure({ toolLabel }),
    PasteFromWord,
  ]
}

/** What a text can hold: the editor's schema. */
export function contentExtensions(): Extensions {
  return [
    StarterKit.configure({
      heading: false,
      // Collaboration has an undo of its own, which takes back one's own changes only.
      undoRedo: false,
      // It would write a paragraph into a document as soon as somebody opens it.
      trailingNode: false,
      link: { openOnClick: false, isAllowedUri: (uri) => uri !== undefined && webAddressOf(uri) !== null },
    }),
    TextHeading,
    Table.configure({ resizable: false }),
    TableRow,
    TableHeader,
    TableCell,
    PassageLanguage,
  ]
}
