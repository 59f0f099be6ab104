/** The colour a person has at cursors and avatars: the same on every screen, chosen by their id. */

/** As many as tokens.css names. */
const cursorColors = 5

/** The custom property that holds the person's colour. */
export function personColor(participantId: string): string {
  let sum = 0
  for (const letter of participantId) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) >>> 0
  return `var(--cursor-${(sum % cursorColors) + 1})`
}

/** At most two letters: of the first word and of the last one that is a name (capitalised). */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/u)
  const named = words.filter((word) => word !== word.toLowerCase())
  const chosen = named.length > 0 ? named : words
  return [chosen[0], chosen.length > 1 ? chosen[1] : '']
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
