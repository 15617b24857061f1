import { fileURLToPath } from 'node:url'

import { defineConfig } from 'vitest/config'

const testing = (file: string): string => fileURLToPath(new URL(`tooling/testing/src/${file}.ts`, import.meta.url))
const database = testing('database-setup')

/** One run, one summary. A test file stands beside the code it tests. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'domain', root: 'packages/domain', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'database',
          root: 'packages/database',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'demo-data',
          root: 'packages/demo-data',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // As Node itself resolves them: one `graphql`, not its development build for tests and the plain one for its plugins.
        ssr: { resolve: { conditions: ['module', 'node'] } },
        test: {
          name: 'server',
          root: 'apps/server',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      { test: { name: 'admin', root: 'apps/admin', include: ['src/**/*.test.{ts,tsx}'] } },
      {
        test: {
          name: 'tooling',
          root: 'tooling',
          include: ['*.test.ts', '*/src/**/*.test.ts'],
          globalSetup: [database],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          root: 'apps/admin',
          include: ['test/**/*.browser.test.ts'],
          globalSetup: [database, testing('browser-setup')],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file drives a browser and a server of its own: two at once only take each other's time.
          fileParallelism: false,
          // A real browser on a busy machine: what fails is tried again before it counts.
          retry: 2,
        },
      },
    ],
  },
})
