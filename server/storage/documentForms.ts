/** How archives read what the hub stores: the forms are the hub's, which archives do not know. */
import type { DocumentForms } from '../archive/ports.ts'
import type { Packing } from '../platform/packing.ts'
import { Authorship } from '../sync/Authorship.ts'
import { readUpdate } from '../sync/readUpdate.ts'
import { decodeSegment } from '../sync/segments.ts'

export function documentForms(packing: Packing): DocumentForms {
  return {
    requireReadable: (update) => void readUpdate(update),
    updatesIn: (segment) => decodeSegment(segment, packing),
    stateIn: (version) => packing.unpack(version),
    peopleIn: (authors) =>
      Authorship.decode(authors)
        .entries()
        .flatMap(([, stretches]) => stretches.map(({ participantId }) => participantId)),
  }
}
