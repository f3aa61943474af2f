import 'fake-indexeddb/auto'
import * as fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { indexedDbChoices } from '../browser-storage/indexed-db-choices.ts'
import { noChoices, recentLimit, withFavourite, withUsed, type ChoiceStore } from './choices.ts'
import { createOwnChoices } from './own-choices.ts'

const ana = { issuer: 'https://login.example.com', subject: 'ana' }
const ben = { ...ana, subject: 'ben' }

const dayMs = 24 * 3_600_000

let databases = 0

/** A browser that has kept nothing yet. */
function newBrowser() {
  databases += 1
  const database = `choices-test-${databases}`
  let nowMs = 0
  const open = (): ChoiceStore => indexedDbChoices(() => nowMs, database)
  return {
    open,
    wait: (ms: number) => {
      nowMs += ms
    },
    stored: (account: typeof ana) => open().change(account, (stored) => stored),
  }
}

describe('withUsed()', () => {
  it('keeps the last 20 destinations, each once, the latest first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 40 }).map(String), { maxLength: 100 }), (used) => {
        const { recent } = used.reduce(withUsed, noChoices)
        expect(recent).toEqual([...new Set(used.toReversed())].slice(0, recentLimit))
      }),
    )
  })
})

describe('withFavourite()', () => {
  it('adds a favourite once, and takes it away', () => {
    const twice = withFavourite(withFavourite(noChoices, 'flow:a', true), 'flow:a', true)
    expect(twice.favourites).toEqual(['flow:a'])
    expect(withFavourite(twice, 'flow:a', false)).toEqual(noChoices)
  })
})

describe('the choices of an agent', () => {
  it('outlive the page, for this account alone', async () => {
    const browser = newBrowser()
    const choices = createOwnChoices(browser.open())
    choices.open(ana, 'no-attribute-values')
    choices.noteUsed('flow:a')
    choices.setFavourite('flow:b', true)

    await expect.poll(() => browser.stored(ana)).toEqual({ recent: ['flow:a'], favourites: ['flow:b'] })
    expect(await browser.stored(ben)).toEqual(noChoices)
    const later = createOwnChoices(browser.open())
    later.open(ana, 'everything')
    await expect.poll(later.getSnapshot).toEqual({ recent: ['flow:a'], favourites: ['flow:b'] })
  })

  it('of two windows are added to each other', async () => {
    const browser = newBrowser()
    const [one, other] = [createOwnChoices(browser.open()), createOwnChoices(browser.open())]
    for (const each of [one, other]) each.open(ana, 'everything')
    one.noteUsed('flow:a')
    await expect.poll(async () => (await browser.stored(ana)).recent).toEqual(['flow:a'])
    other.noteUsed('flow:b')
    await expect.poll(other.getSnapshot).toMatchObject({ recent: ['flow:b', 'flow:a'] })
  })

  it('are deleted from the browser where the policy keeps nothing in it', async () => {
    const browser = newBrowser()
    await browser.open().change(ana, (stored) => withUsed(stored, 'flow:a'))
    const choices = createOwnChoices(browser.open())
    choices.open(ana, 'nothing')
    choices.noteUsed('flow:b')

    await expect.poll(() => browser.stored(ana)).toEqual(noChoices)
    expect(choices.getSnapshot().recent).toEqual(['flow:b'])
  })

  it('are hidden from the next agent, also when they are read late', async () => {
    let answer: (() => void) | undefined
    const slow: ChoiceStore = {
      change: () =>
        new Promise((resolve) => {
          answer = () => resolve({ recent: ['flow:a'], favourites: [] })
        }),
      forget: vi.fn<ChoiceStore['forget']>(),
    }
    const choices = createOwnChoices(slow)
    choices.open(ana, 'everything')
    choices.clear()
    answer?.()
    await Promise.resolve()
    await Promise.resolve()
    expect(choices.getSnapshot()).toEqual(noChoices)
  })

  it('stay in memory if the browser stores nothing', async () => {
    const failing: ChoiceStore = {
      change: () => Promise.reject(new Error('No storage.')),
      forget: () => Promise.reject(new Error('No storage.')),
    }
    const choices = createOwnChoices(failing)
    choices.open(ana, 'everything')
    choices.noteUsed('flow:a')
    await Promise.resolve()
    expect(choices.getSnapshot().recent).toEqual(['flow:a'])
  })

  it('of an agent who has not come for 90 days are deleted', async () => {
    const browser = newBrowser()
    await browser.open().change(ana, (stored) => withUsed(stored, 'flow:a'))
    browser.wait(89 * dayMs)
    await browser.open().change(ben, (stored) => stored)
    browser.wait(dayMs)
    await browser.open().change(ben, (stored) => stored)
    await expect.poll(() => browser.stored(ana)).toEqual(noChoices)
  })
})
