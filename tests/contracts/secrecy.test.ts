/**
 * Under the Chatham House Rule nobody's name, country or institution reaches those who must not know, on any way that
 * leads out of the server; and its log, at every level, holds ids, codes and counts alone. A whole meeting full of
 * markers is held, all that can go wrong in it included, and then they are hunted in every byte.
 */
import { strFromU8 } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exportFormats } from '../../server/outcomes/exports.ts'
import { commandTypes } from '../../shared/contracts/commands.ts'
import { languages } from '../../shared/contracts/terms.ts'
import { unzipped } from '../outcomes/unzipped.ts'
import { type Server, startServer } from '../support/server.ts'
import { until } from '../support/until.ts'
import {
  holdMarkedMeeting,
  type MarkedMeeting,
  openMarker,
  secretMarker,
  whereMarker,
  whoMarker,
  withheldMarker,
} from './markedMeeting.ts'

/** Who was there, as data says it. */
const who = [whoMarker, whereMarker.inJson]

/** So much is shown around a marker that was found. */
const aroundChars = 60

let server: Server
let meeting: MarkedMeeting
beforeAll(async () => {
  server = await startServer({
    env: {
      LOG_LEVEL: 'trace',
      ORGANIZER_KEY: `${secretMarker}-organizer`,
      METRICS_TOKEN: `${secretMarker}-metrics-token`,
    },
  })
  meeting = await holdMarkedMeeting(server)
  // Everybody is still connected: the last words of the server are among what they received.
  expect(await server.stop()).toBe(0)
  await until(() => server.logs().some(({ msg }) => msg === 'stopping'), 'the log is whole')
})
afterAll(() => server.dispose())

test('the meeting saw every command accepted and refused, and every report', () => {
  expect([...meeting.commands.accepted].toSorted()).toEqual(commandTypes.toSorted())
  expect([...meeting.commands.refused].toSorted()).toEqual(commandTypes.toSorted())
  const wanted = Object.keys(exportFormats).flatMap((format) => languages.map((language) => `${format} in ${language}`))
  expect([...meeting.files.keys()]).toEqual(wanted)
})

test('no byte of a report says who was there, or what was not released', () => {
  for (const [name, file] of meeting.files) {
    const bytes = name.startsWith('docx') ? unzipped(file).everything : strFromU8(file)
    expect(bytes, name).toContain(`${openMarker} facts`)
    expect(bytes, name).toContain(`${openMarker} file.txt`)
    expect(leaks(bytes, [...who, whereMarker.inWords, withheldMarker, secretMarker]), name).toEqual([])
  }
})

test('no byte that reaches a rapporteur or an observer says who else is there', () => {
  // Moderators do learn it: the markers are sent, and would be found.
  for (const marker of who) expect(leaks(meeting.moderatorsSaw(), [marker])).not.toEqual([])
  for (const { received } of meeting.listeners) {
    const all = [...received.values()].join('\n')
    for (const words of ['case', 'facts', 'message']) expect(leaks(all, [`${withheldMarker} ${words}`])).not.toEqual([])
    for (const [way, bytes] of received) expect(leaks(bytes, [...who, ...meeting.secrets]), way).toEqual([])
  }
})

test('no line of the log holds a name, what somebody wrote, a key or a link', () => {
  const written = JSON.stringify(server.logs()) + server.errors()
  expect(leaks(written, [/zyz/i, whereMarker.inJson, ...meeting.secrets])).toEqual([])
  for (const line of server.logs()) expect(line).toMatchObject({ level: expect.any(Number), time: expect.any(String) })
})

/** Where one of the markers stands, with what is around it: all bytes would be too many to read. */
function leaks(bytes: string, markers: (string | RegExp)[]): string[] {
  return markers.flatMap((marker) => {
    if (marker === '') throw new Error('every text holds an empty marker')
    const at = typeof marker === 'string' ? bytes.toLowerCase().indexOf(marker.toLowerCase()) : bytes.search(marker)
    return at < 0 ? [] : [bytes.slice(Math.max(0, at - aroundChars), at + aroundChars)]
  })
}
