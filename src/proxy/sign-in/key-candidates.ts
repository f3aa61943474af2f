import {
  createLocalJWKSet,
  errors,
  type CryptoKey,
  type FlattenedJWSInput,
  type JSONWebKeySet,
  type JWSHeaderParameters,
} from 'jose'

/** The keys that may have signed a token with this header. */
export type KeyCandidates = (header: JWSHeaderParameters) => Promise<readonly CryptoKey[]>

/** More than providers publish for one algorithm. It bounds the signatures that are checked for one request. */
export const candidatesLimit = 16

/** The local key set of jose reads only the header. */
const noToken: FlattenedJWSInput = { payload: '', signature: '' }

/** Providers also publish keys for encryption and of other types; jose ignores keys that do not match the header. */
function candidatesIn(keySet: JSONWebKeySet): KeyCandidates {
  const find = createLocalJWKSet(keySet)
  return async (header) => {
    try {
      return [await find(header, noToken)]
    } catch (error) {
      // There is no such key, or its numbers are not those of a key.
      if (!(error instanceof errors.JWKSMultipleMatchingKeys)) return []
      const keys: CryptoKey[] = []
      for await (const key of error) {
        keys.push(key)
        if (keys.length === candidatesLimit) break
      }
      return keys
    }
  }
}

const written = (key: object) =>
  JSON.stringify(Object.entries(key).toSorted(([one], [other]) => (one < other ? -1 : 1)))

/** The keys that the token names, or else those without a name. */
export function createKeyCandidates({ keys }: JSONWebKeySet): KeyCandidates {
  const distinct = [...new Map(keys.map((key) => [written(key), key])).values()]
  const all = candidatesIn({ keys: distinct })
  const unnamed = candidatesIn({ keys: distinct.filter(({ kid }) => kid === undefined) })
  return async (header) => {
    const found = await all(header)
    const { kid, ...withoutKid } = header
    return found.length === 0 && kid !== undefined ? unnamed(withoutKid) : found
  }
}
