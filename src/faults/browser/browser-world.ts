import type { Browser, BrowserContext } from '@playwright/test'
import type { FarSide } from '../../simulators/far-side.ts'
import type { KillableProxy } from '../servers/killable-proxy.ts'
import { createSeeded, type Seeded } from '../seed/seeded.ts'
import { faultOfConnect } from '../steps/wire-faults.ts'
import { gatewayFaults, type GatewayFault } from './gateway.ts'
import { openPanelPage, panelPageOf, type PanelPage } from './panel-page.ts'

/** The servers and the browser that the runs use one after another. */
export interface BrowserPlace {
  readonly browser: Browser
  /** The origin of the gateway. To the browser it is the proxy. */
  readonly origin: string
  readonly farSide: FarSide
  readonly proxy: KillableProxy
  /** The gateway asks this at each request for a task. */
  readonly setFaults: (fault: () => GatewayFault | undefined) => void
}

/** Everything about one run in Chromium. */
export interface BrowserWorld {
  readonly seed: string
  readonly seeded: Seeded
  readonly place: BrowserPlace
  readonly context: BrowserContext
  readonly pages: () => readonly PanelPage[]
  readonly open: () => Promise<PanelPage>
  readonly reload: (page: PanelPage) => Promise<void>
  readonly closePage: (page: PanelPage) => Promise<void>
  /** The agent replaces the text in the form. */
  readonly type: (page: PanelPage) => Promise<void>
  /** The texts that the agent has not replaced. */
  readonly texts: () => readonly string[]
  /** The ids of contacts that the panel has shown as created. */
  readonly told: ReadonlySet<string>
  /** Adds the ids that this page shows now. */
  readonly noteCreated: (page: PanelPage) => Promise<void>
  readonly noteFault: (kind: string) => void
  readonly faults: ReadonlyMap<string, number>
  readonly say: (step: string) => void
}

const faultChance = 0.35

/** A fault of Connect, of the gateway, of both or of none. */
function nextFault({ seeded, place, noteFault }: Pick<BrowserWorld, 'seeded' | 'place' | 'noteFault'>) {
  const { connect } = place.farSide
  connect.clearFailures()
  if (seeded.chance(faultChance)) {
    const { name, failure } = faultOfConnect(seeded, 'StartTaskContact')
    noteFault(name)
    connect.failNext('StartTaskContact', failure)
  }
  if (!seeded.chance(faultChance)) return undefined
  const fault = seeded.oneOf(gatewayFaults)
  noteFault(fault)
  return fault
}

export async function createBrowserWorld(
  seed: string,
  place: BrowserPlace,
  say: (step: string) => void,
): Promise<BrowserWorld> {
  const { browser, farSide, proxy, origin } = place
  const seeded = createSeeded(seed)
  const faults = new Map<string, number>()
  const noteFault = (kind: string) => {
    faults.set(kind, (faults.get(kind) ?? 0) + 1)
    say(`   fault: ${kind}`)
  }
  farSide.connect.reset()
  await proxy.start()
  place.setFaults(() => nextFault({ seeded, place, noteFault }))
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Europe/London' })
  // The page's time runs normally, and the campaign moves it forward over waits.
  await context.clock.install()
  const typed = new Map<PanelPage, string>()
  const told = new Set<string>()
  let pages: readonly PanelPage[] = []
  let count = 0
  const open = async () => {
    const page = await openPanelPage(context, origin)
    pages = [...pages, page]
    return page
  }
  await open()
  return {
    seed,
    seeded,
    place,
    context,
    pages: () => pages,
    open,
    reload: async (page) => {
      await page.page.reload()
      const again = await panelPageOf(page.page)
      pages = pages.map((each) => (each === page ? again : each))
      const text = typed.get(page)
      typed.delete(page)
      if (text !== undefined) typed.set(again, text)
    },
    closePage: async (page) => {
      pages = pages.filter((each) => each !== page)
      await page.page.close()
    },
    type: async (page) => {
      const text = `Task ${(count += 1)} of ${seed}`
      const replaced = await page.type(text)
      say(replaced === undefined ? '   could not type' : `   ${text} for “${replaced}”`)
      if (replaced === undefined) return
      // The agent has replaced this text, in any tab where it was typed.
      for (const [other, before] of typed) if (before === replaced) typed.delete(other)
      typed.set(page, text)
    },
    texts: () => [...typed.values()],
    told,
    noteCreated: async (page) => {
      for (const id of await page.createdIds()) told.add(id)
    },
    noteFault,
    faults,
    say,
  }
}
