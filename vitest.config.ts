import { defineConfig } from 'vitest/config'

/** `unit`: beside the source, no I/O. `integration`: across modules, real sockets and stores. `browser`: Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{shared,server,client}/**/*.test.{ts,tsx}', 'tests/rules/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/{contracts,sync,proceedings,access,faults,outcomes}/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
