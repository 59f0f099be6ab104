/**
 * Three suites by what they need. `unit` stands beside the source and does no I/O; `tests/rules` reads the project's
 * own files. `integration` crosses modules with real sockets and stores. `browser` drives Chromium.
 */
import { defineConfig } from 'vitest/config'

/** Suites that start the built server make sure that it is built from the sources as they are. */
const builtServer = { globalSetup: 'tests/support/build.ts' }

export default defineConfig({
  test: {
    allowOnly: false,
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            '{shared,server,client}/**/*.test.{ts,tsx}',
            '{tests/rules,tests/bench,tests/torture,tools}/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          ...builtServer,
          name: 'integration',
          // Most of it waits for sockets and processes; vitest alone would use one of two cores.
          maxWorkers: 2,
          include: [
            'tests/{starting,contracts,sync,proceedings,access,storage,faults,outcomes,archive,demo}/**/*.test.ts',
          ],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          ...builtServer,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Journeys wait a good deal, for a server that starts or a line that is back: two at once share two cores
          // well, more would only slow each other down.
          maxWorkers: 2,
        },
      },
    ],
  },
})
