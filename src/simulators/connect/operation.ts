import type { InstanceState } from './state/instance-state.ts'
import { invalidParameter, malformed } from './wire/service-error.ts'
import type { Bounds } from './wire/wire-members.ts'

/** The documented rate for an account and Region (service quotas, "Connect Customer API throttling quotas"). */
interface Rate {
  readonly perSecond: number
  readonly burst: number
}

export const defaultRate: Rate = { perSecond: 2, burst: 5 }

export interface Call {
  readonly labels: ReadonlyMap<string, string>
  readonly query: URLSearchParams
  readonly body: Uint8Array
}

export interface Operation<Name extends string = string> {
  readonly name: Name
  readonly method: 'GET' | 'POST' | 'PUT'
  /** A label such as `{InstanceId}` matches one segment. */
  readonly path: string
  readonly rate: Rate
  /** Returns the body of a 200, or throws a `ServiceError`. */
  readonly answer: (call: Call, state: InstanceState) => object | Promise<object>
}

/** Keeps the name of an operation as its type. */
export const operation = <const Name extends string>(definition: Operation<Name>): Operation<Name> =>
  definition

export function queryInteger(
  { query }: Call,
  name: string,
  { min = 1, max = Infinity }: Bounds,
): number | undefined {
  const text = query.get(name)
  if (text === null) return undefined
  if (!/^-?\d+$/.test(text)) throw malformed(`${name} must be an integer.`)
  const value = Number(text)
  if (value < min || value > max)
    throw invalidParameter(`${name} must be from ${min} to ${max}, not ${text}.`)
  return value
}
