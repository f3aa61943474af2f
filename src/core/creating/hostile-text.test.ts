import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsedDuring } from '../../proxy/harness/parsed-texts-harness.ts'
import { fieldRulesMistakes } from '../task/task-rules.ts'
import type { FieldRules, TaskRequest } from '../task/task-parts.ts'
import { knownInheritance } from '../fields/attributes/inherited-attributes.ts'
import { referenceTypes } from '../fields/references/reference.ts'
import { checkTask } from './check-task.ts'
import { hostOfWebAddress } from '../fields/references/kinds/web-address.ts'

const bodyByteLimit = 640 * 1_024

/** A text that begins like a valid one and is then very long. */
const hostileText = fc
  .tuple(
    fc.constantFrom('', 'https://', 'http://a@', 'https://example.com/', 'a@', '1', '2026-10-01T12:00:00.'),
    fc.oneof(
      fc.constantFrom('a', '0', '.', '-', '@', ':', ' ', '漢', '\u0301', '👍', '\ud83d', '%e4', 'a.', 'é-'),
      fc.string({ minLength: 1, maxLength: 500, unit: 'binary' }),
    ),
    fc.integer({ min: 200, max: bodyByteLimit }),
    fc.constantFrom('', 'Z', '.example/', '@example.com', ':443/'),
  )
  .map(([start, unit, units, end]) => `${start}${unit.repeat(Math.ceil(units / unit.length))}${end}`)

const hostileReference = fc.record({
  name: fc.oneof(hostileText, fc.constantFrom('', 'Order')),
  type: fc.constantFrom(...referenceTypes),
  value: hostileText,
})

const hostileRequest: fc.Arbitrary<TaskRequest> = fc.record({
  name: hostileText,
  description: hostileText,
  references: fc.array(hostileReference, { maxLength: 3 }),
  attributes: fc.array(fc.record({ key: hostileText, value: hostileText }), { maxLength: 3 }),
})

const rules: FieldRules = { references: { urlHosts: ['example.com'], byName: { Order: { type: 'URL' } } } }
const circumstances = { now: new Date('2026-07-27T12:00:00Z'), scheduleHorizonDays: 6, fieldRules: rules }

const dated: typeof circumstances = {
  ...circumstances,
  fieldRules: { references: { byName: { Due: { type: 'DATE', isRequired: true } } } },
}

