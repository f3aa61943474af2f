import type { Step } from '../steps/step.ts'
import type { BrowserWorld } from './browser-world.ts'
import type { PanelPage } from './panel-page.ts'

/** How far a step moves the clock of a page: longer than most waits of the panel. */
export const jumpMs = 5_000

/** The steps that the agent can take on a page now. */
async function agentSteps(world: BrowserWorld, page: PanelPage): Promise<readonly Step[]> {
  const text = await page.editableText()
  const press = (each: PanelPage) => each.press(() => world.noteCreated(each))
  return [
    ...(text === undefined
      ? []
      : [{ weight: text === '' ? 15 : 2, name: 'types', run: () => world.type(page) }]),
    { weight: 6, name: 'presses', run: async () => world.say(`   ${await press(page)}`) },
    { weight: 1, name: 'edits on', run: async () => void (await page.editOn()) },
    {
      weight: 1,
      name: 'presses in all tabs',
      run: async () => void (await Promise.all(world.pages().map(press))),
    },
    { weight: 2, name: 'waits', run: () => page.page.clock.fastForward(jumpMs) },
  ]
}

/** The steps that can happen to the pages. Without a proxy no page can be loaded. */
function pageSteps(world: BrowserWorld, page: PanelPage, isReachable: boolean): readonly Step[] {
  const pages = world.pages()
  const steps: Step[] = []
  if (isReachable) {
    steps.push({
      weight: 1,
      name: 'reloads',
      run: async () => {
        world.noteFault('page reloaded')
        await world.reload(page)
      },
    })
    if (pages.length < 2)
      steps.push({ weight: 1, name: 'opens another tab', run: async () => void (await world.open()) })
  }
  if (pages.length > 1)
    steps.push({
      weight: 0.7,
      name: 'closes a tab',
      run: async () => {
        world.noteFault('page closed')
        await world.closePage(page)
      },
    })
  return steps
}

/** The network and the proxy of one run. */
export function createSurroundings({ context, place, noteFault }: BrowserWorld) {
  const { proxy } = place
  let isOffline = false
  let hasLostMemory = false
  return {
    isReachable: () => !isOffline && proxy.isUp(),
    /** The proxy was killed and has lost its memory. */
    hasLostMemory: () => hasLostMemory,
    steps: (): readonly Step[] => [
      {
        weight: isOffline ? 2 : 0.6,
        name: isOffline ? 'is online again' : 'is offline',
        run: async () => {
          if (!isOffline) noteFault('network dropped')
          isOffline = !isOffline
          await context.setOffline(isOffline)
        },
      },
      {
        weight: proxy.isUp() ? 0.2 : 2,
        name: proxy.isUp() ? 'sees the proxy killed' : 'sees the proxy started again',
        run: async () => {
          if (!proxy.isUp()) return proxy.start()
          noteFault('proxy killed with its memory')
          hasLostMemory = true
          return proxy.kill()
        },
      },
    ],
    /** Ends all faults. */
    mend: async () => {
      isOffline = false
      await context.setOffline(false)
      await proxy.start()
    },
  }
}

export const stepsOn = async (
  world: BrowserWorld,
  page: PanelPage,
  surroundings: ReturnType<typeof createSurroundings>,
): Promise<readonly Step[]> => [
  ...(await agentSteps(world, page)),
  ...pageSteps(world, page, surroundings.isReachable()),
  ...surroundings.steps(),
]
