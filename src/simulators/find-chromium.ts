import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from '@playwright/test'

const systemChromiums = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const systemHeadlessShells = ['/usr/bin/chromium-headless-shell', '/usr/bin/chrome-headless-shell']

/** Finds the full browser in this order: CHROMIUM_PATH, the system's, Playwright's; else has Playwright install it. */
export function findChromium(): string {
  const asked = process.env['CHROMIUM_PATH']
  if (asked) return asked
  const found = [...systemChromiums, chromium.executablePath()].find((path) => existsSync(path))
  if (found) return found
  spawnSync('npx', ['playwright', 'install', 'chromium'], { stdio: 'inherit' })
  if (existsSync(chromium.executablePath())) return chromium.executablePath()
  throw new Error(
    'The browser tests need Chromium: install it (Debian: apt-get install chromium), or set CHROMIUM_PATH.',
  )
}

/**
 * The headless shell of Chromium: about twice as fast, but it allows cookies and storage that the full browser denies to frames
 * of other sites. CHROMIUM_PATH sets both browsers. Without a headless shell, the full browser is used.
 */
export function findHeadlessShell(): string {
  const asked = process.env['HEADLESS_SHELL_PATH'] ?? process.env['CHROMIUM_PATH']
  if (asked) return asked
  // Playwright installs its headless shell beside its Chromium, but reports only the path of Chromium (1.64.1).
  const shell = process.platform === 'win32' ? 'chrome-headless-shell.exe' : 'chrome-headless-shell'
  const ofPlaywright = chromium
    .executablePath()
    .replace(/chromium-(\d+)/, 'chromium_headless_shell-$1')
    .replace(/chrome-([\w-]+)[\\/].*$/, `chrome-headless-shell-$1/${shell}`)
  return [...systemHeadlessShells, ofPlaywright].find((path) => existsSync(path)) ?? findChromium()
}
