/**
 * Handlers that make the Markdown library hold its promise for every text, and one for what Markdown has no sign for:
 * words in another language, told apart as HTML does it. A marker between a letter and
 * punctuation opens nothing (`x**!**` is not bold); the library then writes the letter as a character reference.
 */
import type { Delete, Parent, PhrasingContent, Text } from 'mdast'
import type { Handle, Info, State } from 'mdast-util-to-markdown'

/** Words in another language than those around them. */
interface Spoken extends Parent {
  type: 'spoken'
  language: string
  children: PhrasingContent[]
}

declare module 'mdast' {
  interface PhrasingContentMap {
    spoken: Spoken
  }
  interface RootContentMap {
    spoken: Spoken
  }
}

const wordCharacter = /[\p{L}\p{M}\p{N}]/u
const markers = '*_~'

/**
 * Beside a marker the library takes an emoji for its second half alone and breaks it, so it is written as a reference
 * here; and a backslash before a character that may become one is doubled, or it would take the reference apart.
 */
export function text(node: Text, _parent: unknown, state: State, info: Info): string {
  let value = state.safe(node.value, info)
  if (isMarker(info.after.slice(0, 1))) {
    value = value.replace(/\\([^!-/:-@[-`{-~])$/u, '\\\\$1').replace(/[\u{10000}-\u{10ffff}]$/u, reference)
  }
  if (isMarker(info.before.slice(-1))) value = value.replace(/^[\u{10000}-\u{10ffff}]/u, reference)
  return value
}

function isMarker(character: string): boolean {
  return character !== '' && markers.includes(character)
}

function reference(character: string): string {
  return `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`
}

/** Struck text: the extension that knows it does not do what the library does for bold and italic. */
function writeStruck(node: Delete, _parent: unknown, state: State, info: Info): string {
  const exit = state.enter('strikethrough')
  const tracker = state.createTracker(info)
  const before = tracker.move('~~')
  const between = tracker.move(state.containerPhrasing(node, { ...tracker.current(), before, after: '~' }))
  exit()
  state.attentionEncodeSurroundingInfo = {
    before: isWord(info.before.slice(-1)) && !isWord(between.slice(0, 1)),
    after: isWord(info.after.slice(0, 1)) && !isWord(between.slice(-1)),
  }
  return before + between + tracker.move('~~')
}

function isWord(character: string): boolean {
  return wordCharacter.test(character)
}

export const struck: Handle = Object.assign(writeStruck, { peek: () => '~' })

/** A node of its own: before raw HTML the library takes a line break for one that may be lost. */
function writeSpoken(node: Spoken, _parent: unknown, state: State, info: Info): string {
  const tracker = state.createTracker(info)
  const open = tracker.move(`<span lang="${node.language}">`)
  const words = tracker.move(state.containerPhrasing(node, { ...tracker.current(), before: '>', after: '<' }))
  return open + words + tracker.move('</span>')
}

export const spoken: Handle = Object.assign(writeSpoken, { peek: () => '<' })
