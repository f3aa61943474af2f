import { describe, expect, it } from 'vitest'
import { timeZoneOf } from '../../time/zoned-time.ts'
import { carryReference, type FoundReference } from './carried-reference.ts'
import type { ReferenceDraft } from './reference.ts'
import type { ReferenceRules } from './references-rule.ts'

const timeZone = timeZoneOf('Europe/London')
const order: FoundReference = { name: 'Order', type: 'URL', value: 'https://shop.example/48213' }

const carried = (found: FoundReference, rows: readonly ReferenceDraft[] = [], rules: ReferenceRules = {}) =>
  carryReference(found, { rows, rules, timeZone })

describe('a reference of the contact', () => {
  it('becomes a row of the task', () => {
    expect(carried(order)).toEqual({ row: order })
  })

  it('with a date becomes a row in the agent’s zone, from Connect’s seconds or the wire’s instant', () => {
    const row = { name: 'Promised', type: 'DATE', value: '2026-07-01T12:00' }
    const seconds = String(Date.UTC(2026, 6, 1, 11) / 1_000)
    expect(carried({ name: 'Promised', type: 'DATE', value: seconds })).toEqual({ row })
    expect(carried({ name: 'Promised', type: 'DATE', value: '2026-07-01T11:00:00Z' })).toEqual({ row })
    expect(carried({ name: 'Promised', type: 'DATE', value: 'soon' })).toEqual({ why: 'value-unfit' })
  })

  it('that the task has already is said to be added', () => {
    expect(carried(order, [{ name: 'Order', type: 'URL', value: 'https://shop.example/48213' }])).toEqual({
      isAdded: true,
    })
  })

  it('takes the place of a row that the rules ask for and that is empty', () => {
    const rows: readonly ReferenceDraft[] = [
      { name: 'Reason', type: 'STRING', value: 'Late' },
      { name: 'Order', type: 'URL', value: '' },
    ]
    const rules: ReferenceRules = { references: { byName: { Order: { type: 'URL', isRequired: true } } } }
    expect(carried(order, rows, rules)).toEqual({ row: order, inPlaceOf: 1 })
  })

  it.each<[string, FoundReference]>([
    ['file', { name: 'photo.png', type: 'ATTACHMENT' }],
    ['email-message', { name: 'Message', type: 'EMAIL_MESSAGE_PLAIN_TEXT' }],
    ['analysis', { name: 'Analysis', type: 'CONTACT_ANALYSIS' }],
    ['other-type', { name: 'New', type: 'OF_NEXT_YEAR' }],
    ['value-missing', { name: 'Order', type: 'URL' }],
    ['value-unfit', { name: 'Order', type: 'URL', value: 'www.shop.example' }],
    ['value-unfit', { name: 'Amount', type: 'NUMBER', value: '1,5' }],
    ['value-unfit', { name: '', type: 'STRING', value: 'Late' }],
    ['too-large', { name: 'Notes', type: 'STRING', value: 'x'.repeat(4_095) }],
  ])('cannot be carried over: %s', (why, found) => {
    expect(carried(found)).toEqual({ why })
  })

  it('cannot take the name of another reference', () => {
    expect(carried(order, [{ name: 'Order', type: 'STRING', value: 'Late' }])).toEqual({ why: 'name-taken' })
    expect(
      carried({ ...order, name: ' Order ' }, [{ name: 'Order', type: 'STRING', value: 'Late' }]),
    ).toEqual({
      why: 'name-taken',
    })
  })

  it.each<[string, ReferenceRules]>([
    ['type-not-allowed', { references: { types: ['STRING'] } }],
    ['host-not-allowed', { references: { urlHosts: ['crm.example'] } }],
    ['not-allowed', { references: { isLocked: true } }],
  ])('obeys the rules of the organisation: %s', (why, rules) => {
    expect(carried(order, [], rules)).toEqual({ why })
  })
})
