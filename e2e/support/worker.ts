import { test as base } from '@playwright/test'

export interface WorkerFixtures {
  /** Whether tests use one browser context after each other, as they may where nothing of the browser itself is tested. */
  readonly keepsContexts: boolean
  /** The work that a worker does at its end. */
  readonly atEnd: Set<() => Promise<void>>
}

/**
 * All tests have the same fixtures of their worker. Playwright (1.64.1) starts another worker, with another browser, for
 * tests whose worker fixtures or options differ; what differs is therefore shared with `shareInWorker`.
 */
export const test = base.extend<object, WorkerFixtures>({
  keepsContexts: [false, { scope: 'worker', option: true }],
  atEnd: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
    async ({}, provide) => {
      const atEnd = new Set<() => Promise<void>>()
      await provide(atEnd)
      await Promise.all([...atEnd].map((end) => end()))
    },
    { scope: 'worker' },
  ],
})

export interface Started<Thing> {
  readonly thing: Thing
  readonly stop: () => Promise<void>
}

/** How many with different options run at once. Some files change between two of them. */
const mostAtOnce = 3

/**
 * Starts something for the first test that asks for it with these options. It serves the later tests of the worker that ask
 * for the same, and stops at the end of the worker, or earlier if tests have asked for enough others since.
 */
export function shareInWorker<Thing, Options = null>(
  start: (options: Options) => Promise<Started<Thing>>,
): (options: Options, atEnd: WorkerFixtures['atEnd']) => Promise<Thing> {
  const started = new Map<string, Started<Thing>>()

  const stopAll = async () => {
    await Promise.all([...started.values()].map(({ stop }) => stop()))
  }

  return async (options, atEnd) => {
    atEnd.add(stopAll)
    const key = JSON.stringify(options)
    const found = started.get(key) ?? (await start(options))
    // Deleted first, so that the map has it last.
    started.delete(key)
    started.set(key, found)
    const [oldest] = started
    if (oldest && started.size > mostAtOnce) {
      started.delete(oldest[0])
      await oldest[1].stop()
    }
    return found.thing
  }
}
