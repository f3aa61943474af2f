import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { panelConfigSchema, type PanelConfig } from './panel-config.ts'
import { isPanelConfig } from './read-panel-config.ts'

const config = {
  version: '0.1.0',
  title: 'Tasks',
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
} satisfies PanelConfig

const readers = [
  ['the schema', (answer: unknown) => panelConfigSchema.safeParse(answer).success],
  ['the check of the first load', isPanelConfig],
] as const

describe.each(readers)('%s of the configuration', (_, accepts) => {
  it('reads what a browser must know', () => {
    expect(accepts(config)).toBe(true)
  })

  it('knows both kinds of token, and settings without a title and a login page', () => {
    const { title: _title, loginUrl: _loginUrl, ...others } = config

    expect(accepts({ ...others, signIn: { ...config.signIn, bearer: 'id-token' } })).toBe(true)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', 'example.my.connect.aws', ''])(
    'refuses %j as an address',
    (address) => {
      const issuer = { ...config.signIn, issuer: address }

      expect(accepts({ ...config, ccpUrl: address })).toBe(false)
      expect(accepts({ ...config, loginUrl: address })).toBe(false)
      expect(accepts({ ...config, signIn: issuer })).toBe(false)
    },
  )

  it.each([
    'null',
    '*',
    "'self'",
    'https://*.example.com',
    'https://crm.example.com/desk',
    'crm.example.com',
  ])('refuses %j, which is no exact origin', (origin) => {
    expect(accepts({ ...config, hostOrigins: [origin] })).toBe(false)
  })
})

/** Values of many types for one member. Some of them are right. */
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, 'id-token', 'https://a.example', 'http://a.example/x', ['http://a.example'], []),
  fc.constantFrom(config, config.signIn, [config], { ...config.signIn, bearer: 'api-key' }),
)

const replaced = <Shape extends object>(shape: Shape, name: string, value: unknown) => ({
  ...shape,
  [name]: value,
})

const withMember = <Shape extends object>(shape: Shape) =>
  fc
    .tuple(fc.constantFrom(...Object.keys(shape), 'another'), anything)
    .map(([name, value]) => replaced(shape, name, value))

const answers = fc.oneof(
  anything,
  withMember(config),
  withMember(config.signIn).map((signIn) => replaced(config, 'signIn', signIn)),
  anything.map((origin) => replaced(config, 'hostOrigins', [...config.hostOrigins, origin])),
)

it('is accepted by the check of the first load exactly when it fits the schema', () => {
  fc.assert(
    fc.property(answers, (answer) => {
      expect(isPanelConfig(answer)).toBe(panelConfigSchema.safeParse(answer).success)
    }),
    { numRuns: 2_000 },
  )
})
