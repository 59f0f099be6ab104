/** The names that a text of ours can have, from the schema that its editor is made with. */
import { getSchema } from '@tiptap/core'
import { contentExtensions } from './textExtensions.ts'
import { type KnownNames, namesOf } from './unknownContent.ts'

let names: KnownNames | null = null

/** Made once: a schema takes longer to build than a text to look through. */
export function knownNames(): KnownNames {
  names ??= namesOf(getSchema(contentExtensions()))
  return names
}
