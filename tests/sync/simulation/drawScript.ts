/**
 * Draws a script from a seed: mostly single steps in any order, and between them the short stories that single steps
 * make too rarely, as a night offline or a lock in the middle of a sentence.
 */
import { type SeededChance, seededChance } from '../../support/chance.ts'
import { type EditKind, editKinds } from './edits.ts'
import { documentNames, type Script, type Step } from './script.ts'

const drawsPerScript = 80

/** Where a script may point to. */
interface Cast {
  chance: SeededChance
  tabs: number
  people: number
}

type Name = Step['do'] | keyof typeof stories

const usual: Record<Name, number> = {
  deliver: 36,
  edit: 22,
  deliverAll: 4,
  open: 9,
  openAll: 2,
  cut: 5,
  access: 3,
  advance: 4,
  disk: 5,
  diskMode: 3,
  crash: 2,
  restart: 0.4,
  reload: 0.7,
  resend: 1,
  share: 0.7,
  forge: 0.3,
  deposit: 0.7,
  decide: 0.7,
  leave: 0.5,
  clog: 0.4,
  offline: 1,
  locked: 1,
  quietHour: 1,
  lostRelay: 0.7,
  forgery: 0.4,
  marking: 0.7,
  lateWords: 0.6,
}

/** What a script has more of than usual. The seed decides: moods take turns. */
export const moods = {
  lines: { cut: 12, offline: 4, reload: 2, resend: 3, clog: 1.5 },
  rights: { access: 9, locked: 4, forgery: 2, lateWords: 2, reload: 2 },
  disk: { disk: 12, diskMode: 8, advance: 7 },
  deaths: { crash: 6, lostRelay: 2, quietHour: 4, restart: 1.5 },
} as const satisfies Record<string, Partial<Record<Name, number>>>
export type Mood = keyof typeof moods
export const moodNames = Object.keys(moods) as Mood[]

export function drawScript(seed: number): Script {
  const chance = seededChance(seed)
  const mood = moodNames[seed % moodNames.length] ?? 'lines'
  const weights = { ...usual, ...moods[mood] }
  const people = 2 + chance.below(3)
  const tabs = Array.from({ length: 2 + chance.below(4) }, (_, index) => ({
    person: index < 2 ? index : chance.below(people),
    document: chance.below(5) === 0 ? 1 : 0,
    confirm: chance.below(4) > 0,
    declares: chance.below(2) === 0,
  }))
  const cast = { chance, tabs: tabs.length, people }
  return {
    tabs,
    access: Array.from({ length: people }, () =>
      documentNames.map(() => chance.weighted({ write: 8, read: 2, none: 0.5 })),
    ),
    endsAnew: chance.below(3) === 0,
    earlierRows: documentNames.map(() => (chance.below(6) === 0 ? 80 + chance.below(40) : 0)),
    steps: [{ do: 'openAll' }, ...Array.from({ length: drawsPerScript }, () => draw(cast, weights)).flat()],
  }
}

function draw(cast: Cast, weights: Record<Name, number>): Step[] {
  const name = cast.chance.weighted(weights)
  return name in stories ? stories[name as keyof typeof stories](cast) : [drawStep(cast, name as Step['do'])]
}

