/** The copy of one's own words that did not get into their document: a plain text that every laptop opens. */

export interface RescueWords {
  /** What the copy is, in the reader's language. */
  lead: string
  document: string
  meeting: string
  /** When they were written, in words. */
  time: string
  /** The day, as `2026-03-10`: part of the file's name. */
  day: string
  text: string
  /** Said when the text is empty. */
  noWords: string
}

export interface RescueFile {
  name: string
  content: Blob
}

/** Named by the document and the day. */
export function rescueFile({ lead, document, meeting, time, day, text, noWords }: RescueWords): RescueFile {
  const head = [lead, document, [meeting, time].filter((part) => part !== '').join(' · ')]
  const lines = [...head, '', text === '' ? noWords : text, '']
  // With a byte order mark Windows' own editor reads the accents right, and with its line ends shows the lines.
  const content = new Blob(['\uFEFF', lines.join('\n').replace(/\r?\n/g, '\r\n')], { type: 'text/plain;charset=utf-8' })
  return { name: `${fileName(document)} ${day}.txt`, content }
}

/** What some file system refuses in a name, and Windows its points at the end. */
function fileName(title: string): string {
  const safe = title
    .replace(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 80)
  return safe.replace(/[. ]+$/u, '') || 'Plenaria'
}
