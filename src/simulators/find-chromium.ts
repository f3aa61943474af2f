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

/** Finds Chromium in this order: CHROMIUM_PATH, the system's, Playwright's; else has Playwright install it. */
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
