import { defineConfig } from 'vitest/config'

// An awkward zone, a day ahead of the United Kingdom's for half of each day: a date that leans on the local zone is found out.
process.env['TZ'] = 'Pacific/Auckland'

const seconds = (n: number) => n * 1000
const quiet = { setupFiles: ['test/support/no-warnings.ts'] }

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'hono/jsx' } },
  test: {
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}'],
          testTimeout: seconds(10),
          sequence: { groupOrder: 0 },
          ...quiet,
        },
      },
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['test/rules/**/*.test.ts'],
          testTimeout: seconds(30),
          sequence: { groupOrder: 0 },
          ...quiet,
        },
      },
      {
        extends: true,
        test: {
          name: 'runs',
          include: ['test/runs/**/*.test.ts'],
          testTimeout: seconds(120),
          hookTimeout: seconds(120),
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          name: 'journeys',
          include: ['test/journeys/**/*.test.ts'],
          testTimeout: seconds(120),
          // A poll ends as soon as it is answered: it may take long where the machine does much else.
          expect: { poll: { timeout: seconds(30) } },
          hookTimeout: seconds(60),
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
