import type { IncomingMessage } from 'node:http'
import { badRequest } from './answers/store-error.ts'

/** A request as the store reads it. */
export interface StoreRequest {
  readonly method: string
  /** Decoded segments of the path, as S3 signs them. */
  readonly segments: readonly string[]
  readonly bucket: string
  readonly key: string
  readonly query: readonly (readonly [name: string, value: string])[]
  /** With lower-case names. */
  readonly headers: ReadonlyMap<string, string>
}

/** Reads a path-style request: `/bucket/key`. */
export function readStoreRequest({ method = '', url = '/', headers }: IncomingMessage): StoreRequest {
  const [path = '', ...rest] = url.split('?')
  const segments = path.split('/').slice(1).map(decoded)
  const [bucket = '', ...key] = segments
  return {
    method,
    segments,
    bucket,
    key: key.join('/'),
    query: rest.join('?').split('&').filter(Boolean).map(parameter),
    headers: new Map(
      Object.entries(headers).map(([name, value]) => [name, [value ?? []].flat().join(',')] as const),
    ),
  }
}

function parameter(text: string): readonly [string, string] {
  const [name = '', ...value] = text.split('=')
  return [decoded(name), decoded(value.join('='))]
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw badRequest('InvalidURI', "Couldn't parse the specified URI.")
  }
}

export const queryValue = ({ query }: StoreRequest, name: string): string | undefined =>
  query.find(([candidate]) => candidate === name)?.[1]
