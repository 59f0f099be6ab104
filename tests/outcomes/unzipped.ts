/** A Word file opened as the zip of XML that it is, each part parsed by a strict parser. */
import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface XmlNode {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  /** The text directly in it. */
  text: string
}

/** Throws where the text is not well-formed XML 1.0. */
export function parseXml(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const node: XmlNode = { name, attributes: { ...attributes }, children: [], text: '' }
    open.at(-1)?.children.push(node)
    open.push(node)
  })
  parser.on('text', (text) => {
    const node = open.at(-1)
    if (node) node.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

export interface Unzipped {
  paths: string[]
  /** All bytes of all parts as text, to search for what must not be there. */
  everything: string
  part(path: string): XmlNode
}

export function unzipped(file: Uint8Array): Unzipped {
  const entries = unzipSync(file)
  const texts = new Map(Object.entries(entries).map(([path, bytes]) => [path, strFromU8(bytes)]))
  return {
    paths: [...texts.keys()],
    everything: [...texts].flat().join('\n'),
    part(path) {
      const text = texts.get(path)
      if (text === undefined) throw new Error(`the file has no part ${path}`)
      return parseXml(text)
    },
  }
}

/** Every element of this name, at any depth. */
export function all(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)])
}

/** What a reader sees in an element: text, breaks and tabs. */
export function shown(node: XmlNode): string {
  if (node.name === 'w:t') return node.text
  if (node.name === 'w:br') return '\n'
  if (node.name === 'w:tab') return '\t'
  if (node.name === 'w:pPr') return ''
  return node.children.map(shown).join('')
}

/** The `w:val` of the first element of this name in it, as in `<w:pStyle w:val="Heading1"/>`. */
export function valueIn(node: XmlNode, name: string): string | undefined {
  return all(node, name)[0]?.attributes['w:val']
}
