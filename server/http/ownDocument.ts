/** The document of a path, for somebody who has a seat in its meeting; for others there is none. */
import { type DocumentName, documentName, type MeetingId } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import { accessTo } from '../../shared/proceedings/documents.ts'
import type { DocumentAccess } from '../../shared/proceedings/policy.ts'
import type { Seat } from '../access/ports.ts'
import type { LiveMeeting } from '../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../proceedings/Proceedings.ts'

export interface DocumentPorts {
  proceedings: Proceedings
  meetingOfDocument(document: DocumentName): Promise<MeetingId | null>
}

export interface OwnDocument {
  live: LiveMeeting
  document: DocumentName
  /** What this person may do with it now. */
  access: DocumentAccess
}

export async function ownDocument(
  { proceedings, meetingOfDocument }: DocumentPorts,
  seat: Seat,
  name: string | undefined,
): Promise<OwnDocument> {
  const parsed = documentName.safeParse(name)
  const meetingId = parsed.success ? await meetingOfDocument(parsed.data) : null
  const live = meetingId === seat.meetingId ? await proceedings.meeting(meetingId) : null
  if (!parsed.success || !live) throw new ProblemError('not-found', 'There is no such document.')
  const access = accessTo(live.meeting, parsed.data, live.roleOf(seat.participantId))
  return { live, document: parsed.data, access }
}

/** The same for what only its readers may ask of it. */
export async function readableDocument(
  ports: DocumentPorts,
  seat: Seat,
  name: string | undefined,
): Promise<OwnDocument> {
  const own = await ownDocument(ports, seat, name)
  if (own.access === 'none') throw new ProblemError('forbidden', 'You may not read this document.')
  return own
}
