/**
 * The rich text of one section. It is edited where this program knows all that is in it; what a newer version wrote is
 * shown as its words, because an editor that does not know it would delete it. The section above gives title and hint.
 */
import { useMemo } from 'react'
import { useObserved } from '../../session/observed.ts'
import { RichTextEditor, type RichTextEditorProps } from './RichTextEditor.tsx'
import { knownNames } from './textSchema.ts'
import { UnknownText } from './UnknownText.tsx'
import { hasUnknownContent } from './unknownContent.ts'

export function RichTextField(props: RichTextEditorProps) {
  const { fragment } = props
  const names = useMemo(knownNames, [])
  // An object each time it is read: `false` and `true` alone would not say that it was read again.
  const { isUnknown } = useObserved(fragment, (before: { isUnknown: boolean } | null) => {
    const now = hasUnknownContent(fragment, names)
    return before?.isUnknown === now ? before : { isUnknown: now }
  })
  // The editor has let go of the text before this hears of the change.
  return isUnknown ? <UnknownText fragment={fragment} /> : <RichTextEditor {...props} />
}
