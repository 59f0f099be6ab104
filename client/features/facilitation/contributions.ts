/** Whether anybody has contributed, as far as this seat knows: from then on policies only get stricter. */
import type { MeetingSnapshot } from '../../session/meetingSnapshot.ts'

export function hasContributions({ meeting, logs }: MeetingSnapshot): boolean {
  return meeting?.hasContributions === true || Object.values(logs).some(({ messages }) => messages.length > 0)
}
