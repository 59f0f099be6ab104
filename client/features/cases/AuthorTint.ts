/**
 * Tints the words of an editor by who wrote them, while a layer is on; without one it costs nothing. A change, of
 * one's own or of others, tints the blocks anew that it was in, before the next drawing. Says whose words the caret and the pointer are at. Who is who is the layer's.
 */
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type PluginView, type Transaction } from '@tiptap/pm/state'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'
import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { AuthorLayer } from '../../session/AuthorLayer.ts'
import { changedBlocks, tintBlocks, tintReplaced, tintWhole, writtenAt } from './authorDecorations.ts'

interface Tint {
  layer: AuthorLayer | null
  set: DecorationSet
}

type Wish = { layer: AuthorLayer | null } | { changed: ReadonlySet<unknown> } | 'whole'

const key = new PluginKey<Tint>('authorTint')
const off: Tint = { layer: null, set: DecorationSet.empty }

/** Shows a layer, or none. */
export function setAuthorLayer(view: EditorView, layer: AuthorLayer | null): void {
  if (key.getState(view.state)?.layer !== layer) wish(view, { layer })
}

export const AuthorTint = Extension.create<{ fragment: Y.XmlFragment | null }>({
  name: 'authorTint',
  addOptions: () => ({ fragment: null }),
  addProseMirrorPlugins() {
    const { fragment } = this.options
    if (fragment === null) return []
    return [
      new Plugin<Tint>({
        key,
        state: { init: () => off, apply: (tr, tint) => nextTint(tr, tint, fragment) },
        props: {
          decorations: (state) => key.getState(state)?.set,
          handleDOMEvents: {
            mouseover: (view, event) => pointAt(view, event.target),
            mouseleave: (view) => pointAt(view, null),
            blur(view) {
              key.getState(view.state)?.layer?.pointed.point('caret', null)
            },
          },
        },
        view: (view) => new TintView(view, fragment),
      }),
    ]
  },
})

function wish(view: EditorView, wished: Wish): void {
  view.dispatch(view.state.tr.setMeta(key, wished))
}

function nextTint(tr: Transaction, tint: Tint, fragment: Y.XmlFragment): Tint {
  const wished: Wish | undefined = tr.getMeta(key)
  const layer = typeof wished === 'object' && 'layer' in wished ? wished.layer : tint.layer
  if (layer === null) return off
  if (layer !== tint.layer || wished === 'whole') return { layer, set: tintWhole(tr.doc, fragment, layer) }
  if (typeof wished === 'object' && 'changed' in wished) {
    return { layer, set: tintBlocks(tint.set, tr.doc, fragment, layer, wished.changed) }
  }
  if (!tr.docChanged) return tint
  // What comes from the shared document replaces the editor's text as a whole.
  const isFromShared = tr.getMeta(ySyncPluginKey)?.isChangeOrigin === true
  const set = isFromShared
    ? tintReplaced(tint.set, tr.before, tr.doc, fragment, layer)
    : tint.set.map(tr.mapping, tr.doc)
  return { layer, set }
}

function pointAt(view: EditorView, target: EventTarget | null): void {
  const { layer, set } = key.getState(view.state) ?? off
  if (layer === null) return
  const words = target instanceof Element ? target.closest('[data-author]') : null
  const position = words && view.dom.contains(words) ? view.posAtDOM(words, 0) : null
  layer.pointed.point('pointer', position === null ? null : writtenAt(set, position + 1))
}

/** What the plugin does outside the state: hears of changes, and looks where the caret is. */
class TintView implements PluginView {
  readonly #view: EditorView
  readonly #fragment: Y.XmlFragment
  #layer: AuthorLayer | null = null
  #stop: () => void = () => undefined
  #changed = new Set<unknown>()
  #isDue = false
  #isGone = false

  constructor(view: EditorView, fragment: Y.XmlFragment) {
    this.#view = view
    this.#fragment = fragment
    this.#follow()
  }

  update(view: EditorView, before: EditorState): void {
    this.#follow()
    // A word under composition is not touched; it is tinted when it is whole.
    if (this.#changed.size > 0 && !view.composing) this.#tintSoon()
    if (
      this.#layer &&
      view.hasFocus() &&
      (before.selection !== view.state.selection || before.doc !== view.state.doc)
    ) {
      const { set } = key.getState(view.state) ?? off
      this.#layer.pointed.point('caret', writtenAt(set, view.state.selection.head))
    }
  }

  destroy(): void {
    this.#isGone = true
    this.#stop()
  }

  #follow(): void {
    const layer = key.getState(this.#view.state)?.layer ?? null
    if (layer === this.#layer) return
    this.#stop()
    this.#layer = layer
    this.#changed.clear()
    if (layer === null) return
    const stopHearing = layer.subscribe(() => wish(this.#view, 'whole'))
    this.#fragment.observeDeep(this.#handleChange)
    this.#stop = () => {
      stopHearing()
      this.#fragment.unobserveDeep(this.#handleChange)
      this.#stop = () => undefined
    }
  }

  #handleChange = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
    for (const block of changedBlocks(events, this.#fragment)) this.#changed.add(block)
    if (!this.#view.composing) this.#tintSoon()
  }

  /** After the binding has taken the change, before anything is drawn. */
  #tintSoon(): void {
    if (this.#isDue) return
    this.#isDue = true
    queueMicrotask(() => {
      this.#isDue = false
      if (this.#isGone || this.#layer === null) return
      const changed = this.#changed
      this.#changed = new Set()
      wish(this.#view, { changed })
    })
  }
}
