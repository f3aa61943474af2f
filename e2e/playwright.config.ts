import { defineConfig } from '@playwright/test'
import { findChromium } from '../src/simulators/find-chromium.ts'

export default defineConfig({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // Each worker runs a whole product, so more workers than cores make all of them slow.
  workers: 2,
  // On a shared machine a browser may get too little CPU time. A test that passes only at the retry is reported as flaky.
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
