/** F: how much one document takes before people notice. */
import type { Scenario } from './Scenario.ts'
import { range, withSession } from './withSession.ts'

export const saturation: Scenario = {
  id: 'F',
  about: 'one document, 50 people: the most edits a second that reach everybody with p95 under 100 ms',
  contestants: ['plenaria', 'relay-batch', 'y-websocket-server', 'hocuspocus'],
  run(contestant, isQuick) {
    const people = isQuick ? 10 : 50
    return withSession(contestant, { documents: 1, people: people + 1 }, (session) =>
      session.load({
        task: 'saturation',
        seats: range(people).map((person) => session.server.seat(0, person)),
        newcomer: session.server.seat(0, people),
        from: isQuick ? 200 : contestant.saturationFrom,
        stepSeconds: isQuick ? 0.5 : 1.5,
        budgetSeconds: isQuick ? 3 : 20,
      }),
    )
  },
}
