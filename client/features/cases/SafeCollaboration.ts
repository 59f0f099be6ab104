/**
 * Binds an editor to its shared fragment, and lets go before the binding could delete what the editor does not know:
 * when the editor is made, and on each change before anybody hears of it. Whoever shows the editor looks for such
 * content too, and takes the editor away.
 */
import { Collaboration } from '@tiptap/extension-collaboration'
import { Plugin } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { hasUnknownContent, namesOf } from './unknownContent.ts'

export const SafeCollaboration = Collaboration.extend<{ fragment: Y.XmlFragment }>({
  addProseMirrorPlugins() {
    const { editor, options } = this
    const known = namesOf(editor.schema)
    const { fragment } = options
    const isUnknown = () => hasUnknownContent(fragment, known)
    if (isUnknown()) return []
    const { doc } = fragment
    const guard = new Plugin({
      view() {
        const check = (transaction: Y.Transaction) => {
          if (!touches(transaction, fragment) || !isUnknown()) return
          doc?.off('beforeObserverCalls', check)
          // Before the observers are called: the binding takes itself off their list.
          editor.unregisterPlugin(ySyncPluginKey)
        }
        doc?.on('beforeObserverCalls', check)
        return { destroy: () => doc?.off('beforeObserverCalls', check) }
      },
    })
    return [guard, ...(this.parent?.() ?? [])]
  },
})

/** What stands above a changed type is not yet known to the transaction at this moment. */
function touches({ changed }: Y.Transaction, fragment: Y.XmlFragment): boolean {
  return [...changed.keys()].some((type) => isWithin(type, fragment))
}

function isWithin(type: { parent: unknown }, fragment: Y.XmlFragment): boolean {
  for (let at: unknown = type; at !== null; at = hasParent(at) ? at.parent : null) if (at === fragment) return true
  return false
}

function hasParent(type: unknown): type is { parent: unknown } {
  return typeof type === 'object' && type !== null && 'parent' in type
}
