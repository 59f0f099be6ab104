/**
 * Makes the file depend on the report alone. The library dates the entries, gives links random ids and takes the time
 * from the computer; all three are put in order here, so that one report gives the same bytes every time and a file
 * says nothing about where it was drawn.
 */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { locales } from '../localForms.ts'
import type { Report } from '../reportTree.ts'

/** What the file names as its author: never a person. */
const author = 'Plenaria'

/** The earliest date that a zip can hold, in local time as zip dates are. */
const entryDate = new Date(1980, 0, 1)

const paths = {
  types: '[Content_Types].xml',
  properties: 'docProps/core.xml',
  document: 'word/document.xml',
  links: 'word/_rels/document.xml.rels',
}

export function canonicalPackage(file: Uint8Array, report: Report): Uint8Array {
  const { [paths.types]: types = new Uint8Array(), ...entries } = unzipSync(file)
  const links = strFromU8(entries[paths.links] ?? new Uint8Array())
  const rename = linkRenamer(links)
  return zipSync(
    {
      // First, because some mail filters take the first entry for the kind of file.
      [paths.types]: types,
      ...entries,
      [paths.properties]: strToU8(propertiesOf(report)),
      [paths.links]: strToU8(rename(links)),
      [paths.document]: strToU8(rename(strFromU8(entries[paths.document] ?? new Uint8Array()))),
    },
    { mtime: entryDate },
  )
}

/** Numbers the links in the order in which they stand; other relations are numbered by the library. */
function linkRenamer(relationships: string): (xml: string) => string {
  const ids = [...relationships.matchAll(/<Relationship Id="([^"]+)" Type="[^"]+\/hyperlink"/g)].map(
    (match) => match[1],
  )
  const names = new Map(ids.map((id, index) => [id, `link${index + 1}`]))
  return (xml) =>
    xml.replace(/(\b(?:Id|r:id)=")([^"]+)"/g, (whole, key: string, id: string) => {
      const name = names.get(id)
      return name === undefined ? whole : `${key}${name}"`
    })
}

/** Dublin Core: title and language. No names: Word shows them to whoever gets the file. */
function propertiesOf({ title, language, generatedAt }: Report): string {
  const moment = new Date(generatedAt).toISOString()
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>`,
    `<dc:creator>${author}</dc:creator>`,
    `<cp:lastModifiedBy>${author}</cp:lastModifiedBy>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>`,
    `<dc:language>${locales[language]}</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
