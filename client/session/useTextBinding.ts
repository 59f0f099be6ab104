/** React's way to a text that several people write in a plain input: `<input ref={useTextBinding(text)} />`. */
import { type RefCallback, useCallback } from 'react'
import type * as Y from 'yjs'
import { bindText, type EditHistory, type TextElement } from './textBinding.ts'

/** `history` must be the same object as long as the element stays. */
export function useTextBinding(text: Y.Text, history?: EditHistory): RefCallback<TextElement> {
  return useCallback(
    (element) => {
      if (!element) return
      const isMultiline = element instanceof HTMLTextAreaElement && element.dataset.lines === 'many'
      return bindText(element, text, history === undefined ? { isMultiline } : { isMultiline, history })
    },
    [text, history],
  )
}
