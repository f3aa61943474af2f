import type { Browser } from '@playwright/test'
import { usage } from '../measured-proxy.ts'

/** The resident memory of all pages of a browser, in bytes. */
export async function rendererBytes(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { id }) => sum + residentBytes(id), 0)
}

/** A process may end between the list and the look. */
function residentBytes(pid: number): number {
  try {
    return usage(pid).residentBytes
  } catch {
    return 0
  }
}
