import { defineConfig } from '@playwright/test'
import { findChromium, findHeadlessShell } from '../src/simulators/find-chromium.ts'
import type { WorkerFixtures } from './support/worker.ts'

/**
 * The specs that run in the headless shell, each with the reason. The shell is about twice as fast, but it allows cookies and
 * storage that the full browser denies to frames of other sites. So list a spec here only if none of its assertions depends on
 * that. All other specs run in full Chromium.
 */
const inHeadlessShell = {
  'embedding/accessibility.spec.ts': 'names, focus and colours of the panel on pages of others',
  'embedding/embed.spec.ts': 'which messages of which page the panel hears, and what it says to it',
  'embedding/examples.spec.ts': 'what Connect receives, and which events a page gets',
  'embedding/host-sheets.spec.ts': 'how the panel looks on pages of others',
  'embedding/late-token.spec.ts': 'what the panel shows on a page of others',
  'embedding/mount-leaks.spec.ts': 'what the panel leaves behind in one page',
  'embedding/mount.spec.ts': 'what the panel shows on a page of others',
  'embedding/page-translator.spec.ts': 'what the panel shows when its texts change',
  'embedding/softphone.spec.ts': 'what the frame of the CCP may do, and when the browser asks before leaving',
  'embedding/sources.spec.ts': 'which contact the panel shows, and which one Connect receives',
  'embedding/unknown-time-zone.spec.ts': 'times and failures in words',
  'embedding/workspace.spec.ts': 'which contact Connect receives, and what the panel says of the workspace',
  'journeys/accessibility.spec.ts': 'names, focus and colours of the panel on its own page',
  'journeys/after-created.spec.ts': 'what Connect receives, and words; the ledger of one page and its reload',
  'journeys/another-agent.spec.ts': 'two agents, told apart by their user ids',
  'journeys/attributes.spec.ts': 'what is typed, and what Connect receives',
  'journeys/ccp-controls.spec.ts': 'controls of the simulated CCP',
  'journeys/channels.spec.ts': 'which contact Connect receives',
  'journeys/clock-change.spec.ts': 'words, and what Connect receives',
  'journeys/connect-failures.spec.ts': 'answers of Connect, in words',
  'journeys/contact-references.spec.ts': 'what the panel offers, and what Connect receives',
  'journeys/create-task.spec.ts': 'what Connect receives',
  'journeys/destinations.spec.ts': 'what the panel offers, and what Connect receives',
  'journeys/drafts.spec.ts': 'drafts in the storage of one page, which is its own, and its reload',
  'journeys/drills.spec.ts': 'keyboard, accessibility tree and zoom on the panel’s own page',
  'journeys/early-press.spec.ts':
    'which contact Connect receives, and words; the ledger of one page and its reload',
  'journeys/failures.spec.ts': 'answers of the proxy, in words',
  'journeys/far-ahead.spec.ts': 'days and times, and what Connect receives',
  'journeys/files-arrive.spec.ts': 'which bytes Connect and the bucket receive',
  'journeys/files-off.spec.ts': 'what the panel offers',
  'journeys/files.spec.ts': 'files in words, and which bytes Connect receives; one page and its reload',
  'journeys/forms-only.spec.ts': 'what the panel offers',
  'journeys/gallery.spec.ts': 'the look of every state of the panel',
  'journeys/keys.spec.ts': 'what a key does in the panel',
  'journeys/keystrokes.spec.ts': 'how many keys and clicks a task takes',
  'journeys/large-instance.spec.ts': 'what the panel offers, and what Connect receives',
  'journeys/layout.spec.ts': 'where the parts of the panel are on the screen',
  'journeys/links.spec.ts': 'which contact Connect receives',
  'journeys/many-contacts.spec.ts': 'drafts in the memory of one page, which is never loaded again',
  'journeys/message-drafts.spec.ts':
    'what Connect receives, and words; the drafts of one page and its reload',
  'journeys/message-failures.spec.ts': 'answers of Connect, in words',
  'journeys/messages.spec.ts': 'what the panel offers, and what Connect receives',
  'journeys/moved-press.spec.ts': 'what a press hits',
  'journeys/no-policy.spec.ts': 'what the panel offers',
  'journeys/page.spec.ts': 'the panel beside the CCP; one page and its reload',
  'journeys/policy.spec.ts': 'what the panel offers, and what Connect receives',
  'journeys/prefilled-changes.spec.ts': 'what a host page changes, and what Connect receives',
  'journeys/prefilled.spec.ts': 'what a host page fills in, and what Connect receives',
  'journeys/presets.spec.ts': 'what the panel fills in; the presets of one page and its reload',
  'journeys/reference-bytes.spec.ts': 'what is typed, and what Connect receives',
  'journeys/references.spec.ts': 'what is typed, and what Connect receives',
  'journeys/retries.spec.ts': 'answers of Connect, in words',
  'journeys/schedule.spec.ts': 'days and times, and what Connect receives',
  'journeys/templates.spec.ts': 'what a form asks for, and what Connect receives',
  'journeys/waiting.spec.ts': 'words, and what Connect receives; the ledger of one page and its reload',
  'journeys/wrong-clock.spec.ts': 'words, and what Connect receives',
  'sign-in/session.spec.ts': 'how the CCP answers, in words; a sign-in in the CCP’s own frame',
}
/** The gallery works in several tabs at the same time, each in its own process. */
const gallery = '**/journeys/gallery.spec.ts'
const journeys = Object.keys(inHeadlessShell).map((spec) => `**/${spec}`)

