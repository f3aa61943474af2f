import { describe, expect, it } from 'vitest'
import { destinationsSchema, linkedContactSchema } from './read-answers.ts'
import { contactPath, panelConfigSchema } from './reads.ts'

const config = {
  version: '0.1.0',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  loginUrl: 'https://login.example.com/app/connect',
  hostOrigins: ['https://crm.example.com', 'http://localhost:5173'],
  signIn: {
    issuer: 'http://localhost:4000',
    clientId: 'panel',
    audience: 'tasklink',
    scope: 'openid profile',
    bearer: 'access-token',
  },
}

describe('panelConfigSchema', () => {
  it('reads what a browser must know', () => {
    expect(panelConfigSchema.parse(config)).toEqual(config)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.my.connect.aws', ''])(
    'refuses %j as an address',
    (address) => {
      const issuer = { ...config.signIn, issuer: address }

      expect(panelConfigSchema.safeParse({ ...config, ccpUrl: address }).success).toBe(false)
      expect(panelConfigSchema.safeParse({ ...config, loginUrl: address }).success).toBe(false)
      expect(panelConfigSchema.safeParse({ ...config, signIn: issuer }).success).toBe(false)
    },
  )
})

describe('hostOrigins', () => {
  it.each([
    'null',
    '*',
    "'self'",
    'https://*.example.com',
    'https://crm.example.com/desk',
    'crm.example.com',
  ])('refuses %j, which is no exact origin', (origin) => {
    expect(panelConfigSchema.safeParse({ ...config, hostOrigins: [origin] }).success).toBe(false)
  })
})

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
