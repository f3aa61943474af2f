import { webAddressPattern, webOriginPattern } from './address-patterns.ts'
import type { PanelConfig } from './panel-config.ts'

// These checks repeat `panelConfigSchema` without zod. A page can show nothing before it has read its configuration, and
// nothing else in the first load needs zod. A test compares both.

type Check = (value: unknown) => boolean

/** A check for each member: a new one in the schema does not compile without its line here. */
type Checks<Shape> = { readonly [Name in keyof Shape]-?: Check }

const isText = (value: unknown): value is string => typeof value === 'string'
const isAddress: Check = (value) => isText(value) && webAddressPattern.test(value)
const isOrigin: Check = (value) => isText(value) && webOriginPattern.test(value)
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value)

const has =
  <Shape>(checks: Checks<Shape>) =>
  (value: unknown): value is Shape =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.entries<Check>(checks).every(([name, check]) => check(Reflect.get(value, name)))

/** Whether an answer of the proxy is its configuration for the panel. */
export const isPanelConfig = has<PanelConfig>({
  version: isText,
  title: optional(isText),
  ccpUrl: isAddress,
  loginUrl: optional(isAddress),
  hostOrigins: (value) => Array.isArray(value) && value.every(isOrigin),
  signIn: has<PanelConfig['signIn']>({
    issuer: isAddress,
    clientId: isText,
    audience: isText,
    scope: isText,
    bearer: (value) => value === 'access-token' || value === 'id-token',
  }),
})
