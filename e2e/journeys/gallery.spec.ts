import { expect, test as base, type Page } from '@playwright/test'
import axe from 'axe-core'
import { build, preview } from 'vite'
import type { GalleryState } from '../../src/gallery/gallery-state.ts'
import { hashOf } from '../../src/gallery/shown-state.ts'
import { stateGroups } from '../../src/gallery/state-groups.ts'
import { complaints } from '../support/soundness.ts'

/** The address of the built gallery. */
interface WorkerFixtures {
  readonly address: string
}

const test = base.extend<object, WorkerFixtures>({
  address: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
    async ({}, provide) => {
      const gallery = { mode: 'gallery', logLevel: 'error' } as const
      await build(gallery)
      const server = await preview({ ...gallery, preview: { port: 0, host: 'localhost' } })
      await provide(server.resolvedUrls?.local[0] ?? '')
      await server.close()
    },
    { scope: 'worker' },
  ],
})

/** The panel beside a narrow CCP by day, and beside one of the usual width by night. */
const screens = [
  { width: 320, theme: 'light' },
  { width: 400, theme: 'dark' },
] as const

/** Some states wait for a second or two before the panel asks again. Meanwhile the others are photographed. */
const tabs = 4

const states = stateGroups.flatMap((group) => group.states)

const nameOfFile = (name: string) => name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')

interface Photographed {
  readonly name: string
  /** Texts that a page translator would break. */
  readonly bareTexts: readonly string[]
  readonly found: {
    readonly width: number
    readonly theme: string
    readonly overflow: number
    readonly complaints: readonly string[]
  }[]
}

async function photograph(page: Page, { name, landmark }: GalleryState): Promise<Photographed> {
  // A low window until then: each step would draw a high one again.
  await page.setViewportSize({ width: 320, height: 480 })
  const hash = hashOf({ name, theme: 'light', language: 'en-GB' })
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  const state = page
    .locator('main[aria-busy="false"]')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(state.getByText(landmark).filter({ visible: true }).first(), name).toBeVisible()
  const found: Photographed['found'] = []
  for (const { width, theme } of screens) {
    // One screen after the other: they share the tab.
    await page.setViewportSize({ width, height: 4_000 })
    await page.evaluate((scheme) => {
      document.documentElement.style.colorScheme = scheme
    }, theme)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    found.push({ width, theme, overflow, complaints: await complaints(page.mainFrame()) })
    const path = test.info().outputPath(`${nameOfFile(name)}-${width}-${theme}.png`)
    await state.screenshot({ path })
  }
  return { name, found, bareTexts: await bareTexts(page) }
}

/**
 * The texts that React owns as nodes, because they have siblings or are all that a component returns. When a page
 * translator has put an element in the place of such a node, React fails to move or remove it.
 */
const bareTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    return roots.flatMap((root) => {
      const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      while (texts.nextNode()) {
        const { currentNode } = texts
        // React (19.3.1) gives its nodes such a property, but not the text that an element has as its only child.
        const isOwned = Object.keys(currentNode).some((key) => key.startsWith('__reactFiber$'))
        if (isOwned) found.push(`${currentNode.parentElement?.innerHTML}`)
      }
      return found
    })
  })

test.describe.configure({ mode: 'default', timeout: 240_000 })

test('every state of the gallery is reached, fits, is accessible and can be translated, at 320 px by day and 400 px by night', async ({
  address,
  context,
}) => {
  const left = states.values()
  const photographed: Photographed[] = []
  async function photographInTab(): Promise<void> {
    const page = await context.newPage()
    await page.goto(`${address}state.html`)
    await page.evaluate(axe.source)
    for (const state of left) {
      // One state after the other: they share the tab.
      photographed.push(await photograph(page, state))
    }
  }
  await Promise.all(Array.from({ length: tabs }, photographInTab))

  const sound = screens.map(({ width, theme }) => ({ width, theme, overflow: 0, complaints: [] }))
  expect(photographed).toHaveLength(states.length)
  expect(photographed).toEqual(photographed.map(({ name }) => ({ name, found: sound, bareTexts: [] })))
})

test('a designer chooses a state, its theme and its width, and finds them again by the address', async ({
  address,
  page,
}) => {
  await page.goto(address)
  await page.getByRole('link', { name: 'Task scheduled' }).click()
  await page.getByLabel('Theme').selectOption('dark')
  await page.getByLabel('Width').selectOption('320')
  const frame = page.getByTitle('Task scheduled')
  await expect(frame.contentFrame().getByRole('heading', { name: 'Task scheduled', level: 3 })).toBeVisible()
  await expect(frame.contentFrame().locator('html')).toHaveCSS('color-scheme', 'dark')
  await expect(frame).toHaveCSS('inline-size', '320px')
  await page.reload()

  await expect(frame.contentFrame().getByRole('heading', { name: 'Task scheduled', level: 3 })).toBeVisible()
  await expect(frame.contentFrame().locator('html')).toHaveCSS('color-scheme', 'dark')
})
