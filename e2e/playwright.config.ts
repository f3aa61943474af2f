import { defineConfig } from '@playwright/test'
import { findChromium } from '../src/simulators/find-chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // Every worker runs a whole product of its own; more of them than cores only makes each one slow.
  workers: 2,
  // On a machine that others share a browser may be starved of time; what passes only then is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    launchOptions: { executablePath: findChromium() },
    viewport: { width: 1_280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    trace: 'retain-on-failure',
  },
})
