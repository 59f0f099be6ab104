/**
 * Text that every format can hold. People paste control characters, halves of emoji and line ends of all kinds; XML
 * refuses a whole document over one of them. What cannot be shown is taken out, nothing else is changed.
 */

const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** Halves of surrogate pairs that stand alone. */
const loneSurrogates = /\p{Cs}/gu
/** Control characters but tab and line feed, and the two code points of the plane that XML 1.0 excludes. */
const unprintable = /(?![\t\n])\p{Cc}|[\uFFFE\uFFFF]/gu

export function legible(text: string): string {
  return text.replace(lineEnds, '\n').replace(loneSurrogates, '\uFFFD').replace(unprintable, '')
}

/** The same for every string inside plain data: no text of a report can be forgotten. */
export function legibleThroughout<T>(data: T): T {
  if (typeof data === 'string') return legible(data) as T
  if (Array.isArray(data)) return data.map(legibleThroughout) as T
  if (typeof data !== 'object' || data === null) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, legibleThroughout(value)])) as T
}

/** For titles and cells, which have one line. */
export function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
