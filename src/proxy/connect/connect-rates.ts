import type { Rate } from '../rates/token-bucket.ts'
import { operationNames, operations, type OperationName } from './operations/operations.ts'

/** The rate of every operation, by its name. */
export type ConnectRates = Readonly<Record<string, Rate>>

export interface RatesReading {
  readonly rates: ConnectRates
  /** Each is a sentence that follows the variable’s name. It repeats only names of operations, no other text. */
  readonly mistakes: readonly string[]
}

const rateLimit = 1_000

const sharePattern = /^([A-Za-z][A-Za-z\d]*)=(\d{1,4}(?:\.\d{1,3})?)\/(\d{1,4})$/

const isOperation = (name: string): name is OperationName => operationNames.some((known) => known === name)

/** Reads `StartTaskContact=1/3, DescribeContact=5/8`: calls per second, and calls at once. Others stay as documented. */
export function readRates(words: readonly string[]): RatesReading {
  const shares = new Map<OperationName, Rate>()
  const mistakes: string[] = []
  for (const [index, word] of words.entries()) {
    const [, name = '', perSecondText, burstText] = sharePattern.exec(word) ?? []
    const [perSecond, burst] = [Number(perSecondText), Number(burstText)]
    if (name === '') {
      mistakes.push(
        `must list operations like StartTaskContact=2/5, calls per second and calls at once; entry ${index + 1} has another form.`,
      )
    } else if (!isOperation(name)) {
      mistakes.push(
        `names in entry ${index + 1} no operation that the proxy calls. They are: ${operationNames.join(', ')}.`,
      )
    } else if (shares.has(name)) {
      mistakes.push(`names ${name} more than once. Keep one of them.`)
    } else if (!(perSecond > 0 && perSecond <= rateLimit && burst >= 1 && burst <= rateLimit)) {
      mistakes.push(
        `must give ${name} more than 0 calls per second and 1 or more at once, neither above ${rateLimit}, such as ${name}=0.5/2.`,
      )
    } else {
      shares.set(name, { perSecond, burst })
    }
  }
  const rates = Object.fromEntries(operations.map(({ name, rate }) => [name, shares.get(name) ?? rate]))
  return { rates, mistakes }
}
