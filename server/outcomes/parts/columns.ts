/**
 * Widths of the columns of a table whose content people wrote: each is at least as wide as its longest word, so that
 * none is broken, and what is left goes to those with more to say.
 */

/** Letters of the small text of tables that stand side by side on a page. */
const lettersAcross = 88
/** Room at both sides of a cell, and for words of wide letters. */
const margin = 4
/** A head is smaller than the text, but bold and without serifs. */
const headFactor = 1.1
/** A longer word (an address, a number of a file) may be broken. */
const longestWhole = 26
/** What is longer than this wraps anyway: it gets no more than others like it. */
const wraps = 80

/** A weight for each column; `texts` are what stands in it below its head. */
export function weightsOf(columns: readonly { title: string; texts: readonly string[] }[]): number[] {
  const needs = columns.map(({ title, texts }) => {
    const words = [...texts.flatMap(lengthsOfWords), ...lengthsOfWords(title).map((length) => length * headFactor)]
    const least = Math.min(longestWhole, Math.max(1, ...words)) + margin
    const whole = Math.min(wraps, Math.max(title.length * headFactor, ...texts.map((text) => text.length))) + margin
    return { least, more: Math.max(0, whole - least) }
  })
  const left = Math.max(0, lettersAcross - needs.reduce((sum, { least }) => sum + least, 0))
  const wanted = needs.reduce((sum, { more }) => sum + more, 0)
  return needs.map(({ least, more }) => least + (wanted === 0 ? 0 : (left * more) / wanted))
}

function lengthsOfWords(text: string): number[] {
  return text.split(/\s+/u).map((word) => word.length)
}
