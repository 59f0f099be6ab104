/** What each step of a script does to the world. */
import { settle } from '../../support/handDriven.ts'
import { forge, handIn, share } from './outOfBand.ts'
import type { Step } from './script.ts'
import type { Tab } from './Tab.ts'
import type { World } from './World.ts'

/** Does one step and lets everything that is ready happen; throws if something must not have been. */
export async function take(world: World, step: Step): Promise<void> {
  const tab = 'tab' in step ? world.tabs[step.tab] : undefined
  if (!('tab' in step)) await takeForAll(world, step)
  else if (tab) takeForTab(world, tab, step)
  await world.settle()
}

function takeForTab(world: World, tab: Tab, step: Extract<Step, { tab: number }>): void {
  switch (step.do) {
    case 'open':
      world.open(tab)
      return
    case 'cut':
      world.cut(tab, step.noticedBy)
      return
    case 'edit':
      tab.edit(step.kind, step.at)
      return
    case 'resend':
      tab.resend()
      return
    case 'deposit':
      handIn(world, tab)
      return
    case 'share':
      share(world, tab, world.tabs[step.with] ?? tab)
      return
    case 'forge':
      forge(world, tab, world.tabs[step.as] ?? tab)
      return
    case 'deliver':
      for (let count = 0; count < step.count; count++) world.deliver(tab, step.way)
      return
    case 'reload':
      world.reload(tab)
      return
    case 'clog':
      if (tab.wire) tab.wire.clogged = true
      return
  }
}

async function takeForAll(world: World, step: Exclude<Step, { tab: number }>): Promise<void> {
  switch (step.do) {
    case 'openAll':
      for (const tab of world.tabs) world.open(tab)
      return
    case 'leave':
      for (const tab of world.tabs) if (tab.plan.document === step.document) world.cut(tab, 'both')
      return
    case 'deliverAll':
      await world.deliverAll()
      return
    case 'advance':
      await world.advance(step.ms, step.deliver)
      return
    case 'access':
      world.setAccess(step.person, step.document, step.access)
      return
    case 'diskMode':
      world.disk.mode = step.mode
      return
    case 'disk':
      for (let count = 0; count < step.count; count++) {
        if (world.disk.next(step.outcome)) world.watch.count(`disk ${step.outcome}`)
        await settle()
      }
      return
    case 'decide':
      world.server.desk.decide(step.at, step.isAccepted)
      return
    case 'crash':
      world.crash(step.atCall, step.losesSent)
      return
    case 'restart':
      await world.restart()
      return
  }
}
