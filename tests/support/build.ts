/** Global setup of the suites that start the built server: `dist` is current before the first of them runs. */
import { buildMissing } from '../../tools/build.mjs'

export async function setup(): Promise<void> {
  await buildMissing()
}
