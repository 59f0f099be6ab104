import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { knownNames } from './textSchema.ts'
import { hasUnknownContent } from './unknownContent.ts'

function fragmentWith(name: string, attributes: Record<string, unknown> = {}): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('f')
  const [outer, inner, text] = [new Y.XmlElement('blockquote'), new Y.XmlElement(name), new Y.XmlText()]
  fragment.insert(0, [outer])
  outer.insert(0, [inner])
  inner.insert(0, [text])
  text.insert(0, 'words', attributes)
  return fragment
}

test.each(['paragraph', 'heading', 'codeBlock', 'listItem', 'tableCell', 'horizontalRule'])('a %s is known', (name) => {
  expect(hasUnknownContent(fragmentWith(name), knownNames())).toBe(false)
})

test('a node of another version is found, however deep it stands', () => {
  expect(hasUnknownContent(fragmentWith('footnote'), knownNames())).toBe(true)
})

test('a mark of another version is found; ours are known, also where they are stored with a hash', () => {
  expect(hasUnknownContent(fragmentWith('paragraph', { comment: { id: 'c' } }), knownNames())).toBe(true)
  expect(
    hasUnknownContent(fragmentWith('paragraph', { bold: {}, link: { href: 'https://a.org' } }), knownNames()),
  ).toBe(false)
  expect(hasUnknownContent(fragmentWith('paragraph', { 'bold--Ab3/+x=': {} }), knownNames())).toBe(false)
})