// The headless shell has no window. Workers load this file without the arguments, but with this variable.
if (['--headed', '--debug', '--ui'].some((flag) => process.argv.includes(flag)))
  process.env['E2E_WATCHED'] = 'yes'
const journeyBrowser = process.env['E2E_WATCHED'] === undefined ? findHeadlessShell() : findChromium()

/**
 * Playwright (1.64.1) starts Chromium without storage partitioning, back-forward cache and pop-up blocking. Agents' browsers
 * have all three, and their absence has hidden faults. Our list of features replaces Playwright's. It is Playwright's list
 * without `ThirdPartyStoragePartitioning`.
 */
const asAgentsHaveIt = {
  ignoreDefaultArgs: ['--disable-back-forward-cache', '--disable-popup-blocking'],
  args: [
    `--disable-features=${[
      'AvoidUnnecessaryBeforeUnloadCheckSync',
      'DestroyProfileOnBrowserClose',
      'DialMediaRouteProvider',
      'GlobalMediaControls',
      'HttpsUpgrades',
      'LensOverlay',
      'MediaRouter',
      'PaintHolding',
      'BlockOriginHeaderModificationOnRedirect',
      'AvoidCorsURLLoaderRestartOnRedirect',
      'Translate',
      'AutoDeElevate',
      'OptimizationHints',
      'NetworkTimeServiceQuerying',
      'AimEnabled',
    ].join()}`,
  ],
}

/** Specs that run once more as in a browser whose settings block third-party cookies. */
const withoutThirdPartyCookies = ['**/sign-in/shared-sign-in.spec.ts', '**/sign-in/isolated-login.spec.ts']

const withCookiesBlocked = {
  ...asAgentsHaveIt,
  args: [...asAgentsHaveIt.args, '--test-third-party-cookie-phaseout'],
}

export default defineConfig<object, WorkerFixtures>({
  testDir: '.',
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: process.env['CI'] !== undefined,
  // Each worker runs a whole product, so more workers than cores make all of them slow: three took as long as two.
  workers: 2,
  // On a shared machine a browser may get too little CPU time. A test that passes only at the retry is reported as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    viewport: { width: 1_280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    // A trace of every test costs a fifth of the run's time.
    trace: 'on-first-retry',
  },
  projects: [
    {
      name: 'journeys',
      testMatch: journeys,
      testIgnore: gallery,
      use: {
        keepsContexts: true,
        // Pages of one site share a process, so that each test finds the scripts compiled.
        launchOptions: { executablePath: journeyBrowser, args: ['--renderer-process-limit=1'] },
      },
    },
    {
      name: 'gallery',
      testMatch: gallery,
      use: { launchOptions: { executablePath: journeyBrowser } },
    },
    {
      name: 'browser policy',
      testIgnore: journeys,
      use: { launchOptions: { executablePath: findChromium(), ...asAgentsHaveIt } },
    },
    {
      name: 'third-party cookies blocked',
      testMatch: withoutThirdPartyCookies,
      use: { launchOptions: { executablePath: findChromium(), ...withCookiesBlocked } },
    },
  ],
})
