/*
 * The claims of a token that the configuration names: the agent’s and the groups’. A name is the exact name of a claim, which
 * may be a URL with dots and slashes. If the token has no such claim and the name begins with a slash, it is a JSON Pointer.
 */

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A tilde in a JSON Pointer begins ~0 (a tilde) or ~1 (a slash). */
export const isClaimName = (name: string): boolean => !name.startsWith('/') || !/~(?![01])/.test(name)

/** RFC 6901, section 4: ~1 before ~0. */
const pointerParts = (pointer: string): readonly string[] =>
  pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))

/** In place of the value if a JSON Pointer asks for a member of a text, number or null. */
export const withoutMembers = Symbol('without members')

function memberOf(value: unknown, part: string): unknown {
  if (value === undefined) return undefined
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value
    return /^(0|[1-9]\d*)$/.test(part) ? items[Number(part)] : undefined
  }
  if (!isObject(value)) return withoutMembers
  return Object.hasOwn(value, part) ? value[part] : undefined
}

/**
 * The value of a claim; undefined if the token has none.
 *
 *     claimOf({ 'https://x.example/user': 'ana' }, 'https://x.example/user')  // 'ana'
 *     claimOf({ realm_access: { roles: ['agent'] } }, '/realm_access/roles')  // ['agent']
 */
export function claimOf(payload: Readonly<Record<string, unknown>>, name: string): unknown {
  if (Object.hasOwn(payload, name)) return payload[name]
  return name.startsWith('/') ? pointerParts(name).reduce<unknown>(memberOf, payload) : undefined
}

/** Some providers send every claim as a list. */
export const onlyElementOr = (value: unknown): unknown => {
  const items: readonly unknown[] = Array.isArray(value) ? value : []
  return items.length === 1 ? items[0] : value
}

/**
 * True if the token says that the claim’s value is at another address, so that the token alone does not show it (OpenID Connect
 * Core 5.6.2). Microsoft Entra ID does this for people in more than 200 groups, or sends `hasgroups` instead.
 */
export function isClaimElsewhere(payload: Readonly<Record<string, unknown>>, name: string): boolean {
  const names = [name, ...(name.startsWith('/') ? pointerParts(name).slice(0, 1) : [])]
  const elsewhere = Object.hasOwn(payload, '_claim_names') ? payload['_claim_names'] : undefined
  if (isObject(elsewhere) && names.some((each) => Object.hasOwn(elsewhere, each))) return true
  if (!names.includes('groups') || claimOf(payload, name) !== undefined) return false
  return payload['hasgroups'] === true || payload['hasgroups'] === 'true'
}
