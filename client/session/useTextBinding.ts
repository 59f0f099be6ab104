/** React's way to a text that several people write in a plain input: `<input ref={useTextBinding(text)} />`. */
import { type RefCallback, useCallback } from 'react'
import type * as Y from 'yjs'
import { bindText, type TextElement } from './textBinding.ts'

export function useTextBinding(text: Y.Text): RefCallback<TextElement> {
  return useCallback((element) => (element ? bindText(element, text) : undefined), [text])
}
