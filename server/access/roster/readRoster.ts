/**
 * Says of each row of a list what would come of it: an invitation, nothing because the person is known already, or
 * nothing because of what is wrong with it. Cells are text whatever they look like: nothing here computes a formula.
 */
import type { InvitationBody, RosterError, RosterRow } from '../../../shared/contracts/http.ts'
import { limits } from '../../../shared/contracts/limits.ts'
import type { Role } from '../../../shared/contracts/terms.ts'
import { folded } from './folded.ts'
import { type RosterLine, readRosterFile } from './rosterFile.ts'
import { agencyFrom, countryFrom, functionFrom, languageFrom, roleFrom } from './rosterTerms.ts'

export interface RosterSetting {
  /** Only organizers invite organizers. */
  by: Role | null
  /** People who are in, wait, or have an unused link: a list that is sent again makes no second link. */
  known: readonly { name?: string | undefined; country?: string | undefined }[]
}

export function readRoster(file: Uint8Array, { by, known }: RosterSetting): RosterRow[] {
  const here = new Set(known.flatMap(({ name, country }) => (name === undefined ? [] : [keyOf(name, country)])))
  const before = new Map<string, number>()
  return readRosterFile(file).map((line): RosterRow => {
    const { person, errors } = personOf(line, by)
    const name = person.name ?? ''
    const key = keyOf(name, person.country)
    const twin = name === '' ? undefined : before.get(key)
    if (twin === undefined) before.set(key, line.line)
    else errors.push({ column: 'name', code: 'twice', value: String(twin), message: `is already in line ${twin}` })
    const action = errors.length > 0 ? 'refuse' : here.has(key) ? 'skip' : 'invite'
    return { line: line.line, action, person, errors }
  })
}

function keyOf(name: string, country: string | undefined): string {
  return `${folded(name)} ${country ?? ''}`
}

function personOf(
  { cells, isTooLong }: RosterLine,
  by: Role | null,
): { person: InvitationBody; errors: RosterError[] } {
  const errors: RosterError[] = []
  const refuse = (column: RosterError['column'], code: RosterError['code'], message: string) => {
    errors.push({ column, code, message, value: (cells[column] ?? '').slice(0, limits.nameChars) })
  }
  /** A cell as the term it means; an empty one is absent, one that means nothing is an error. */
  const term = <T>(column: RosterError['column'], read: (words: string) => T | undefined, message: string) => {
    const words = cells[column]
    const found = words === undefined ? undefined : read(words)
    if (words !== undefined && found === undefined) refuse(column, 'unknown', message)
    return found
  }
  /** The name of a function in the column of roles gives that function: it is how people write it. */
  const chosen = term(
    'role',
    (words) => {
      const role = roleFrom(words)
      const label = functionFrom(words)
      return role ? { role } : label && { role: 'participant' as const, function: label }
    },
    'is no role: organizer, facilitator, rapporteur, participant, observer',
  )
  const label = term('function', functionFrom, 'is no function: chair, presenter, interpreter') ?? chosen?.function
  const country = term('country', countryFrom, 'is no country: give its name, or its code of two letters')
  const language = term('language', languageFrom, 'is none of es, en, pt, fr')
  const role = chosen?.role ?? 'participant'
  if (role === 'organizer' && by !== 'organizer') refuse('role', 'notYours', 'only an organizer invites an organizer')
  for (const column of ['name', 'agency'] as const) {
    if (!isStorable(cells[column] ?? '')) refuse(column, 'unreadable', 'holds characters that are no text')
    if ((cells[column] ?? '').length > limits.nameChars) {
      refuse(column, 'tooLong', `is over ${limits.nameChars} characters`)
    }
  }
  if (isTooLong)
    refuse('name', 'surplus', 'is in a row with more cells than there are columns: quote names with commas')
  if (cells.name === undefined) refuse('name', 'missing', 'is missing')
  const person = {
    role,
    ...(label ? { function: label } : {}),
    ...(cells.name ? { name: cells.name.slice(0, limits.nameChars) } : {}),
    ...(country ? { country } : {}),
    ...(cells.agency ? { agency: agencyFrom(cells.agency).slice(0, limits.nameChars) } : {}),
    ...(language ? { language } : {}),
  }
  return { person, errors }
}

function isStorable(words: string): boolean {
  return !words.includes('\0')
}
