/** Widths of the columns of a table whose content people wrote: by what stands in them, so that nothing is squeezed. */

/** Longer texts wrap: the widest column is this many times a column of one-digit numbers at most. */
const widest = 34
const narrowest = 7

/** The weight of a column in which these texts stand, its head among them. */
export function weightOf(texts: readonly string[]): number {
  const longestText = Math.max(0, ...texts.map((text) => text.length))
  const longestWord = Math.max(0, ...texts.flatMap((text) => text.split(/\s+/u).map((word) => word.length)))
  return Math.max(narrowest, Math.min(widest, Math.max(longestText * 0.6, longestWord + 2)))
}
