import { CallerLeft, ProblemError } from '../problem-error.ts'

interface Created {
  readonly contactId: string
}

/** How a call ends. After `created` and `lost` the contact exists. */
export type CallEnd = 'created' | 'lost' | 'broken' | 'refused'

/** A command with its hash of agent and token, and its hash of the content. */
export interface Asked {
  readonly proxy: number
  readonly key: string
  readonly content: string
}

interface Call extends Asked {
  readonly resolve: (created: Created) => void
  readonly reject: (error: unknown) => void
  isSent: boolean
}

const problem = (outcome: 'unknown' | 'not-created') =>
  new ProblemError({ code: 'quota-reached', reason: 'quota', detail: 'Refused.', outcome })

export const placeOf = ({ key, content }: Omit<Asked, 'proxy'>): string => `${key} ${content}`

/** A Connect that honours tokens, and whose calls begin and end when a test says so. */
export function createSlowConnect() {
  /** The contacts, by key and content. */
  const contacts = new Map<string, string>()
  let calls: Call[] = []
  const without = (ended: Call) => calls.filter((call) => call !== ended)

  const tokensInUse = new Map<string, string>()

  /** Undefined if the token is in use for other content. */
  function carryOut(asked: Asked): Created | undefined {
    const { key, content } = asked
    if ((tokensInUse.get(key) ?? content) !== content) return undefined
    tokensInUse.set(key, content)
    const contactId = contacts.get(placeOf(asked)) ?? `contact-${contacts.size}`
    contacts.set(placeOf(asked), contactId)
    return { contactId }
  }

  return {
    contacts,
    openKeys: () => calls.map(({ key }) => key),
    call: (asked: Asked, signal: AbortSignal) =>
      new Promise<Created>((resolve, reject) => {
        const call: Call = { ...asked, resolve, reject, isSent: false }
        calls.push(call)
        signal.addEventListener('abort', () => {
          if (call.isSent) return
          calls = without(call)
          reject(new CallerLeft())
        })
      }),
    /** The turn of the call that has waited longest comes. */
    begin() {
      const call = calls.find(({ isSent }) => !isSent)
      if (call) call.isSent = true
    },
    /** Ends the call that was sent first or last; returns its key. */
    end(how: CallEnd, isLatest: boolean): string | undefined {
      const call = calls.filter(({ isSent }) => isSent).at(isLatest ? -1 : 0)
      if (!call) return undefined
      calls = without(call)
      const created = how === 'created' || how === 'lost' ? carryOut(call) : undefined
      if (how === 'created' && created) call.resolve(created)
      else call.reject(problem(how === 'lost' || how === 'broken' ? 'unknown' : 'not-created'))
      return call.key
    },
    /** The calls of a killed proxy; returns their keys. */
    cutOff(proxy: number, how: 'lost' | 'broken'): readonly string[] {
      const cut = calls.filter((call) => call.proxy === proxy)
      for (const call of cut) if (how === 'lost' && call.isSent) carryOut(call)
      calls = calls.filter((call) => call.proxy !== proxy)
      return cut.map(({ key }) => key)
    },
  }
}
