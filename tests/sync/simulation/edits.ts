/**
 * What people do in a document. Everything that is written carries a *token*, a name that occurs nowhere else, so that
 * it can be counted afterwards; what is removed is removed by whole tokens.
 */
import * as Y from 'yjs'

export const editKinds = [
  'type',
  'type',
  'erase',
  'embolden',
  'emboldenInParagraph',
  'addCard',
  'removeCard',
  'addParagraph',
  'typeInParagraph',
  'typeInParagraph',
  'removeParagraph',
  'setField',
] as const
export type EditKind = (typeof editKinds)[number]

export interface Edited {
  /** `inside` names the paragraph that it stands in: who removes that removes what others write in it meanwhile. */
  written: { token: string; inside: string | null }[]
  removed: string[]
}

const token = /[a-z]\d+\.\d+;/g
const nothing: Edited = { written: [], removed: [] }

/** Without a name: drawing one is what takes longest about an empty document. */
export function emptyDoc(): Y.Doc {
  return new Y.Doc({ guid: '' })
}

/** All tokens in a document, as often as they occur. */
export function tokensIn(doc: Y.Doc): string[] {
  const body = paragraphs(doc).map((paragraph) => [paragraph.getAttribute('id'), plainText(textIn(paragraph))])
  return JSON.stringify([doc.getText('text'), doc.getArray('cards'), body]).match(token) ?? []
}

/** Everything that a person would see, for comparison. */
export function contentOf(doc: Y.Doc) {
  return {
    text: doc.getText('text').toJSON(),
    spans: doc.getText('text').toDelta() as unknown[],
    cards: doc.getArray<Y.Map<string>>('cards').toJSON() as unknown[],
    fields: doc.getMap<string>('fields').toJSON(),
    body: doc.getXmlFragment('body').toString(),
  }
}

/** Makes one edit at a place that `at` chooses among those that there are. One transaction, so one update. */
export function edit(doc: Y.Doc, kind: EditKind, at: number, fresh: string): Edited {
  return doc.transact(() => edits[kind](doc, at, fresh))
}

const edits: Record<EditKind, (doc: Y.Doc, at: number, fresh: string) => Edited> = {
  type(doc, at, fresh) {
    return typeIn(doc.getText('text'), at, fresh, null)
  },
  erase(doc, at) {
    const text = doc.getText('text')
    const found = choose([...plainText(text).matchAll(token)], at)
    if (!found) return nothing
    text.delete(found.index, found[0].length)
    return { written: [], removed: [found[0]] }
  },
  embolden(doc, at) {
    const text = doc.getText('text')
    embolden(text, at)
    return nothing
  },
  // Deep inside a document the server knows a text for a text, and Yjs would tidy up there on its own.
  emboldenInParagraph(doc, at) {
    const text = textIn(choose(paragraphs(doc), at % 100))
    if (text) embolden(text, Math.floor(at / 100))
    return nothing
  },
  addCard(doc, at, fresh) {
    const cards = doc.getArray<Y.Map<string>>('cards')
    cards.insert(at % (cards.length + 1), [new Y.Map([['text', fresh]])])
    return { written: [{ token: fresh, inside: null }], removed: [] }
  },
  removeCard(doc, at) {
    const cards = doc.getArray<Y.Map<string>>('cards')
    const index = at % Math.max(cards.length, 1)
    const removed = cards.get(index)?.get('text')
    if (removed === undefined) return nothing
    cards.delete(index)
    return { written: [], removed: [removed] }
  },
  addParagraph(doc, at, fresh) {
    const body = doc.getXmlFragment('body')
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.setAttribute('id', fresh)
    paragraph.insert(0, [new Y.XmlText()])
    body.insert(at % (body.length + 1), [paragraph])
    return { written: [{ token: fresh, inside: null }], removed: [] }
  },
  typeInParagraph(doc, at, fresh) {
    const paragraph = choose(paragraphs(doc), at % 100)
    const text = textIn(paragraph)
    if (!text) return edits.addParagraph(doc, at, fresh)
    return typeIn(text, at, fresh, paragraph?.getAttribute('id') ?? null)
  },
  removeParagraph(doc, at) {
    const all = paragraphs(doc)
    const paragraph = choose(all, at)
    if (!paragraph) return nothing
    const removed = [paragraph.getAttribute('id') ?? '', ...(plainText(textIn(paragraph)).match(token) ?? [])]
    doc.getXmlFragment('body').delete(all.indexOf(paragraph))
    return { written: [], removed }
  },
  // The last writer wins, so nothing that is set need be there at the end: it is compared, not counted.
  setField(doc, at, fresh) {
    doc.getMap('fields').set(`field ${at % 4}`, fresh)
    return nothing
  },
}

function typeIn(text: Y.Text, at: number, fresh: string, inside: string | null): Edited {
  text.insert(choose(endsOfWords(text), at) ?? 0, fresh)
  return { written: [{ token: fresh, inside }], removed: [] }
}

/** From one end of a word to another: what two people mark at the same time often begins at the same place. */
function embolden(text: Y.Text, at: number): void {
  const ends = endsOfWords(text)
  const [from = 0, to = 0] = [choose(ends, at), choose(ends, Math.floor(at / 7))].toSorted((a = 0, b = 0) => a - b)
  if (to > from) text.format(from, to - from, { bold: at % 4 === 0 ? null : true })
}

function endsOfWords(text: Y.Text): number[] {
  return [0, ...[...plainText(text).matchAll(token)].map((match) => match.index + match[0].length)]
}

/** Without formatting, whose marks a rich text prints between its words. */
function plainText(text: Y.Text | undefined): string {
  const spans: { insert: unknown }[] = text?.toDelta() ?? []
  return spans.map(({ insert }) => insert).join('')
}

function textIn(paragraph: Y.XmlElement<{ id: string }> | undefined): Y.XmlText | undefined {
  const text = paragraph?.get(0)
  return text instanceof Y.XmlText ? text : undefined
}

function paragraphs(doc: Y.Doc): Y.XmlElement<{ id: string }>[] {
  return doc.getXmlFragment('body').toArray() as Y.XmlElement<{ id: string }>[]
}

function choose<T>(items: T[], at: number): T | undefined {
  return items[at % Math.max(items.length, 1)]
}
