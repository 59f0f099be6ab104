/** Search in short lists as people type: without regard to case and accents ("panama" finds "Panamá"). */

const combiningMarks = /\p{M}+/gu

/** A text as search compares it. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(combiningMarks, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** Each word of the query begins or stands within the text. */
export function matchesSearch(text: string, query: string): boolean {
  const folded = foldText(text)
  return foldText(query)
    .split(' ')
    .every((word) => folded.includes(word))
}
