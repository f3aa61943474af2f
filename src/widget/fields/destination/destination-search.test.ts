import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noChoices, type Choices } from '../../../drafts/choices/choices.ts'
import { createDestinationSearch, entryNamed } from './destination-search.ts'
import type { DestinationEntry, DestinationKind } from './destination-entry.ts'
import { numberForms } from '../../../core/text/number-forms.ts'
import { foldText } from './fold-text.ts'

const entry = (name: string, kind: DestinationKind = 'flow', key = `${kind}:${name}`): DestinationEntry => ({
  key,
  name,
  kind,
})

const kindNames = { self: 'Myself', person: 'Person', queue: 'Queue', flow: 'Flow', form: 'Form' } as const

const kindsBesides = {
  self: 'agent',
  person: 'quick connect agent',
  queue: 'quick connect',
  flow: 'contact flow',
  form: 'task template',
} as const

const searchIn = (entries: readonly DestinationEntry[], choices: Choices = noChoices) =>
  createDestinationSearch({ entries, choices, kindNames, kindsBesides })

/** The names that an agent sees after typing a text. */
const found = (text: string, ...names: readonly string[]) =>
  searchIn(names.map((name) => entry(name)))(text).map(({ name }) => name)

const anyName = fc.oneof(
  fc.constantFrom(
    'Zoë',
    'Straße',
    'Łukasz Øst',
    'İzmir',
    '退款 审批',
    'Tier-2 (EU)',
    'Back office',
    'ΟΔΟΣ',
    '🙂 care',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter((name) => foldText(name) !== ''),
)

const anyEntries = fc
  .array(fc.tuple(anyName, fc.constantFrom('person', 'queue', 'flow'), fc.boolean()), { maxLength: 30 })
  .map((rows) =>
    rows.map(([name, kind, isSelf], index) =>
      entry(name, isSelf && index === 0 ? 'self' : kind, `key-${index}`),
    ),
  )

const anyChoices = fc.record({
  recent: fc.uniqueArray(
    fc.nat({ max: 40 }).map((index) => `key-${index}`),
    { maxLength: 20 },
  ),
  favourites: fc.uniqueArray(
    fc.nat({ max: 40 }).map((index) => `key-${index}`),
    { maxLength: 10 },
  ),
})

describe('a search for destinations', () => {
  it('puts the whole name before its beginning, the beginning of a word, and the inside of a word', () => {
    expect(found('refund', 'A prerefund', 'EU refunds', 'Refunds', 'Refund', 'Billing')).toEqual([
      'Refund',
      'Refunds',
      'EU refunds',
      'A prerefund',
    ])
  })

  it('puts a name that begins with the whole word before longer words', () => {
    expect(found('refund', 'Refunds: approval', 'Refunds: callback', 'Refund request')).toEqual([
      'Refund request',
      'Refunds: approval',
      'Refunds: callback',
    ])
  })

  it('finds “Refund request” for “refunds”, after the names that have the word as it was typed', () => {
    expect(found('refunds', 'Refund request', 'Refundable', 'EU refunds', 'Refunds')).toEqual([
      'Refunds',
      'EU refunds',
      'Refund request',
    ])
    expect(found('delivery', 'Late deliveries')).toEqual(['Late deliveries'])
  })

  it('takes words in any order', () => {
    expect(found('appr ref', 'Refund approvals', 'Refund', 'Approve the referral')).toEqual([
      'Refund approvals',
      'Approve the referral',
    ])
  })

  it('finds the beginning of a word after a sign', () => {
    expect(found('tier', 'Frontier', 'CS_Tier-2')).toEqual(['CS_Tier-2', 'Frontier'])
    expect(found('(eu', 'Europe', 'Care (EU)')).toEqual(['Care (EU)'])
  })

  it.each([
    ['zoe', 'Zoë Hall'],
    ['MÜLLER', 'muller'],
    ['strasse', 'Straße'],
    ['lukasz', 'Łukasz'],
    ['istanbul', 'İstanbul'],
    ['审批', '退款审批'],
    ['退款', '退款审批'],
    ['コール', 'ｺｰﾙバック'],
    ['한', '한국어'],
    ['🙂', 'Care 🙂'],
  ])('finds with “%s” the name “%s”', (text, name) => {
    expect(found(text, 'Other', name)).toEqual([name])
  })

  it('finds the agent by "Myself" too, and first among equals', () => {
    const entries = [entry('Ana Berg', 'person'), entry('Ana Ruiz', 'self')]
    expect(searchIn(entries)('my').map(({ name }) => name)).toEqual(['Ana Ruiz'])
    expect(searchIn(entries)('ana').map(({ name }) => name)).toEqual(['Ana Ruiz', 'Ana Berg'])
  })

  it('puts favourites and then recently used entries before others of the same rank', () => {
    const entries = ['Call A', 'Call B', 'Call C', 'Call D', 'Call E'].map((name) => entry(name))
    const choices = { recent: ['flow:Call D', 'flow:Call C'], favourites: ['flow:Call E'] }
    const order = ['Call E', 'Call D', 'Call C', 'Call A', 'Call B']
    expect(searchIn(entries, choices)('call').map(({ name }) => name)).toEqual(order)
    expect(searchIn(entries, choices)('').map(({ name }) => name)).toEqual(order)
    expect(searchIn(entries, choices)('call a')[0]?.name).toBe('Call A')
  })

  it('finds each entry by each beginning of its name, and once', () => {
    fc.assert(
      fc.property(anyEntries, anyChoices, fc.nat(), fc.nat(), (entries, choices, which, length) => {
        fc.pre(entries.length > 0)
        const wanted = entries[which % entries.length]
        const letters = Array.from(foldText(wanted?.name ?? ''))
        const text = letters.slice(0, 1 + (length % letters.length)).join('')
        const result = searchIn(entries, choices)(text)
        expect(result.filter((each) => each === wanted)).toHaveLength(1)
        expect(new Set(result).size).toBe(result.length)
      }),
    )
  })

  it('finds a name by its words in any order and any case', () => {
    fc.assert(
      fc.property(anyEntries, fc.nat(), fc.boolean(), (entries, which, isUpper) => {
        fc.pre(entries.length > 0)
        const wanted = entries[which % entries.length]
        const words = (wanted?.name ?? '').split(/\s+/).toReversed().join('  ')
        const text = isUpper ? words.toUpperCase() : words.toLowerCase()
        expect(searchIn(entries)(text)).toContain(wanted)
      }),
    )
  })

  it('finds the forms by the word “form”, alone or beside a word of the name', () => {
    const entries = [
      entry('Complaints: approval'),
      entry('Address form check'),
      entry('Complaint', 'form'),
      entry('Refund request', 'form'),
    ]
    const names = (text: string) => searchIn(entries)(text).map(({ name }) => name)
    expect(names('form')).toEqual(['Address form check', 'Complaint', 'Refund request'])
    expect(names('compl form')).toEqual(['Complaint'])
    expect(names('forms')).toEqual(['Address form check', 'Complaint', 'Refund request'])
    expect(names('FLOW app')).toEqual(['Complaints: approval'])
    expect(names('orm')).toEqual(['Address form check'])
  })

  it('finds people and queues by “quick connect”, and forms by “task template”, as Amazon Connect names them', () => {
    const entries = [
      entry('Ana Ruiz', 'self'),
      entry('Ben Okafor', 'person'),
      entry('Billing', 'queue'),
      entry('Refunds'),
      entry('Refund request', 'form'),
    ]
    const names = (text: string) => searchIn(entries)(text).map(({ name }) => name)
    expect(names('quick connect')).toEqual(['Ben Okafor', 'Billing'])
    expect(names('contact flow')).toEqual(['Refunds'])
    expect(names('task template')).toEqual(['Refund request'])
    expect(names('agent')).toEqual(['Ana Ruiz', 'Ben Okafor'])
  })

  it('finds only entries whose name, or the word for what they are, has every word of the text', () => {
    fc.assert(
      fc.property(anyEntries, anyName, (entries, text) => {
        const words = foldText(text).split(' ')
        for (const { name, kind } of searchIn(entries)(text)) {
          const names = [name, ...(kind === 'self' ? ['Myself'] : [])].map(foldText)
          const kindWords = foldText(`${kindNames[kind]} ${kindsBesides[kind]}`).split(' ')
          const isKind = (word: string) => kindWords.some((each) => each.startsWith(word))
          const isFound = (word: string) => names.some((each) => each.includes(word)) || isKind(word)
          expect(words.every((word) => [word, ...numberForms(word)].some(isFound))).toBe(true)
        }
      }),
    )
  })

  it('finds less or the same when a letter is added', () => {
    fc.assert(
      fc.property(
        anyEntries,
        fc.string({ maxLength: 5 }),
        fc.string({ maxLength: 1 }),
        (entries, text, more) => {
          fc.pre(foldText(text) !== '')
          // "Querie" finds no "query", and "queries" does.
          fc.pre(
            foldText(text + more)
              .split(' ')
              .flatMap(numberForms).length === 0,
          )
          const before = new Set(searchIn(entries)(text))
          expect(searchIn(entries)(text + more).filter((each) => !before.has(each))).toEqual([])
        },
      ),
    )
  })

  it('keeps the order of equals, also with old choices that no longer exist', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), anyName, anyChoices, (count, name, choices) => {
        const entries = Array.from({ length: count }, (_, index) => entry(name, 'flow', `other-${index}`))
        expect(searchIn(entries, choices)(name)).toEqual(entries)
      }),
    )
  })
})

describe('entryNamed()', () => {
  it('finds the one entry with a whole name', () => {
    expect(entryNamed([entry('Zoë'), entry('Zoë Hall')], ' zoe ')?.name).toBe('Zoë')
  })

  it('finds none where two have the name, or for a part of it', () => {
    expect(entryNamed([entry('Zoe', 'flow', '1'), entry('Zoë', 'person', '2')], 'zoe')).toBeUndefined()
    expect(entryNamed([entry('Zoe')], 'zo')).toBeUndefined()
    expect(entryNamed([entry('Zoe')], '')).toBeUndefined()
  })
})
