/**
 * Files of a case, in and out. What comes in is judged by the proceedings; what goes out is saved and never shown: a
 * browser may neither guess its kind, nor run it, nor keep it.
 */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request } from 'express'
import { attachmentName, attachmentQuery, commandAnswer, fileNameHeader } from '../../../shared/contracts/http.ts'
import { caseId } from '../../../shared/contracts/ids.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import { ProblemError, parseOrRefuse } from '../../../shared/contracts/problems.ts'
import type { Attachments } from '../../proceedings/Attachments.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

const mediaType = 'application/octet-stream'

export function attachmentRoutes(ports: { proceedings: Proceedings; attachments: Attachments }): Route[] {
  const { proceedings, attachments } = ports
  return [
    route({
      method: 'post',
      path: '/api/meetings/{meetingId}/cases/{caseId}/attachments',
      summary: 'Adds a file to a case; gives the event as a command does',
      caller: 'seat',
      query: attachmentQuery,
      headers: [{ name: fileNameHeader, description: "The file's name, percent-encoded as UTF-8" }],
      upload: { mediaType, limitBytes: limits.attachmentBytes, isStreamed: true },
      status: 201,
      answer: { schema: commandAnswer },
      async handle({ seat, params, query, request }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        const events = await attachments.add(live, seat.participantId, {
          caseId: knownCase(params.caseId),
          name: parseOrRefuse(attachmentName, nameIn(request), `The name in ${fileNameHeader}`),
          bytes: Number(request.headers['content-length']),
          body: request,
          commandId: query.commandId,
        })
        return { events }
      },
    }),
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/cases/{caseId}/attachments/{attachmentId}',
      summary: 'A file of a case, to be saved',
      caller: 'seat',
      answer: { mediaType },
      async handle({ seat, params: { meetingId, caseId = '', attachmentId = '' }, response }) {
        const live = await ownMeeting(proceedings, seat, meetingId)
        const { name, entry, chunks } = await attachments.open(live, seat.participantId, { caseId, attachmentId })
        response.attachment(name)
        // Not through `type`, which would name an encoding that nobody knows.
        response.setHeader('Content-Type', entry.mediaType)
        response.setHeader('Content-Length', entry.bytes)
        response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
        response.setHeader('X-Content-Type-Options', 'nosniff')
        response.setHeader('Cache-Control', 'private, no-store')
        await pipeline(Readable.from(chunks), response).catch(() => {
          // The reader has gone, or the file has: what was begun cannot become a problem any more.
          response.destroy()
        })
        return undefined
      },
    }),
  ]
}

function knownCase(id: string | undefined) {
  const known = caseId.safeParse(id)
  if (!known.success) throw new ProblemError('not-found', 'This case does not exist.')
  return known.data
}

function nameIn(request: Request): string | undefined {
  try {
    return decodeURIComponent(request.get(fileNameHeader) ?? '')
  } catch {
    return undefined
  }
}
