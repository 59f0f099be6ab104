/**
 * The proceedings on a real database in a folder of their own, without a server around them. Each `node()` keeps its own
 * meetings in memory, as a server process would.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Proceedings } from '../../server/proceedings/Proceedings.ts'
import { openStorage, type Storage } from '../../server/storage/openStorage.ts'
import type { MeetingId, ParticipantId } from '../../shared/contracts/ids.ts'
import { type MeetingTemplate, usualColumns } from '../../shared/contracts/terms.ts'

export interface Ground {
  storage: Storage
  dataDir: string
  /** Identifiers in the order in which they were asked for. */
  chance: { id(): string; secret(): string; int(below: number): number }
  node(): Proceedings
  /** A meeting with its organizer. */
  found(
    proceedings: Proceedings,
    template?: MeetingTemplate,
  ): Promise<{ meetingId: MeetingId; organizerId: ParticipantId }>
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const dataDir = mkdtempSync(join(tmpdir(), 'plenaria-data-'))
  const storage = await openStorage(dataDir)
  let last = 0
  const chance = { id: () => `id${++last}`, secret: () => `secret${++last}`, int: () => 0 }
  // Time stands still but for a tick with each look: that is enough to tell events apart.
  let now = Date.UTC(2026, 2, 10)
  const clock = { now: () => ++now, after: () => ({ cancel }), every: () => ({ cancel }) }

  return {
    storage,
    dataDir,
    chance,
    node: () => new Proceedings({ store: storage.proceedings, clock, chance, report: () => undefined }),
    async found(proceedings, template = 'blank') {
      const meetingId = chance.id() as MeetingId
      const organizerId = chance.id() as ParticipantId
      await proceedings.create(
        {
          meetingId,
          organizerId,
          code: chance.id(),
          title: 'Reunión',
          template,
          languages: ['es'],
          timezone: 'America/Panama',
          startsOn: '2026-03-10',
          endsOn: '2026-03-11',
          boards: template === 'case-digest' ? [{ title: 'Tablero', columns: usualColumns }] : [],
        },
        { participants: [{ participantId: organizerId, name: 'Alice' }] },
      )
      return { meetingId, organizerId }
    },
    async close() {
      await storage.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

function cancel(): void {
  // Nothing waits: no timer of these clocks ever runs.
}
