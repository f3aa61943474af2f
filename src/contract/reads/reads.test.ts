import { describe, expect, it } from 'vitest'
import { destinationsSchema, linkedContactSchema } from './read-answers.ts'
import { contactPath } from './reads.ts'

describe('destinationsSchema', () => {
  it('knows quick connects to people and queues only', () => {
    const quickConnect = { quickConnectId: 'q', name: 'Billing', kind: 'queue' }

    expect(destinationsSchema.safeParse({ flows: [], quickConnects: [quickConnect] }).success).toBe(true)
    expect(
      destinationsSchema.safeParse({ flows: [], quickConnects: [{ ...quickConnect, kind: 'phone' }] })
        .success,
    ).toBe(false)
  })
})

describe('linkedContactSchema', () => {
  it('keeps attributes as pairs, so that __proto__ is only a text', () => {
    const contact = { contactId: 'c', channel: 'chat', attributes: [{ key: '__proto__', value: 'x' }] }

    expect(linkedContactSchema.parse(contact)).toEqual(contact)
  })
})

describe('contactPath', () => {
  it('lets no contact id lead to another path', () => {
    expect(contactPath('a/../me?x#y')).toBe('/api/v1/contacts/a%2F..%2Fme%3Fx%23y')
  })
})
