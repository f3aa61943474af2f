import type { Environment } from '../../../environment-reading.ts'
import { appVariables } from '../../../environment.ts'
import { nodeVariables } from './node-environment.ts'

/* An optional variable with a wrong name has no effect, and nothing else would say so. */

/** The warning in the log. */
export const misspeltWarning = 'misspelt-variable'

export interface MisspeltVariable {
  readonly name: string
  /** The variable of the proxy that it was probably meant to be. */
  readonly meant: string
}

/** The SDK’s own variables that the README names. */
const sdkVariables = ['AWS_REGION', 'AWS_ENDPOINT_URL_CONNECT']

const ownVariables: readonly string[] = [...appVariables, ...nodeVariables, ...sdkVariables]

/** Variables of other programs that happen to be near ours. */
const othersVariables = new Set(['AWS_REGIONS', 'LOGLEVEL', 'REDIS_URI', 'REDIS_URLS', 'REDIS_USR'])

/**
 * npm, services of Kubernetes and links of Docker, which hold the address of a container, and endpoints of AWS’s services with
 * short names, such as STS.
 */
const othersPattern =
  /^npm_|^AWS_ENDPOINT_URL_[A-Z0-9]{2,4}$|_PORT_\d+_(TCP|UDP|SCTP)|_SERVICE_(HOST|PORT)(_|$)/

/** UTF-16 units. HOST and PORT are too near to common words, so only exchanged letters count there. */
const shortUnits = 5
const mediumUnits = 9

function distanceLimit({ length }: string): number {
  if (length < shortUnits) return 0
  return length < mediumUnits ? 1 : 2
}

const isExchange = (one: string, other: string) =>
  Array.from(one).some(
    (sign, index) =>
      `${one.slice(0, index)}${one.slice(index + 1, index + 2)}${sign}${one.slice(index + 2)}` === other,
  )

/** The number of signs that were left out, added, replaced or exchanged with the next one. */
function editDistance(one: string, other: string): number {
  let beforeLast: readonly number[] = []
  let last: readonly number[] = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      const isExchanged = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      current.push(
        Math.min(
          (last[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (last[column - 1] ?? 0) + (isSame ? 0 : 1),
          isExchanged && row > 1 && column > 1 ? (beforeLast[column - 2] ?? 0) + 1 : Infinity,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return last.at(-1) ?? 0
}

function isNear(name: string, own: string): boolean {
  // An environment may have long names, and the distance takes quadratic time.
  if (Math.abs(name.length - own.length) > 2) return false
  const written = name.toUpperCase().replaceAll('-', '_')
  const limit = distanceLimit(own)
  return limit === 0 ? written === own || isExchange(written, own) : editDistance(written, own) <= limit
}

/** The variables of this environment whose names are nearly those of the proxy’s variables that are not set. */
export function misspeltVariables(environment: Environment): readonly MisspeltVariable[] {
  const unset = ownVariables.filter((name) => !environment[name]?.trim())
  return Object.keys(environment).flatMap((name) => {
    const isOthers = othersVariables.has(name) || othersPattern.test(name) || ownVariables.includes(name)
    if (isOthers || !environment[name]?.trim()) return []
    const meant = unset.find((own) => isNear(name, own))
    return meant === undefined ? [] : [{ name, meant }]
  })
}

export const misspeltWords = ({ name, meant }: MisspeltVariable): string =>
  `${name} is not a variable of the proxy and has no effect. Write ${meant}, or remove it.`
