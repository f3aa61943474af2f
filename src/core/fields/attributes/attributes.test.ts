import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeBudget, attributesByteLength, inheritedBeside } from './attribute-budget.ts'
import { attributesField } from './attributes.ts'
import type { Attribute } from './attribute.ts'

const pair = (key: string, value: string): Attribute => ({ key, value })

const attributeIssues = (own: readonly Attribute[], inherited: readonly Attribute[]) =>
  attributesField.issues(
    { attributes: own, link: { type: 'related', contactId: 'c' } },
    {},
    { now: new Date(0), scheduleHorizonDays: 6, linkedContact: { attributes: inherited } },
  )

const attributes = fc.array(fc.record({ key: fc.string(), value: fc.string({ unit: 'binary' }) }))

describe('attributesByteLength', () => {
  it('counts keys and values', () => {
    expect(attributesByteLength([pair('city', 'Köln'), pair('k', '')])).toBe(10)
  })

  it('is the length of all keys and values written one after the other', () => {
    fc.assert(
      fc.property(attributes, (own) => {
        const written = own.map(({ key, value }) => key + value).join('')
        expect(attributesByteLength(own)).toBe(new TextEncoder().encode(written).length)
      }),
    )
  })
})

describe('attributeIssues on size', () => {
  it.each([
    ['ASCII', [pair('k', 'x'.repeat(32_767))]],
    ['é', [pair('ab', 'é'.repeat(16_383))]],
    ['emoji', [pair('abcd', '👍'.repeat(8_191))]],
    ['many pairs', [pair('a', 'é'.repeat(10_000)), pair('b', 'x'.repeat(12_766))]],
  ])('accepts exactly 32,768 bytes of %s', (_, own) => {
    expect(attributesByteLength(own)).toBe(32_768)
    expect(attributeIssues(own, [])).toEqual([])
  })

  it.each([
    ['ASCII', [pair('kk', 'x'.repeat(32_767))]],
    ['é', [pair('abc', 'é'.repeat(16_383))]],
    ['emoji', [pair('abcde', '👍'.repeat(8_191))]],
    ['many pairs', [pair('a', 'é'.repeat(10_000)), pair('b', 'x'.repeat(12_767))]],
  ])('refuses 32,769 bytes of %s and says how much it is', (_, own) => {
    expect(attributeIssues(own, [])).toEqual([
      { field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 },
    ])
  })

  it('refuses a value beyond 32,767 characters at its row', () => {
    expect(attributeIssues([pair('k', 'x'.repeat(32_768))], [])).toContainEqual({
      field: { list: 'attributes', row: 0, member: 'value' },
      code: 'attribute-text-too-long',
      actual: 32_768,
      limit: 32_767,
    })
  })

  it('refuses a key beyond 32,767 characters at its row', () => {
    expect(attributeIssues([pair('k'.repeat(32_768), '')], [])).toEqual([
      {
        field: { list: 'attributes', row: 0, member: 'key' },
        code: 'attribute-text-too-long',
        actual: 32_768,
        limit: 32_767,
      },
    ])
  })

  it('counts what is inherited: the limit is per contact', () => {
    const inherited = [pair('theirs', 'x'.repeat(20_000))]

    expect(attributeIssues([pair('own', 'x'.repeat(12_759))], inherited)).toEqual([])
    expect(attributeIssues([pair('own', 'x'.repeat(12_760))], inherited)).toEqual([
      { field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 },
    ])
  })

  it('does not count an inherited value that the task replaces', () => {
    expect(attributeIssues([pair('k', 'x'.repeat(32_767))], [pair('k', 'y'.repeat(32_767))])).toEqual([])
  })
})

