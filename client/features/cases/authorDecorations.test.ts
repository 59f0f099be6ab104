import { getSchema } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { DecorationSet } from '@tiptap/pm/view'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { AuthorsAnswer } from '../../../shared/contracts/http.ts'
import type { ParticipantId } from '../../../shared/contracts/ids.ts'
import { AuthorLayer } from '../../session/AuthorLayer.ts'
import { changedBlocks, tintBlocks, tintReplaced, tintWhole, writtenAt } from './authorDecorations.ts'
import { contentExtensions } from './textExtensions.ts'

const schema = getSchema(contentExtensions())

/** Everybody writes their own letter only: whose a character is can be read from it. */
const letters = ['a', 'b', 'c'] as const
type Letter = (typeof letters)[number]

const edit = fc.record({
  who: fc.constantFrom(...letters),
  kind: fc.constantFrom(
    'type',
    'type',
    'type',
    'delete',
    'bold',
    'paragraph',
    'list',
    'break',
    'remove',
    'meet',
    'again',
  ),
  place: fc.nat(1_000),
  length: fc.integer({ min: 1, max: 6 }),
})
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

/** Three people with a copy each; a new window of one of them has a new client id. */
class Writers {
  readonly docs = new Map<Letter, Y.Doc>()
  readonly ids: { clientId: number; letter: Letter }[] = []
  #lastId = 10

  constructor() {
    for (const letter of letters) this.#open(letter)
  }

  does({ who, kind, place, length }: Edit): void {
    const doc = this.docOf(who)
    const fragment = doc.getXmlFragment('richtext:facts')
    const texts = textsIn(fragment)
    const text = texts[place % Math.max(1, texts.length)]
    if (kind === 'again') this.#open(who, doc)
    else if (kind === 'meet') this.meet()
    else if (kind === 'paragraph') fragment.insert(place % (fragment.length + 1), [paragraph(who.repeat(length))])
    else if (kind === 'list') fragment.insert(place % (fragment.length + 1), [list(who.repeat(length))])
    else if (kind === 'remove' && fragment.length > 3) fragment.delete(place % fragment.length, 1)
    else if (text === undefined) return
    else if (kind === 'type') text.insert(place % (text.length + 1), who.repeat(length))
    else if (kind === 'break') breakLine(text)
    else {
      const at = place % (text.length + 1)
      const most = Math.min(length, text.length - at)
      if (most > 0 && kind === 'delete') text.delete(at, most)
      if (most > 0 && kind === 'bold') text.format(at, most, { bold: true })
    }
  }

  meet(): void {
    for (const from of this.docs.values()) {
      for (const to of this.docs.values()) Y.applyUpdate(to, Y.encodeStateAsUpdate(from))
    }
  }

  docOf(letter: Letter): Y.Doc {
    const doc = this.docs.get(letter)
    if (!doc) throw new Error(`${letter} has no copy`)
    return doc
  }

  #open(letter: Letter, before?: Y.Doc): void {
    const doc = new Y.Doc()
    doc.clientID = this.#lastId++
    if (before) Y.applyUpdate(doc, Y.encodeStateAsUpdate(before))
    this.docs.set(letter, doc)
    this.ids.push({ clientId: doc.clientID, letter })
  }
}

function textsIn(parent: Y.XmlFragment): Y.XmlText[] {
  return parent.toArray().flatMap((child) => {
    if (child instanceof Y.XmlText) return [child]
    return child instanceof Y.XmlElement ? textsIn(child) : []
  })
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph')
  element.insert(0, [new Y.XmlText(words)])
  return element
}

function list(words: string): Y.XmlElement {
  const item = new Y.XmlElement('listItem')
  item.insert(0, [paragraph(words)])
  const element = new Y.XmlElement('bulletList')
  element.insert(0, [item])
  return element
}

/** A line break after a text: a node without words that takes a place of its own, and a text behind it. */
function breakLine(text: Y.XmlText): void {
  const { parent } = text
  if (!(parent instanceof Y.XmlElement)) return
  parent.insertAfter(text, [new Y.XmlElement('hardBreak'), new Y.XmlText('')])
}

async function layerOver(writers: Writers, letter: Letter, doc = writers.docOf(letter)): Promise<AuthorLayer> {
  const answer: AuthorsAnswer = {
    authors: letters.map((name) => ({ name, participantId: name as ParticipantId })),
    clients: writers.ids.map(({ clientId, letter: owner }) => ({
      clientId,
      stretches: [{ from: 0, to: Number.MAX_SAFE_INTEGER, author: letters.indexOf(owner), isOwn: true }],
    })),
  }
  const layer = new AuthorLayer(
    { doc, awareness: new Awareness(doc) },
    {
      ask: () => Promise.resolve(answer),
      me: { name: letter, participantId: letter as ParticipantId },
      clock: { now: () => 0, after: () => () => undefined },
    },
  )
  await Promise.resolve()
  await Promise.resolve()
  return layer
}

