/** The words that an update adds: what a person wrote, to be shown or kept where their document cannot be. */
import * as Y from 'yjs'

/**
 * The texts in an update in the order in which they were written, one line for each run of typing; with `base`, only
 * what that document does not have yet. Deletions and formats say nothing. Throws for what is not an update.
 */
export function insertedText(update: Uint8Array, base?: Y.Doc): string {
  const lines: string[] = []
  let last = ''
  for (const struct of Y.decodeUpdate(update).structs) {
    if (!(struct instanceof Y.Item)) continue
    const { client, clock } = struct.id
    const known = base ? Math.max(0, Y.getState(base.store, client) - clock) : 0
    const text = textOf(struct, known)
    if (text === '') continue
    const follows = struct.origin ? `${struct.origin.client} ${struct.origin.clock}` : null
    if (follows === last) lines[lines.length - 1] += text
    else lines.push(text)
    last = `${client} ${clock + struct.length - 1}`
  }
  return lines.join('\n')
}

/** Typed text, and values of fields that are texts, from the element `from` on. */
function textOf({ content }: Y.Item, from: number): string {
  if (content instanceof Y.ContentString) return content.str.slice(from)
  if (!(content instanceof Y.ContentAny)) return ''
  return content.arr
    .slice(from)
    .filter((value) => typeof value === 'string')
    .join('\n')
}
