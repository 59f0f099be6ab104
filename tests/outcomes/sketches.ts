/** The people, cases and cards of the small meeting that the reports of these tests are about. */
import type { CardKind } from '../../shared/contracts/terms.ts'

/** None of these may be in any file. */
export const names = ['Alicia Quebracho', 'Roberto Ñandubay', 'Carolina Tamarindo', 'Fiscalía de Prueba']

/** Of each withheld case: a word of its text, one of its title. Only the first is not in a file by construction. */
export const withheldWords = [
  'ambarino',
  'bermellón',
  'reservado-por-duda',
  'Operación Ámbar',
  'Operación Roja',
  'Operación Duda',
]

export interface CaseSketch {
  id: string
  title: string
  owner: string
  marking: string
  clearance: string
  facts: string
}

export const caseSketches: CaseSketch[] = [
  {
    id: 'green',
    title: 'Operación Colibrí: desvío de un arsenal',
    owner: 'bob',
    marking: 'TLP:GREEN',
    clearance: 'anonymized',
    facts: 'Se recuperó una pistola con el número limado.',
  },
  {
    id: 'clear',
    title: 'Opération Héron',
    owner: 'carol',
    marking: 'TLP:CLEAR',
    clearance: 'attributed',
    facts: 'Une arme a été retrouvée.',
  },
  {
    id: 'amber',
    title: 'Operación Ámbar',
    owner: 'bob',
    marking: 'TLP:AMBER',
    clearance: 'anonymized',
    facts: 'Texto ambarino.',
  },
  {
    id: 'red',
    title: 'Operación Roja',
    owner: 'carol',
    marking: 'TLP:RED',
    clearance: 'attributed',
    facts: 'Texto bermellón.',
  },
  {
    id: 'doubt',
    title: 'Operación Duda',
    owner: 'bob',
    marking: 'TLP:GREEN',
    clearance: 'no',
    facts: 'Texto reservado-por-duda.',
  },
]

export interface CardSketch {
  column: CardKind
  title: string
  category?: string
}

export const cardSketches: CardSketch[] = [
  { column: 'goodPractice', title: 'Rastrear toda arma recuperada', category: 'gp-tracing' },
  { column: 'goodPractice', title: 'Auditar con un equipo ajeno', category: 'gp-stockpile' },
  { column: 'goodPractice', title: 'Restaurar números antes de disparar', category: 'gp-tracing' },
  { column: 'goodPractice', title: 'Pesar lo que se destruye' },
  { column: 'obstacle', title: 'Pericias sin traducir', category: 'ob-cooperation' },
  { column: 'recommendation', title: 'Adoptar un protocolo regional' },
]
