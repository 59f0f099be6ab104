/** What people write in a list for a role, a country or a language, in any of the four languages, as the term it means. */
import {
  type Language,
  languages,
  type ParticipantFunction,
  participantFunction,
  type Role,
  roles,
} from '../../../shared/contracts/terms.ts'
import { termsOf } from '../../../shared/vocabulary/vocabulary.ts'
import { folded } from './folded.ts'

/** What is said for each role and function, besides its id. Labels of the vocabulary carry remarks, so they serve badly. */
const spoken: Record<Role | ParticipantFunction, readonly string[]> = {
  organizer: [
    'organizador',
    'organizadora',
    'organizacion',
    'organizacao',
    'organisateur',
    'organisatrice',
    'secretaria',
    'secretariat',
  ],
  facilitator: [
    'facilitador',
    'facilitadora',
    'moderador',
    'moderadora',
    'moderator',
    'moderateur',
    'moderatrice',
    'animateur',
    'animatrice',
    'facilitateur',
    'facilitatrice',
  ],
  rapporteur: ['relator', 'relatora', 'relatoria', 'rapporteuse', 'rapporteure'],
  participant: [
    'participante',
    'participante experto',
    'participante experta',
    'experto',
    'experta',
    'expert',
    'experte',
    'especialista',
    'participante especialista',
  ],
  observer: ['observador', 'observadora', 'observateur', 'observatrice'],
  chair: [
    'presidencia',
    'presidente',
    'presidenta',
    'president',
    'presidence',
    'chairperson',
    'chairman',
    'chairwoman',
  ],
  presenter: [
    'ponente',
    'expositor',
    'expositora',
    'apresentador',
    'apresentadora',
    'presentateur',
    'presentatrice',
    'speaker',
  ],
  interpreter: ['interprete'],
}

export function roleFrom(words: string): Role | undefined {
  return roles.find((role) => isSpoken(role, words))
}

export function functionFrom(words: string): ParticipantFunction | undefined {
  return participantFunction.options.find((label) => isSpoken(label, words))
}

function isSpoken(id: Role | ParticipantFunction, words: string): boolean {
  const said = folded(words)
    .replace(/[()/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return said === id || spoken[id].includes(said) || labelsOf('meetingRoles', id).includes(folded(words))
}

/** The code of a country from its code or its name. */
export function countryFrom(words: string): string | undefined {
  const code = words.trim().toUpperCase()
  if (/^[A-Z]{2}$/.test(code)) return isCountry(code) ? code : undefined
  return countryNames().get(folded(words))
}

function isCountry(code: string): boolean {
  return new Set(countryNames().values()).has(code)
}

let known: Map<string, string> | undefined

/** Every region that the runtime can name, in the four languages, then the vocabulary's own names (States A to D, too). */
function countryNames(): Map<string, string> {
  if (known) return known
  known = new Map()
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  for (const language of languages) {
    const names = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' })
    for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
      const name = names.of(code)
      if (name !== undefined) known.set(folded(name), code)
    }
  }
  for (const { id, label } of termsOf('countries')) {
    for (const language of languages) known.set(folded(label[language]), id)
  }
  return known
}

/** The kind of institution if the words are one of the vocabulary's, else the words themselves. */
export function agencyFrom(words: string): string {
  const term = termsOf('agencyTypes').find(
    ({ id }) => id === words || labelsOf('agencyTypes', id).includes(folded(words)),
  )
  return term?.id ?? words
}

export function languageFrom(words: string): Language | undefined {
  const said = folded(words)
  return languages.find((id) => said === id || languages.some((inWhich) => folded(nameOf(id, inWhich)) === said))
}

function nameOf(language: Language, inWhich: Language): string {
  return new Intl.DisplayNames([inWhich], { type: 'language' }).of(language) ?? language
}

function labelsOf(list: string, id: string): string[] {
  const term = termsOf(list).find((candidate) => candidate.id === id)
  return term ? languages.map((language) => folded(term.label[language])) : []
}
