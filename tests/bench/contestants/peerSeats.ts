/** Seats at servers that know no people: only the document is told. */
import type { Seat } from '../load/Job.ts'

/** `isNamedInUrl` is false where the document is named inside the messages instead. */
export function seatsAt(url: string, isNamedInUrl = true): (document: number, person: number) => Seat {
  return (document, person) => {
    const name = `bench-${document}`
    return {
      url: isNamedInUrl ? `${url}/${name}` : `${url}/`,
      document: name,
      // As long as ours, so that everybody's cursor weighs the same.
      participantId: `person-${String(person).padStart(29, '0')}`,
      token: 'bench',
    }
  }
}