describe('attributeBudget', () => {
  it('tells own from inherited bytes', () => {
    expect(attributeBudget([pair('a', 'é')], [pair('b', '👍')])).toEqual({
      ownBytes: 3,
      inheritedBytes: 5,
      totalBytes: 8,
      limitBytes: 32_768,
    })
  })

  it('lets the own value win over an inherited one with the same key', () => {
    expect(attributeBudget([pair('a', 'x')], [pair('a', 'yyyy'), pair('b', '')])).toMatchObject({
      ownBytes: 2,
      inheritedBytes: 1,
      totalBytes: 3,
    })
  })

  it('measures the merged map of own and inherited attributes', () => {
    const distinct = fc.uniqueArray(
      fc.record({ key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), value: fc.string() }),
      {
        selector: ({ key }) => key,
      },
    )
    fc.assert(
      fc.property(distinct, distinct, (own, inherited) => {
        const merged = new Map([...inherited, ...own].map(({ key, value }) => [key, value]))
        const bytes = attributesByteLength([...merged].map(([key, value]) => ({ key, value })))
        expect(attributeBudget(own, inherited).totalBytes).toBe(bytes)
      }),
    )
  })
})

describe('inheritedBeside', () => {
  it('keeps what the task does not set itself, in its order', () => {
    const inherited = [pair('b', '1'), pair('__proto__', '2'), pair('a', '3')]

    expect(inheritedBeside([pair('b', '')], inherited)).toEqual([pair('__proto__', '2'), pair('a', '3')])
  })

  it('tells keys apart by case', () => {
    expect(inheritedBeside([pair('A', '')], [pair('a', '1')])).toEqual([pair('a', '1')])
  })
})

describe('attributeIssues on keys', () => {
  it.each(['orderId', 'order-id', 'order_id', '7', '-', '_', '__proto__', 'constructor', 'toString'])(
    'accepts the key %j',
    (key) => {
      expect(attributeIssues([pair(key, 'x')], [])).toEqual([])
    },
  )

  it.each(['é', 'a b', ' a', 'a ', 'a.b', '$x', '$.Attributes', 'a:b', 'a\n', '１', 'ß', '👍', '\ud83d'])(
    'refuses the key %j',
    (key) => {
      expect(attributeIssues([pair(key, 'x')], [])).toEqual([
        { field: { list: 'attributes', row: 0, member: 'key' }, code: 'attribute-key-invalid' },
      ])
    },
  )

  it('asks for a key where there is none', () => {
    expect(attributeIssues([pair('', 'x')], [])).toEqual([
      { field: { list: 'attributes', row: 0, member: 'key' }, code: 'attribute-key-missing' },
    ])
  })

  it.each(['a', '__proto__', 'constructor'])('refuses %j the second time, at the second row', (key) => {
    expect(attributeIssues([pair(key, '1'), pair('b', '2'), pair(key, '1')], [])).toEqual([
      { field: { list: 'attributes', row: 2, member: 'key' }, code: 'attribute-key-repeated' },
    ])
  })

  it('does not call missing or refused keys repeated', () => {
    expect(attributeIssues([pair('', '1'), pair('', '2'), pair('é', '3'), pair('é', '4')], [])).toEqual([
      { field: { list: 'attributes', row: 0, member: 'key' }, code: 'attribute-key-missing' },
      { field: { list: 'attributes', row: 1, member: 'key' }, code: 'attribute-key-missing' },
      { field: { list: 'attributes', row: 2, member: 'key' }, code: 'attribute-key-invalid' },
      { field: { list: 'attributes', row: 3, member: 'key' }, code: 'attribute-key-invalid' },
    ])
  })

  it('accepts distinct keys of letters, digits, dash and underscore, and no others', () => {
    const codes = fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }), (key) => {
      const legal = Array.from(key).every((character) =>
        'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.includes(character),
      )
      expect(attributeIssues([pair(key, '')], []).length === 0).toBe(legal)
    })
    fc.assert(codes)
  })
})

describe('attributeIssues on values', () => {
  it.each(['', ' ', 'é', '👍', '"quoted"\n', '$.Attributes.x'])('accepts the value %j', (value) => {
    expect(attributeIssues([pair('k', value)], [])).toEqual([])
  })

  it('refuses half an emoji', () => {
    expect(attributeIssues([pair('a', ''), pair('b', 'x\ud83d')], [])).toEqual([
      { field: { list: 'attributes', row: 1, member: 'value' }, code: 'text-not-unicode' },
    ])
  })
})