/** For each character of the editor: itself, and whose it is by the tint. */
function tinted(doc: Node, set: DecorationSet): [string, string | undefined][] {
  const all: [string, string | undefined][] = []
  doc.descendants((node, position) => {
    for (const [index, character] of [...(node.text ?? '')].entries()) {
      const at = position + index
      const found = set.find(at, at + 1).filter(({ from, to }) => from <= at && to > at)
      expect(found.length, 'one author a character').toBeLessThanOrEqual(1)
      all.push([character, writtenAt(set, at + 1)?.author.said.name])
      expect(writtenAt(set, at + 1)).toBe(found[0]?.spec.written)
    }
  })
  return all
}

test('each visible character is its author’s, whatever was written, deleted, split and formatted', async () => {
  let characters = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 20, maxLength: 80 }), async (edits) => {
      const writers = new Writers()
      writers
        .docOf('a')
        .getXmlFragment('richtext:facts')
        .insert(0, [paragraph('a')])
      writers.meet()
      for (const one of edits) writers.does(one)
      writers.meet()
      const layer = await layerOver(writers, 'a')
      const fragment = layer.doc.getXmlFragment('richtext:facts')
      const doc = yXmlFragmentToProseMirrorRootNode(fragment, schema)
      const whole = tintWhole(doc, fragment, layer)
      const seen = tinted(doc, whole)
      characters += seen.length
      for (const [character, author] of seen) expect(author).toBe(character)
      // A block that is tinted anew looks as it did.
      const again = tintBlocks(whole, doc, fragment, layer, new Set([fragment.get(0)]))
      expect(tinted(doc, again)).toEqual(seen)
      layer.dispose()
    }),
    { seed: 20_261_124, numRuns: 60 },
  )
  expect(characters).toBeGreaterThan(2_000)
})

test('what is tinted anew after a change is what the whole would be', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 20, maxLength: 60 }), async (edits) => {
      const writers = new Writers()
      writers
        .docOf('a')
        .getXmlFragment('richtext:facts')
        .insert(0, [paragraph('a')])
      writers.meet()
      for (const one of edits.slice(0, 15)) writers.does(one)
      writers.meet()
      // A reader: all that they have comes from the others.
      const doc = new Y.Doc()
      const fragment = doc.getXmlFragment('richtext:facts')
      const fetch = () => Y.applyUpdate(doc, Y.encodeStateAsUpdate(writers.docOf('a')))
      fetch()
      for (const one of edits.slice(15)) writers.does(one)
      const layer = await layerOver(writers, 'a', doc)
      let before = yXmlFragmentToProseMirrorRootNode(fragment, schema)
      let set = tintWhole(before, fragment, layer)
      for (let turn = 0; turn < 3; turn++) {
        const changed = new Set<unknown>()
        const note = (events: Y.YEvent<Y.AbstractType<unknown>>[]) => {
          for (const block of changedBlocks(events, fragment)) changed.add(block)
        }
        fragment.observeDeep(note)
        if (turn > 0) writers.meet()
        fetch()
        fragment.unobserveDeep(note)
        const after = yXmlFragmentToProseMirrorRootNode(fragment, schema)
        set = tintBlocks(tintReplaced(set, before, after, fragment, layer), after, fragment, layer, changed)
        const seen = tinted(after, set)
        for (const [character, author] of seen) expect(author).toBe(character)
        expect(seen).toEqual(tinted(after, tintWhole(after, fragment, layer)))
        for (const one of edits.slice(0, 5)) writers.does({ ...one, kind: one.kind === 'again' ? 'type' : one.kind })
        before = after
      }
      layer.dispose()
    }),
    { seed: 20_261_125, numRuns: 60 },
  )
})

test('a text that is not what the editor shows is not tinted', async () => {
  const writers = new Writers()
  const fragment = writers.docOf('a').getXmlFragment('richtext:facts')
  fragment.insert(0, [paragraph('aaa')])
  const layer = await layerOver(writers, 'a')
  const doc = yXmlFragmentToProseMirrorRootNode(fragment, schema)
  fragment.insert(1, [paragraph('aaa')])
  expect(tintWhole(doc, fragment, layer).find()).toEqual([])
  fragment.delete(1, 1)
  textsIn(fragment)[0]?.insert(0, 'a')
  expect(tintWhole(doc, fragment, layer).find()).toEqual([])
})
