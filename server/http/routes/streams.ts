/** History of a stream: its events after a sequence number, and the older messages of a room. */
import type { z } from 'zod'
import { afterQuery, beforeQuery, eventsPage, messagesPage } from '../../../shared/contracts/http.ts'
import { type StreamName, streamName } from '../../../shared/contracts/ids.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import type { Seat } from '../../access/ports.ts'
import type { LiveMeeting } from '../../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export function streamRoutes({ proceedings }: { proceedings: Proceedings }): Route[] {
  async function readable(
    seat: Seat,
    params: Record<string, string>,
  ): Promise<{ live: LiveMeeting; stream: StreamName }> {
    const live = await ownMeeting(proceedings, seat, params.meetingId)
    const stream = streamName.safeParse(`${params.kind}/${params.streamId}`)
    if (!stream.success) throw new ProblemError('not-found', 'There is no such stream.')
    if (!live.readableBy(seat.participantId).includes(stream.data)) {
      throw new ProblemError('forbidden', 'You may not read this stream.')
    }
    return { live, stream: stream.data }
  }

  return [
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/streams/{kind}/{streamId}',
      summary: 'Events of a stream after a sequence number, oldest first; `more` says to ask again',
      caller: 'seat',
      query: afterQuery,
      answer: { schema: eventsPage },
      async handle({ seat, params, query }) {
        const { live, stream } = await readable(seat, params)
        return proceedings.eventsAfter(live.meetingId, stream, query.after ?? 0)
      },
    }),
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/streams/{kind}/{streamId}/messages',
      summary: 'The latest messages of a room, or those before a sequence number, oldest first',
      caller: 'seat',
      query: beforeQuery,
      answer: { schema: messagesPage },
      async handle({ seat, params, query }): Promise<z.infer<typeof messagesPage>> {
        const { live, stream } = await readable(seat, params)
        const before = query.before ?? live.seqOf(stream) + 1
        const { events, more } = await proceedings.messagesBefore(live.meetingId, stream, before)
        const messages = events.flatMap((event) => {
          if (event.type !== 'message.posted') return []
          const { messageId, authorId, seq, at } = event
          return [{ messageId, authorId, seq, at, ...(event.content?.[event.contentId] ?? { text: '' }) }]
        })
        return { messages, more, people: Object.assign({}, ...events.map((event) => event.people)) }
      },
    }),
  ]
}
