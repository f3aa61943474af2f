import { expect, test as base, type BrowserContext, type Locator, type Page } from '@playwright/test'
import axe from 'axe-core'
import { build, preview } from 'vite'
import type { GalleryState } from '../../src/gallery/gallery-state.ts'
import { hashOf } from '../../src/gallery/shown-state.ts'
import { stateGroups } from '../../src/gallery/state-groups.ts'
import { rightToLeft } from '../../src/i18n/pseudo/alphabets.ts'
import { footFaults } from '../support/foot-faults.ts'
import { poorWords, type PoorWords } from '../support/poor-words.ts'
import { smallTargets } from '../support/small-targets.ts'
import { colourComplaints, complaints, drawnComplaints } from '../support/soundness.ts'
import { translationFaults, type TranslationFaults } from '../support/translated-look.ts'

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

/** At 320 px in the light theme and with forced colours, and at the usual width in the dark theme. */
const screens = [
  { width: 320, theme: 'light' },
  { width: 320, theme: 'forced colours' },
  { width: 400, theme: 'dark' },
] as const

/**
 * The checks for each screen. The second screen differs from the first only in colours, the third only in colours and sizes.
 */
const judgements = { light: complaints, 'forced colours': colourComplaints, dark: drawnComplaints } as const

/** Windows of the panel's smallest and usual widths. */
const windows = [
  { width: 320, height: 560 },
  { width: 400, height: 760 },
] as const

/** Several tabs, because some states wait a second or two before the panel asks again. */
const tabs = 4

/** The agent's press opens a question above the fields that it is about, so that they stay in view. */
const questionsAboveFields: readonly string[] = ['A preset would replace what is typed']

/** `PHOTOGRAPHS=yes` also writes a picture of each state on each screen, for people. They cost a quarter of the time. */
const takesPhotographs = process.env['PHOTOGRAPHS'] === 'yes'

const states = stateGroups.flatMap((group) => group.states)

const nameOfFile = (name: string) => name.toLowerCase().replaceAll(/[^a-z\d]+/g, '-')

interface Examined extends PoorWords {
  readonly name: string
  /** Texts that a page translator would break. */
  readonly bareTexts: readonly string[]
  /** The distance from the top of the panel to the first field, for each screen. Undefined in a state without the field. */
  readonly firstFieldTops: (number | undefined)[]
  /** The place of the Create button in each window. Undefined in a state that does not show it. */
  readonly buttonPlaces: (string | undefined)[]
  /** What is wrong with the foot, in one of the windows. */
  readonly footFaults: readonly string[]
  /** Controls that are too small, at the smaller width. */
  readonly smallTargets: readonly string[]
  /** Faults in a right-to-left language with longer words, at the smaller width. */
  readonly translation: TranslationFaults
  readonly found: {
    readonly width: number
    readonly theme: string
    readonly overflow: number
    readonly complaints: readonly string[]
  }[]
}

/** Shows a state, and waits until the agent's steps are done. */
async function reach(page: Page, name: string, language: string): Promise<Locator> {
  const hash = hashOf({ name, theme: 'light', language })
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  const state = page
    .locator('main[aria-busy="false"]')
    .filter({ has: page.getByRole('heading', { name, exact: true }) })
  await state.waitFor()
  return state
}

async function examine(page: Page, { name, landmark }: GalleryState): Promise<Examined> {
  // A low window during the steps, because a high one takes longer to render at each step.
  await page.setViewportSize({ width: 320, height: 480 })
  const state = await reach(page, name, 'en-GB')
  await expect(state.getByText(landmark).filter({ visible: true }).first(), name).toBeVisible()
  const targets = await smallTargets(page)
  const words = await poorWords(page)
  const buttonPlaces: Examined['buttonPlaces'] = []
  const foot: string[] = []
  for (const size of windows) {
    // Sequential, because the windows share the tab.
    await page.setViewportSize(size)
    buttonPlaces.push(await buttonPlaceOf(page))
    foot.push(...(await footFaults(page)))
  }
  const found: Examined['found'] = []
  const firstFieldTops: Examined['firstFieldTops'] = []
  for (const { width, theme } of screens) {
    // Sequential, because the screens share the tab.
    await page.setViewportSize({ width, height: 4_000 })
    await page.emulateMedia({ forcedColors: theme === 'forced colours' ? 'active' : 'none' })
    await page.evaluate(
      (scheme) => {
        document.documentElement.style.colorScheme = scheme
      },
      theme === 'dark' ? 'dark' : 'light',
    )
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    firstFieldTops.push(await firstFieldTopOf(page))
    found.push({ width, theme, overflow, complaints: await judgements[theme](page.mainFrame()) })
    if (takesPhotographs) {
      const path = test.info().outputPath(`${nameOfFile(`${name}-${width}-${theme}`)}.png`)
      await state.screenshot({ path })
    }
  }
  return {
    name,
    buttonPlaces,
    firstFieldTops,
    found,
    bareTexts: await bareTexts(page),
    footFaults: foot,
    smallTargets: targets,
    ...words,
    // Last, because the panel stays in that language.
    translation: await translate(page, name),
  }
}

