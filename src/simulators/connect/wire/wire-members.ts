import { invalidParameter, malformed } from './service-error.ts'

/** The members of a JSON object. A map, because `__proto__` is a legal attribute key. */
export type Members = ReadonlyMap<string, unknown>

export interface Bounds {
  readonly min?: number
  readonly max?: number
}

/** Parses a request body, which must be a JSON object in UTF-8. */
export function parseMembers(body: Uint8Array): Members {
  return asMembers(parseJson(body), 'The request body')
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body))
  } catch {
    throw malformed('The request body is not JSON in UTF-8.')
  }
}

export function asMembers(value: unknown, what: string): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw malformed(`${what} must be an object.`)
  }
  return new Map<string, unknown>(Object.entries(value))
}

/** The bounds count Unicode scalar values, as Smithy's length trait does. */
export function asText(value: unknown, what: string, { min = 0, max = Infinity }: Bounds = {}): string {
  if (typeof value !== 'string') throw malformed(`${what} must be a string.`)
  if (/\p{Surrogate}/u.test(value)) throw malformed(`${what} contains half of a surrogate pair.`)
  const length = Array.from(value).length
  if (length < min || length > max)
    throw invalidParameter(`${what} must have ${min} to ${max} characters, not ${length}.`)
  return value
}

export function asInteger(
  value: unknown,
  what: string,
  { min = -Infinity, max = Infinity }: Bounds = {},
): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw malformed(`${what} must be an integer.`)
  if (value < min || value > max)
    throw invalidParameter(`${what} must be from ${min} to ${max}, not ${value}.`)
  return value
}

/** JSON `null` counts as absent, as in every rest-json service. */
const member = (of: Members, name: string): unknown => of.get(name) ?? undefined

export function optionalText(of: Members, name: string, bounds?: Bounds): string | undefined {
  const value = member(of, name)
  return value === undefined ? undefined : asText(value, name, bounds)
}

export function requiredText(of: Members, name: string, bounds?: Bounds): string {
  const value = optionalText(of, name, bounds)
  if (value === undefined) throw invalidParameter(`${name} must not be null.`)
  return value
}

export function optionalInteger(of: Members, name: string, bounds?: Bounds): number | undefined {
  const value = member(of, name)
  return value === undefined ? undefined : asInteger(value, name, bounds)
}

/** The members of a nested object or map; empty if it is absent. */
export function nested(of: Members, name: string): Members {
  const value = member(of, name)
  return value === undefined ? new Map<string, unknown>() : asMembers(value, name)
}

export function optionalList(
  of: Members,
  name: string,
  { min = 0, max = Infinity }: Bounds = {},
): unknown[] | undefined {
  const value = member(of, name)
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw malformed(`${name} must be a list.`)
  if (value.length < min || value.length > max) {
    throw invalidParameter(`${name} must have ${min} to ${max} entries, not ${value.length}.`)
  }
  return value
}

export function asChoice<T extends string>(value: unknown, what: string, choices: readonly T[]): T {
  const text = asText(value, what)
  const choice = choices.find((candidate) => candidate === text)
  if (choice === undefined)
    throw invalidParameter(`${what} must be one of ${choices.join(', ')}, not ${text}.`)
  return choice
}
