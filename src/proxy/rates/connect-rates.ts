import type { Rate } from './token-bucket.ts'

/**
 * Every operation that the proxy calls, at the rate that an account has in a Region until AWS raises it (service quotas,
 * "Connect Customer API throttling quotas").
 */
const documentedRates = {
  StartTaskContact: { perSecond: 2, burst: 5 },
  DescribeContact: { perSecond: 10, burst: 15 },
  ListAssociatedContacts: { perSecond: 2, burst: 5 },
  GetCurrentUserData: { perSecond: 2, burst: 5 },
  ListContactFlows: { perSecond: 2, burst: 5 },
  ListQuickConnects: { perSecond: 2, burst: 5 },
  SearchUsers: { perSecond: 2, burst: 5 },
} as const satisfies Readonly<Record<string, Rate>>

/** As IAM policies name it. */
export type OperationName = keyof typeof documentedRates

export type ConnectRates = Readonly<Record<OperationName, Rate>>

export interface RatesReading {
  readonly rates: ConnectRates
  /** A sentence each, to follow the variable's name; of what was written only names of operations are repeated. */
  readonly mistakes: readonly string[]
}

const rateLimit = 1_000

const sharePattern = /^([A-Za-z]+)=(\d{1,4}(?:\.\d{1,3})?)\/(\d{1,4})$/

const isOperation = (name: string): name is OperationName => Object.hasOwn(documentedRates, name)

export const operationNames: readonly OperationName[] = Object.keys(documentedRates).filter(isOperation)

/** Reads `StartTaskContact=1/3, DescribeContact=5/8`: calls a second, and how many at once. The rest stays as documented. */
export function readRates(words: readonly string[]): RatesReading {
  const shares = new Map<OperationName, Rate>()
  const mistakes: string[] = []
  for (const [index, word] of words.entries()) {
    const [, name = '', perSecondText, burstText] = sharePattern.exec(word) ?? []
    const [perSecond, burst] = [Number(perSecondText), Number(burstText)]
    if (name === '') {
      mistakes.push(
        `must list operations like StartTaskContact=2/5, calls a second and how many at once; entry ${index + 1} is no such thing.`,
      )
    } else if (!isOperation(name)) {
      mistakes.push(
        `names in entry ${index + 1} no operation that the proxy calls. They are: ${operationNames.join(', ')}.`,
      )
    } else if (shares.has(name)) {
      mistakes.push(`names ${name} more than once.`)
    } else if (!(perSecond > 0 && perSecond <= rateLimit && burst >= 1 && burst <= rateLimit)) {
      mistakes.push(
        `must give ${name} more than 0 calls a second and 1 or more at once, neither above ${rateLimit}.`,
      )
    } else {
      shares.set(name, { perSecond, burst })
    }
  }
  return { rates: { ...documentedRates, ...Object.fromEntries(shares) }, mistakes }
}
