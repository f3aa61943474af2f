/** The texts that reached the parsers of addresses and times. */
export interface ParsedTexts {
  readonly addresses: readonly string[]
  readonly times: readonly string[]
}

/** Runs the work with the real parsers, and notes every text that they get. */
export async function parsedDuring(work: () => unknown): Promise<ParsedTexts> {
  const addresses: string[] = []
  const times: string[] = []
  const own = { URL: globalThis.URL, Date: globalThis.Date }
  globalThis.URL = new Proxy(own.URL, {
    construct(target, values: readonly unknown[], newTarget) {
      addresses.push(String(values[0]))
      return Reflect.construct(target, values, newTarget)
    },
    get(target, member) {
      if (member !== 'canParse') return Reflect.get(target, member)
      return (text: string) => {
        addresses.push(text)
        return target.canParse(text)
      }
    },
  })
  globalThis.Date = new Proxy(own.Date, {
    construct(target, values: readonly unknown[], newTarget) {
      if (typeof values[0] === 'string') times.push(values[0])
      return Reflect.construct(target, values, newTarget)
    },
    get(target, member) {
      if (member !== 'parse') return Reflect.get(target, member)
      return (text: string) => {
        times.push(text)
        return target.parse(text)
      }
    },
  })
  try {
    await work()
  } finally {
    Object.assign(globalThis, own)
  }
  return { addresses, times }
}
