/** Everybody who takes part, by name. */
import type { Contestant } from './Contestant.ts'
import { hocuspocusServers } from './hocuspocus.ts'
import { plenaria } from './plenaria.ts'
import { relays } from './relay.ts'
import { yWebsocketServers } from './yWebsocketServer.ts'

const ours = plenaria('plenaria')
/** A disk on which each commit takes half a second longer. */
const onSlowDisk = plenaria('plenaria-slow-disk', 'slow')
/** The durability left out (`synchronous=OFF`), to see what it costs. */
const onLazyDisk = plenaria('plenaria-lazy-disk', 'lazy')
/** The same server once more, for the scenario with slow readers: with it, everybody reads. */
const whereAllRead = plenaria('plenaria-all-read')

const all: Contestant[] = [
  ours,
  onSlowDisk,
  onLazyDisk,
  whereAllRead,
  ...relays,
  ...yWebsocketServers,
  ...hocuspocusServers,
]

export const contestantNames = all.map(({ name }) => name)

/** @throws when there is none of that name */
export function contestantNamed(name: string): Contestant {
  const contestant = all.find((one) => one.name === name)
  if (!contestant) throw new Error(`"${name}" takes no part: choose from ${contestantNames.join(', ')}.`)
  return contestant
}
