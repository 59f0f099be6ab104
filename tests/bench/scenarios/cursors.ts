/** C: everybody moves, as when a facilitator says "look here". */
import type { Scenario } from './Scenario.ts'
import { range, withSession } from './withSession.ts'

export const cursors: Scenario = {
  id: 'C',
  about: 'one document, 200 people, each moves the cursor 5 times a second',
  contestants: ['plenaria', 'hocuspocus'],
  run(contestant, isQuick) {
    const people = isQuick ? 20 : 200
    return withSession(contestant, { documents: 1, people }, (session) =>
      session.load({
        task: 'cursors',
        seats: range(people).map((person) => session.server.seat(0, person)),
        perSecond: 5,
        seconds: isQuick ? 2 : 8,
      }),
    )
  },
}