const stories = {
  offline({ chance, tabs }: Cast): Step[] {
    const tab = chance.below(tabs)
    return [{ do: 'cut', tab, noticedBy: drawNoticed(chance) }, ...drawEdits(chance, tab), { do: 'open', tab }]
  },
  locked(cast: Cast): Step[] {
    const { chance, tabs } = cast
    const tab = chance.below(tabs)
    const lock = { do: 'access', person: chance.below(cast.people), document: drawDocument(chance) } as const
    const sent: Step = { do: 'deliver', tab, way: 'up', count: 4 }
    const during = [...drawEdits(chance, tab), ...(chance.below(2) === 0 ? [sent] : [])]
    // A deletion lacks nothing that was written before it, and comes alone through what was left aside.
    const erase: Step = { do: 'edit', tab, kind: 'erase', at: chance.below(1_000) }
    const after = chance.pick([[], [...drawEdits(chance, tab), sent], [erase, sent]])
    return [{ ...lock, access: 'read' }, ...during, { ...lock, access: 'write' }, ...after]
  },
  /** Everybody leaves one document, and it leaves memory; perhaps the server dies in the middle of that. */
  quietHour({ chance }: Cast): Step[] {
    const quiet: Step[] = [
      { do: 'leave', document: drawDocument(chance) },
      { do: 'advance', ms: 31_000, deliver: false },
    ]
    return chance.below(3) === 0 ? [{ do: 'crash', atCall: 1 + chance.below(4), losesSent: false }, ...quiet] : quiet
  },
  /** Somebody writes what they may not any more, hands it in, and is heard. */
  lateWords(cast: Cast): Step[] {
    const { chance } = cast
    const tab = chance.below(cast.tabs)
    const access = chance.pick(['read', 'none'] as const)
    const decide: Step = { do: 'decide', at: 0, isAccepted: true }
    return [
      { do: 'access', person: chance.below(cast.people), document: drawDocument(chance), access },
      ...drawEdits(chance, tab),
      { do: 'deposit', tab },
      ...(chance.below(3) === 0 ? [drawStep(cast, 'crash')] : []),
      decide,
    ]
  },
  /** Two people mark stretches of one text at the same time. */
  marking({ chance, tabs }: Cast): Step[] {
    const paragraph = chance.below(100)
    const by = (tab: number, kind: EditKind): Step => ({
      do: 'edit',
      tab,
      kind,
      at: paragraph + 100 * chance.below(99),
    })
    const one = chance.below(tabs)
    const other = (one + 1) % tabs
    const all: Step = { do: 'deliverAll' }
    const both = () => [by(one, 'emboldenInParagraph'), by(other, 'emboldenInParagraph'), all]
    const words = [by(one, 'typeInParagraph'), by(other, 'typeInParagraph')]
    return [{ do: 'openAll' }, all, ...words, all, ...both(), ...both(), ...both()]
  },
  /** All is quiet, and somebody writes in another's name. */
  forgery(cast: Cast): Step[] {
    return [{ do: 'openAll' }, { do: 'diskMode', mode: 'prompt' }, { do: 'deliverAll' }, drawStep(cast, 'forge')]
  },
  /** Words are passed on, and the server dies before it has saved them. */
  lostRelay({ chance, tabs }: Cast): Step[] {
    const tab = chance.below(tabs)
    const other = chance.below(tabs)
    return [
      { do: 'diskMode', mode: 'held' },
      ...drawEdits(chance, tab),
      { do: 'deliver', tab, way: 'up', count: 4 },
      { do: 'open', tab: other },
      ...drawEdits(chance, tab),
      { do: 'deliver', tab, way: 'up', count: 4 },
      { do: 'deliver', tab: other, way: 'down', count: 4 },
      { do: 'crash', atCall: 0, losesSent: false },
      { do: 'deliver', tab: other, way: 'down', count: 4 },
    ]
  },
}

function drawStep({ chance, tabs, people }: Cast, name: Step['do']): Step {
  const tab = chance.below(tabs)
  switch (name) {
    case 'open':
    case 'resend':
    case 'reload':
    case 'clog':
    case 'deposit':
      return { do: name, tab }
    case 'decide':
      return { do: name, at: chance.below(100), isAccepted: chance.below(4) > 0 }
    case 'share':
      return { do: name, tab, with: chance.below(tabs) }
    case 'forge':
      return { do: name, tab, as: chance.below(tabs) }
    case 'openAll':
    case 'deliverAll':
    case 'restart':
      return { do: name }
    case 'cut':
      return { do: name, tab, noticedBy: drawNoticed(chance) }
    case 'leave':
      return { do: name, document: drawDocument(chance) }
    case 'edit':
      return { do: name, tab, kind: chance.pick(editKinds), at: chance.below(1_000) }
    case 'deliver':
      return { do: name, tab, way: chance.pick(['up', 'down']), count: 1 + chance.below(4) }
    case 'advance': {
      const ms = chance.pick([50, 100, 1_000, 5_000, 16_000, 31_000, 62_000])
      return { do: name, ms, deliver: chance.below(3) > 0 }
    }
    case 'access': {
      const access = chance.weighted({ write: 5, read: 4, none: 1.5 })
      return { do: name, person: chance.below(people), document: drawDocument(chance), access }
    }
    case 'diskMode':
      return { do: name, mode: chance.weighted({ prompt: 5, held: 4, failing: 1 }) }
    case 'disk':
      return { do: name, count: 1 + chance.below(3), outcome: chance.weighted({ done: 8, failed: 1, answerLost: 1 }) }
    case 'crash':
      return { do: name, atCall: chance.below(chance.pick([4, 16])), losesSent: chance.below(2) === 0 }
  }
}

function drawEdits(chance: SeededChance, tab: number): Step[] {
  return Array.from({ length: 1 + chance.below(3) }, () => {
    return { do: 'edit', tab, kind: chance.pick(editKinds), at: chance.below(1_000) }
  })
}

function drawNoticed(chance: SeededChance) {
  return chance.pick(['both', 'both', 'server', 'client', 'nobody'] as const)
}

function drawDocument(chance: SeededChance): number {
  return chance.below(documentNames.length)
}
