import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptFor, draftToken, isUncertain, withoutUncertain, withUncertain } from './attempt.ts'
import { clientTokenLimit } from './limits.ts'
import type { TaskRequest } from '../task/task-parts.ts'

const request: TaskRequest = {
  name: 'Call back',
  description: 'About the refund',
  destination: { type: 'flow', flowId: 'f' },
  link: { type: 'related', contactId: 'c' },
  references: [{ name: 'Order', type: 'NUMBER', value: '42' }],
  attributes: [{ key: 'orderId', value: '42' }],
  scheduledTime: new Date('2026-11-22T09:00:00Z'),
  expiryMinutes: 60,
}

const first = attemptFor(request, [], () => 'first')

describe('attemptFor', () => {
  it('gives a first attempt a new token', () => {
    expect(first).toEqual({ clientToken: 'first', request })
  })

  it('keeps the attempt for the same content, however often it is sent', () => {
    const again = attemptFor(structuredClone(request), [first], () => 'second')

    expect(attemptFor(structuredClone(request), [again], () => 'third')).toBe(first)
  })

  it('keeps the attempt of each content that was sent, not only of the last', () => {
    const edited = attemptFor({ ...request, name: 'Call back today' }, [first], () => 'second')

    expect(attemptFor(structuredClone(request), [edited, first], () => 'third')).toBe(first)
  })

  it('keeps the token for any order of the members', () => {
    const { name, references, attributes, ...rest } = request
    const reordered: TaskRequest = {
      ...rest,
      attributes: attributes.map(({ key, value }) => ({ value, key })),
      references: references.map((reference) => ({
        value: reference.value,
        type: reference.type,
        name: reference.name,
      })),
      name,
    }

    expect(attemptFor(reordered, [first], () => 'second')).toBe(first)
  })

  it.each<[string, Partial<TaskRequest>]>([
    ['name', { name: 'Call back ' }],
    ['description', { description: 'About the refunds' }],
    ['destination', { destination: { type: 'flow', flowId: 'g' } }],
    ['kind of destination', { destination: { type: 'quickConnect', quickConnectId: 'f' } }],
    ['kind of link', { link: { type: 'previous', contactId: 'c' } }],
    ['linked contact', { link: { type: 'related', contactId: 'd' } }],
    ['type of a reference', { references: [{ name: 'Order', type: 'STRING', value: '42' }] }],
    ['value of a reference', { references: [{ name: 'Order', type: 'NUMBER', value: '43' }] }],
    ['list of references', { references: [] }],
    ['value of an attribute', { attributes: [{ key: 'orderId', value: '' }] }],
    ['key of an attribute', { attributes: [{ key: '__proto__', value: '42' }] }],
    ['scheduled time', { scheduledTime: new Date('2026-11-22T09:00:01Z') }],
    ['expiry', { expiryMinutes: 61 }],
  ])('gives a new token when the agent has edited the %s', (_, edit) => {
    const edited = { ...request, ...edit }

    expect(attemptFor(edited, [first], () => 'second')).toEqual({ clientToken: 'second', request: edited })
  })

  it('gives a new token when a member was taken away', () => {
    const { expiryMinutes: _, ...without } = request

    expect(attemptFor(without, [first], () => 'second').clientToken).toBe('second')
  })

  it('tells any two lists of attributes apart', () => {
    const attributes = fc.array(fc.record({ key: fc.string(), value: fc.string() }))
    fc.assert(
      fc.property(attributes, attributes, (one, other) => {
        const attempt = attemptFor({ ...request, attributes: one }, [], () => 'first')
        const next = attemptFor({ ...request, attributes: other }, [attempt], () => 'second')
        expect(next === attempt).toBe(JSON.stringify(one) === JSON.stringify(other))
      }),
    )
  })
})

describe('the attempts without an answer', () => {
  const earlier = { attempt: first, firstSentAt: 1 }
  const other = { attempt: { clientToken: 'other', request }, firstSentAt: 2 }

  it('keep the first time at which each was sent', () => {
    expect(withUncertain([earlier], { attempt: first, firstSentAt: 9 })).toEqual([earlier])
    expect(withUncertain([earlier], other)).toEqual([earlier, other])
  })

  it('lose only the one whose outcome is known', () => {
    expect(withoutUncertain([earlier, other], first)).toEqual([other])
    expect(isUncertain(first, [other])).toBe(false)
    expect(isUncertain(structuredClone(first), [earlier])).toBe(true)
  })
})

describe('draftToken', () => {
  it('is of the length Connect takes, and the published fingerprint of the content', () => {
    // The test vector of the FNV reference code for 128 bits.
    expect(draftToken('draft', 'foobar')).toBe('draft.343e1662793c64bf6f0d3597ba446f18')
    expect(draftToken(crypto.randomUUID(), '✓'.repeat(20_000)).length).toBeLessThan(clientTokenLimit)
  })

  it('tells drafts and contents apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        expect(draftToken('a', one) === draftToken('a', other)).toBe(one === other)
        expect(draftToken('a', one)).not.toBe(draftToken('b', one))
      }),
    )
  })
})