const hostIn = (address: string) =>
  /^https?:\/\/(?:[^/?#]*@)?([^/?#@]*?)(?::\d*)?(?:[/?#]|$)/i.exec(address)?.[1]

/** 253 octets of a host with its last dot; the longest reference; an instant to the millisecond. */
async function expectBounded(work: () => unknown) {
  const { addresses, times } = await parsedDuring(work)
  for (const address of addresses) {
    expect(address.length).toBeLessThanOrEqual(8_192)
    expect(hostIn(address)?.length).toBeLessThanOrEqual(254)
  }
  for (const time of times) expect(time.length).toBeLessThanOrEqual(29)
}

// On a busy machine 60 runs take longer than the default timeout.
describe('a text that is far too long', () => {
  it('reaches no parser, in any field of a request', async () => {
    await fc.assert(
      fc.asyncProperty(hostileRequest, (request) => expectBounded(() => checkTask(request, circumstances))),
      { numRuns: 60 },
    )
  }, 60_000)

  it('reaches no parser, in any field of a rule', async () => {
    await fc.assert(
      fc.asyncProperty(hostileReference, hostileText, ({ name, type, value }, host) => {
        const hostile: FieldRules = {
          name: { default: value },
          references: { urlHosts: [host], byName: { [name]: { type, default: value, isLocked: true } } },
          attributes: { byKey: { [name]: { default: value } } },
        }
        return expectBounded(() => fieldRulesMistakes(hostile))
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  it.each(['URL', 'NUMBER', 'STRING', 'DATE', 'EMAIL'] as const)('is called too long in a %s', (type) => {
    const value = `https://${'漢'.repeat(200_000)}.example/`
    const check = checkTask(
      { name: 'n', references: [{ name: 'n', type, value }], attributes: [] },
      circumstances,
    )

    expect(check).toMatchObject({
      issues: expect.arrayContaining([
        {
          field: { list: 'references', row: 0, member: 'value' },
          code: 'reference-text-too-long',
          actual: 200_017,
          limit: 4_096,
        },
        { field: 'references', code: 'references-too-large', actual: 600_018, limit: 4_096 },
      ]),
    })
  })
})

describe('a text that is not too long', () => {
  it('reaches the parsers, so that these tests see what does', async () => {
    const { addresses, times } = await parsedDuring(() =>
      checkTask(
        {
          name: 'n',
          references: [
            { name: 'Order', type: 'URL', value: 'https://example.com/1' },
            { name: 'Due', type: 'DATE', value: `2026-10-01T12:00:00.${'0'.repeat(1_000)}Z` },
          ],
          attributes: [],
        },
        circumstances,
      ),
    )

    expect(addresses).toContain('https://example.com/1')
    expect(times).toContain('2026-10-01T12:00:00.000Z')
  })
})

describe('references that are too large together', () => {
  it('are not parsed one by one', async () => {
    const references = Array.from({ length: 200 }, (_, index) => ({
      name: `n${index}`,
      type: 'URL' as const,
      value: `https://elsewhere.example/${index}`,
    }))
    const { addresses } = await parsedDuring(() =>
      checkTask({ name: 'n', references, attributes: [] }, circumstances),
    )

    expect(addresses).toEqual([])
  })
})

describe('a value that is parsed', () => {
  it('is parsed once, for the value, for its rule and for the size of all references', async () => {
    const due = '2026-10-01T12:00:00Z'
    const { times } = await parsedDuring(() =>
      checkTask(
        { name: 'n', references: [{ name: 'Due', type: 'DATE', value: due }], attributes: [] },
        dated,
      ),
    )

    expect(times).toEqual([due])
  })

  it('is parsed once, if it is an address', async () => {
    const order = 'https://elsewhere.example/1'
    const { addresses } = await parsedDuring(() =>
      checkTask(
        { name: 'n', references: [{ name: 'Own', type: 'URL', value: order }], attributes: [] },
        circumstances,
      ),
    )

    expect(addresses).toEqual([order])
  })

  it('is parsed once for all tasks, if it is the default of a rule', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `Order ${index}`)
    const rule = { type: 'URL', default: 'https://example.com/', isLocked: true } as const
    const byName = Object.fromEntries(names.map((name) => [name, rule]))
    const fieldRules: FieldRules = { references: { urlHosts: ['*.com'], byName } }
    const check = () =>
      checkTask({ name: 'n', references: [], attributes: [] }, { ...circumstances, fieldRules })
    // For the rule of each name, and for the reference that each task has under that name.
    const { addresses: first } = await parsedDuring(check)
    const { addresses: second } = await parsedDuring(check)

    expect(first).toHaveLength(50 + 50)
    expect(second).toHaveLength(50)
  })

  it('has all references of the task within their limit of bytes', async () => {
    const ideographs = Array.from({ length: 200 }, (_, index) => String.fromCharCode(0x4e_00 + index)).join(
      '',
    )
    const host = `${ideographs.slice(0, 59)}.${ideographs.slice(59, 118)}.${ideographs.slice(118, 177)}`
    const references = Array.from({ length: 20 }, (_, index) => ({
      name: `n${index}`,
      type: 'URL' as const,
      value: `https://${host}.example/`,
    }))
    const { addresses } = await parsedDuring(() =>
      checkTask({ name: 'n', references, attributes: [] }, circumstances),
    )

    expect(addresses).toEqual([])
  })
})

describe('the host of a web address', () => {
  const label = `${'a'.repeat(49)}.`

  it.each([
    [`https://${label.repeat(5)}abc/`, 253],
    [`https://user:secret@${label.repeat(5)}abc:8443/`, 253],
    [`https://${label.repeat(5)}abc./`, 254],
    [`https://${'a'.repeat(63)}.com/`, 67],
    // 40 letters that are typed as 80 characters, and 35 that are escaped as 210.
    [`https://${'e\u0301'.repeat(40)}.com/`, 50],
    [`https://${'%C3%A9'.repeat(35)}.com/`, 45],
  ])('may be what DNS allows: %s', (address, length) => {
    expect(hostOfWebAddress(address)).toHaveLength(length)
  })

  it.each([
    `https://${label.repeat(5)}abcd/`,
    `https://user@${label.repeat(5)}abcd/`,
    `https://${'a'.repeat(64)}.example/`,
    `https://${'漢'.repeat(60)}.example/`,
    // A label of 64 letters before another script's dot.
    `https://${'a'.repeat(64)}。example/`,
    // 150 ideographs, which are more than 253 octets in ASCII.
    `https://${'漢字仮名交り文.'.repeat(20)}example/`,
  ])('may not be longer: %s', (address) => {
    expect(hostOfWebAddress(address)).toBeUndefined()
  })
})

describe('attributes that a rule hides', () => {
  it('are found by their keys', () => {
    const [shown, hidden] = [
      { key: 'shown', value: 'v' },
      { key: 'hidden', value: 'v' },
    ]

    expect(
      knownInheritance([shown, hidden, hidden], { attributes: { byKey: { hidden: { isHidden: true } } } })
        .attributes,
    ).toEqual([shown])
  })
})
