/**
 * The outcome as a file, and beforehand what it would hold. What may leave is decided in server/outcomes/release.ts;
 * here people are narrowed to what the attribution lets be seen, before anything of the report is made.
 */
import type * as Y from 'yjs'
import type { z } from 'zod'
import { exportQuery } from '../../../shared/contracts/http.ts'
import type { DocumentName } from '../../../shared/contracts/ids.ts'
import { ProblemError } from '../../../shared/contracts/problems.ts'
import { exportPreview } from '../../../shared/contracts/report.ts'
import type { Attribution } from '../../../shared/contracts/terms.ts'
import { judge } from '../../../shared/proceedings/policy.ts'
import type { MeetingState } from '../../../shared/proceedings/state.ts'
import type { Seat } from '../../access/ports.ts'
import { collectReport } from '../../outcomes/collectReport.ts'
import { exportFormats, fileName, isExportFormat } from '../../outcomes/exports.ts'
import { previewOf } from '../../outcomes/preview.ts'
import { allowedAttributions } from '../../outcomes/release.ts'
import { buildReport, reportPartIds } from '../../outcomes/report.ts'
import type { ReportInput } from '../../outcomes/reportInput.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Attendance } from '../../proceedings/Attendance.ts'
import type { LiveMeeting } from '../../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../../proceedings/Proceedings.ts'
import { attributed } from '../../proceedings/present.ts'
import { ownMeeting } from '../ownMeeting.ts'
import { type Route, route } from '../route.ts'

export interface ExportPorts {
  proceedings: Proceedings
  attendance: Attendance
  clock: Clock
  /** Null when what is stored of it is damaged. */
  readDocument(document: DocumentName): Promise<Y.Doc | null>
}

export function exportRoutes(ports: ExportPorts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/exports/preview',
      summary: 'What the report would hold and leave out, and why',
      caller: 'seat',
      query: exportQuery,
      answer: { schema: exportPreview },
      async handle({ seat, params, query }) {
        const live = await meetingToReport(ports, seat, params.meetingId)
        return previewOf(await inputOf(ports, live, query))
      },
    }),
    route({
      method: 'get',
      path: '/api/meetings/{meetingId}/exports/{format}',
      summary: `The report as a file: ${Object.keys(exportFormats).join(', ')}`,
      caller: 'seat',
      query: exportQuery,
      answer: { mediaType: 'application/octet-stream' },
      async handle({ seat, params, query, response }) {
        const live = await meetingToReport(ports, seat, params.meetingId)
        const format = params.format ?? ''
        if (!isExportFormat(format)) {
          const known = Object.keys(exportFormats).join(', ')
          throw new ProblemError('format-not-available', `This format is not available. Available are: ${known}.`)
        }
        const input = await inputOf(ports, live, query)
        const report = buildReport(input)
        const { mediaType, render } = exportFormats[format]
        const file = await render(report, input)
        response.attachment(fileName(report, format)).type(mediaType).send(Buffer.from(file))
        return undefined
      },
    }),
  ]
}

async function meetingToReport(
  { proceedings }: ExportPorts,
  seat: Seat,
  meetingId: string | undefined,
): Promise<LiveMeeting> {
  const live = await ownMeeting(proceedings, seat, meetingId)
  if (judge('export.report', live.roleOf(seat.participantId), live.meeting.status) !== 'allowed') {
    throw new ProblemError('forbidden', 'Organizers, facilitators and rapporteurs download the report.')
  }
  return live
}

async function inputOf(
  { clock, readDocument, attendance }: ExportPorts,
  { meetingId, meeting, content, people }: LiveMeeting,
  query: z.infer<typeof exportQuery>,
): Promise<ReportInput> {
  const attribution = attributionOf(meeting, query.attribution)
  const cards = [...people].filter(([id]) => Object.hasOwn(meeting.members, id))
  return collectReport(
    {
      meeting,
      content: Object.fromEntries(content),
      people: Object.fromEntries(cards.map(([id, card]) => [id, attributed(card, attribution)])),
      countryCount: new Set(cards.flatMap(([, { country }]) => country ?? [])).size,
      attendance: await attendance.days(meetingId),
      readDocument,
    },
    {
      language: query.language ?? meeting.languages[0] ?? 'es',
      attribution,
      generatedAt: clock.now(),
      ...partsOf(query.include),
    },
  )
}

/** Nobody is shown unless it is asked for; and never more than the meeting's policy shows. */
function attributionOf(meeting: MeetingState, asked: Attribution = 'none'): Attribution {
  const allowed = allowedAttributions(meeting)
  if (allowed.includes(asked)) return asked
  throw new ProblemError(
    'forbidden',
    `The policy of this meeting allows a report with attribution ${allowed.join(', ')}.`,
  )
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
