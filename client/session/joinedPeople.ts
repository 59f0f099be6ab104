/**
 * What each stream said of people, and what that is together. The attribution policy may hide somebody in the streams
 * that all read while a moderator's stream, or one's own, still names them; and when a policy becomes stricter, a new
 * snapshot of a stream takes the place of all that it had said.
 */
import type { PersonCard } from '../../shared/contracts/events.ts'
import type { StreamName } from '../../shared/contracts/ids.ts'

type People = Readonly<Record<string, PersonCard>>

export class JoinedPeople {
  readonly #saidBy = new Map<StreamName, People>()

  /** A snapshot: all that the stream says of people from here on. */
  replace(stream: StreamName, people: People): People {
    this.#saidBy.set(stream, people)
    return this.#together()
  }

  /** An event or an older page: what is said besides. */
  add(stream: StreamName, people: People): People {
    return this.replace(stream, { ...this.#saidBy.get(stream), ...people })
  }

  forget(stream: StreamName): People {
    this.#saidBy.delete(stream)
    return this.#together()
  }

  #together(): People {
    const together: Record<string, PersonCard> = {}
    for (const people of this.#saidBy.values()) {
      for (const [id, card] of Object.entries(people)) together[id] = { ...together[id], ...card }
    }
    return together
  }
}