/**
 * Changes the language of the open panel, which is faster than repeating the agent's steps. If the panel still has words from
 * before the change, such as a complaint, it is opened again.
 */
async function translate(page: Page, name: string): Promise<TranslationFaults> {
  await page.setViewportSize({ width: 320, height: 760 })
  if ((await page.locator('.tl-panel[lang]').count()) > 0) {
    const state = await reach(page, name, rightToLeft.language)
    await page.locator(`.tl-panel[lang="${rightToLeft.language}"]`).first().waitFor()
    await settle(state)
    const faults = await translationFaults(page)
    if (faults.untranslated.length === 0) return faults
  }
  await page.evaluate(() => {
    location.hash = 'name='
  })
  await settle(await reach(page, name, rightToLeft.language))
  return translationFaults(page)
}

/** Waits until late parts have been rendered: until two looks in a row are the same. */
async function settle(state: Locator): Promise<void> {
  let before = ''
  await expect(async () => {
    const text = await state.innerText()
    const isSame = text === before
    before = text
    expect(isSame).toBe(true)
  }).toPass({ intervals: [100] })
}

const firstFieldTopOf = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const [panel, field] = ['.tl-panel', '[name="name"]'].map((found) => roots[0]?.querySelector(found))
    return panel && field ? field.getBoundingClientRect().top - panel.getBoundingClientRect().top : undefined
  })

const buttonPlaceOf = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])
    const button = roots[0]?.querySelector('[part~="submit"]')
    // A question has its place.
    if (!button?.checkVisibility({ visibilityProperty: true })) return undefined
    const place = button.getBoundingClientRect()
    const edges = [place.left, place.right, place.top, place.bottom]
    return edges.map((edge) => Math.round(edge)).join()
  })

/**
 * Texts that are DOM nodes of React, because they have siblings or are all that a component returns. If a page translator
 * replaces such a node with an element, React fails to move or remove it.
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

/** Visits all states in a few tabs. */
async function inTabs(
  context: BrowserContext,
  address: string,
  visit: (page: Page, state: GalleryState) => Promise<void>,
): Promise<void> {
  const left = states.values()
  const inTab = async () => {
    const page = await context.newPage()
    await page.goto(`${address}state.html`)
    await page.evaluate(axe.source)
    // Sequential, because the states share the tab. In a step, because otherwise Playwright (1.64.1) searches all earlier
    // actions for the step of each action.
    for (const state of left) await test.step(state.name, () => visit(page, state))
  }
  await Promise.all(Array.from({ length: tabs }, inTab))
}

test.describe.configure({ mode: 'default', timeout: 600_000 })

test('every state of the gallery is reached, fits, is accessible, easy to hit, says nothing twice and loses no text when a page or the panel is translated, by day, by night and in forced colours', async ({
  address,
  context,
}) => {
  const examined: Examined[] = []
  await inTabs(context, address, async (page, state) => {
    examined.push(await examine(page, state))
  })

  const sound = screens.map(({ width, theme }) => ({ width, theme, overflow: 0, complaints: [] }))
  expect(examined).toHaveLength(states.length)
  expect(examined).toEqual(
    examined.map(({ name, buttonPlaces, firstFieldTops }) => ({
      name,
      buttonPlaces,
      firstFieldTops,
      found: sound,
      bareTexts: [],
      footFaults: [],
      smallTargets: [],
      saidTwice: [],
      rawValues: [],
      translation: { untranslated: [], cut: [], outside: [], unmirrored: [] },
    })),
  )
  // The panel may show many texts, but none may move the first field down.
  const usual = examined.find(({ name }) => name === 'Empty, on a call')?.firstFieldTops ?? []
  const moved = examined.filter(({ firstFieldTops }) =>
    firstFieldTops.some((top, screen) => top !== undefined && top !== usual[screen]),
  )
  expect(moved.map(({ name }) => name)).toEqual(questionsAboveFields)
  // The button is in view and never moves.
  const buttons = examined.flatMap(({ name, buttonPlaces }) =>
    buttonPlaces.flatMap((place, index) => (place === undefined ? [] : { name, index, place })),
  )
  const usualPlaces = examined.find(({ name }) => name === 'Empty, on a call')?.buttonPlaces ?? []
  expect(buttons.filter(({ index, place }) => place !== usualPlaces[index])).toEqual([])
})

test('a designer chooses a state, its theme and its width, and finds them again by the address', async ({
  address,
  page,
}) => {
  await page.goto(address)
  await page.getByRole('link', { name: 'Task scheduled', exact: true }).click()
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
