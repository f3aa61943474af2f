import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test'

interface KeptContext {
  readonly context: BrowserContext
  /** Pages that stay open between the tests. */
  readonly staying: readonly Page[]
}

interface Places {
  /** Whether contexts are kept at all. Not in specs that test what the browser itself remembers. */
  readonly keepsContexts: boolean
  /** One small page for each site. It keeps the site's process alive. */
  readonly stays: readonly string[]
  /** The origins that store something. */
  readonly origins: readonly string[]
}

/**
 * Browser contexts that several tests use one after the other. A test gets new pages, an empty storage and no cookies. Only the
 * process of the panel's pages stays, with the compiled scripts: that saves a third of the time.
 */
export interface KeptContexts {
  /** Lends a context with these options. */
  readonly lend: (
    browser: Browser,
    options: BrowserContextOptions,
    provide: (context: BrowserContext) => Promise<void>,
  ) => Promise<void>
  readonly close: () => Promise<void>
}

export function createKeptContexts({ keepsContexts, stays, origins }: Places): KeptContexts {
  const kept = new Map<string, KeptContext>()

  async function open(browser: Browser, options: BrowserContextOptions): Promise<KeptContext> {
    const context = await browser.newContext(options)
    const staying: Page[] = []
    // Sequential, because `hasOwnClock` asks the first page.
    for (const address of keepsContexts ? stays : []) {
      const page = await context.newPage()
      await page.goto(address)
      staying.push(page)
    }
    return { context, staying }
  }

  /** Clears the context. Returns false if something of the test remains. */
  async function clear({ context, staying }: KeptContext): Promise<boolean> {
    const [page] = staying
    // Playwright's clock belongs to the context and cannot be removed.
    if (!page || (await hasOwnClock(page))) return false
    const ofTest = context.pages().filter((each) => !staying.includes(each))
    await Promise.all(ofTest.map((each) => each.close()))
    await Promise.all([
      context.clearCookies(),
      context.clearPermissions(),
      context.setOffline(false),
      context.unrouteAll(),
    ])
    const devTools = await context.newCDPSession(page)
    await Promise.all(
      origins.map((origin) => devTools.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })),
    )
    await devTools.detach()
    return true
  }

  return {
    lend: async (browser, options, provide) => {
      const key = JSON.stringify(options)
      const found = kept.get(key) ?? (await open(browser, options))
      kept.delete(key)
      await provide(found.context)
      if (await clear(found)) kept.set(key, found)
      else await found.context.close()
    },
    close: async () => {
      await Promise.all([...kept.values()].map(({ context }) => context.close()))
    },
  }
}

const hasOwnClock = (page: Page): Promise<boolean> =>
  page.evaluate(() => !Function.prototype.toString.call(Date).includes('[native code]'))
