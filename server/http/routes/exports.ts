/** The outcome as a file. Deny by default: what may leave is decided in server/outcomes/release.ts, names are off. */
import type * as Y from 'yjs'
import { exportQuery } from '../../../shared/contracts/http.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import { collectReport } from '../../outcomes/collectReport.ts'
import { exportFormats, fileName, isExportFormat } from '../../outcomes/exports.ts'
import { reportPartIds } from '../../outcomes/report.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export interface ExportPorts {
  proceedings: Proceedings
  clock: Clock
  readDocument(document: DocumentName): Promise<Y.Doc>
}

export function exportRoutes({ proceedings, clock, readDocument }: ExportPorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/exports/{format}',
      summary: `The report as a file: ${Object.keys(exportFormats).join(', ')}`,
      caller: 'seat',
      query: exportQuery,
      answer: { mediaType: 'application/octet-stream' },
      async handle({ seat, params, query, response }) {
        const live = await ownMeeting(proceedings, seat, params.meetingId)
        const { meeting } = live
        if (judge('export.report', live.roleOf(seat.participantId), meeting.status) !== 'allowed') {
          throw new ProblemError('forbidden', 'Organizers, facilitators and rapporteurs download the report.')
        }
        const format = params.format ?? ''
        if (!isExportFormat(format)) {
          const known = Object.keys(exportFormats).join(', ')
          throw new ProblemError('format-not-available', `This format is not available. Available are: ${known}.`)
        }
        requireStrictest(query.attribution)
        const report = await collectReport(
          {
            meeting,
            content: Object.fromEntries(live.content),
            people: Object.fromEntries(live.people),
            readDocument,
          },
          {
            language: query.language ?? meeting.languages[0] ?? 'es',
            generatedAt: clock.now(),
            ...partsOf(query.include),
          },
        )
        const { mediaType, render } = exportFormats[format]
        const file = await render(report)
        response.attachment(fileName(report, format)).type(mediaType).send(Buffer.from(file))
        return undefined
      },
    }),
  ]
}

/** Names are off; a caller may ask for less than that, never for more. */
function requireStrictest(attribution: 'name' | 'delegation' | 'none' | undefined): void {
  if (attribution === undefined || attribution === 'none') return
  throw new ProblemError('forbidden', 'Names and delegations stay out of the report: attribution may only be stricter.')
}

function partsOf(include: string | undefined): { include?: string[] } {
  if (include === undefined) return {}
  const parts = include.split(',').map((part) => part.trim())
  const unknown = parts.filter((part) => !reportPartIds.includes(part))
  if (unknown.length === 0) return { include: parts }
  throw new ProblemError('invalid-request', `The report has these parts: ${reportPartIds.join(', ')}.`, [
    { path: 'include', message: `unknown: ${unknown.join(', ')}` },
  ])
}
