/**
 * Global setup of the suites that start the built server: `dist` is current before the first of them runs. The
 * integration suites talk to the server alone and need no client.
 */
import type { TestProject } from 'vitest/node'
import { buildMissing } from '../../tools/build.mjs'

export async function setup(project: TestProject): Promise<void> {
  await buildMissing(undefined, project.name === 'browser' ? undefined : ['server'])
}
