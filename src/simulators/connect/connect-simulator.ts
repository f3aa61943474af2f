import { createServer } from 'node:http'
import type { InstanceContact } from '../instance/instance.ts'
import { listen, stopListening } from '../listen.ts'
import { replaceAgentContacts } from './agent-contacts.ts'
import { answerControlCall, controlledAgent } from './control-calls.ts'
import { demoCredentials } from './credentials.ts'
import { demoSeed } from './demo-seed.ts'
import { createFailureQueue, type Failure } from './failures.ts'
import { type ClientTokenMode, type CreatedTask, createInstanceState } from './instance-state.ts'
import type { OperationName } from './operation.ts'
import { createRateLimits } from './rates.ts'
import { createCallLog, type ReceivedCall } from './received-calls.ts'
import type { Seed } from './routing.ts'
import { answerServiceCall } from './service-calls.ts'

type RateMode = 'unlimited' | 'documented'

interface ConnectSimulatorOptions {
  /** Any free port unless one is given. */
  readonly port?: number
  /** The clock of the instance: schedules, timestamps, rates, pagination tokens. */
  readonly now?: () => number
  /** The clock that signatures are dated by; the SDK always signs by the machine's. */
  readonly signatureNow?: () => number
  readonly seed?: Seed
}

export interface ConnectSimulator {
  readonly url: string
  readonly credentials: typeof demoCredentials
  /** The last 1,000 calls of the service, oldest first. */
  readonly received: readonly ReceivedCall[]
  readonly tasks: readonly CreatedTask[]
  /** Whether the documented rates are enforced; `unlimited` at first. */
  rates: RateMode
  /** What a repeated client token does; `honour` at first. */
  clientTokens: ClientTokenMode
  /** Replaces an agent's current contacts, as the CCP simulator does over HTTP. */
  readonly setContacts: (userId: string, contacts: readonly InstanceContact[]) => void
  /** What an administrator has changed in the instance since it was seeded, such as its flows. */
  readonly changeInstance: (changes: Partial<Seed>) => void
  readonly failNext: (operation: OperationName, failure: Failure, times?: number) => void
  /** Back to the seed and to the first settings; nothing that came in is remembered. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

/**
 * Starts the far side of the Amazon Connect API on this machine.
 *
 *     const connect = await startConnectSimulator()
 *     const client = new ConnectClient({ endpoint: connect.url, region, credentials: connect.credentials })
 */
export async function startConnectSimulator(
  options: ConnectSimulatorOptions = {},
): Promise<ConnectSimulator> {
  const { port = 0, now = Date.now, signatureNow = Date.now, seed = demoSeed } = options
  const log = createCallLog()
  const failures = createFailureQueue()
  const rateLimits = createRateLimits(now)
  let state = createInstanceState(seed, now)
  let rates: RateMode = 'unlimited'

  const parts = {
    state: () => state,
    log,
    failures,
    rateLimits: () => (rates === 'documented' ? rateLimits : undefined),
    signatureNow,
  }
  const server = createServer((request, response) => {
    const agent = controlledAgent(request.url ?? '')
    const answered =
      agent === undefined
        ? answerServiceCall(parts, request, response)
        : answerControlCall(state, agent, request, response)
    // Refusals are answers; what rejects is a caller who left before the whole request had come.
    answered.catch(() => response.destroy())
  })

  return {
    url: await listen(server, port),
    credentials: demoCredentials,
    received: log.calls,
    get tasks() {
      return state.tasks
    },
    get rates() {
      return rates
    },
    set rates(mode) {
      rates = mode
      rateLimits.refill()
    },
    get clientTokens() {
      return state.clientTokens
    },
    set clientTokens(mode) {
      state.clientTokens = mode
    },
    setContacts: (userId, contacts) => replaceAgentContacts(state, userId, contacts),
    changeInstance: (changes) => {
      state = { ...state, ...changes }
    },
    failNext: (operation, failure, times = 1) => failures.add(operation, failure, times),
    reset: () => {
      state = createInstanceState(seed, now)
      rates = 'unlimited'
      log.clear()
      failures.clear()
      rateLimits.refill()
    },
    close: () => stopListening(server),
  }
}
