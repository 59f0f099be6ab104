/** The meeting of a path, for somebody who has a seat in it; for others there is none, so ids cannot be probed. */
import type { MeetingId } from '../../shared/contracts/ids.ts'
import { ProblemError } from '../../shared/contracts/problems.ts'
import type { Seat } from '../access/ports.ts'
import type { LiveMeeting } from '../proceedings/LiveMeeting.ts'
import type { Proceedings } from '../proceedings/Proceedings.ts'

export async function ownMeeting(proceedings: Proceedings, seat: Seat, id: string | undefined): Promise<LiveMeeting> {
  const live = id === seat.meetingId ? await proceedings.meeting(id as MeetingId) : null
  if (!live) throw new ProblemError('not-found', 'There is no such meeting, or you have no place in it.')
  return live
}
