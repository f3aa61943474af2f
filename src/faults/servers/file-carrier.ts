import type { StoreFailure, StoreOperation } from '../../simulators/store/store-failures.ts'
import { createSeeded } from '../seed/seeded.ts'
import type { Arrival, CarryFile } from './wire.ts'
import type { Workplace } from './workplace.ts'
import type { KillableProxy } from './killable-proxy.ts'

/**
 * Carries requests about files to the proxy, and files to the bucket. They move at once: the campaign chooses how each ends,
 * but not when.
 */
export interface FileCarrier {
  /** The seed and the text `what` decide how the request ends. */
  readonly carry: CarryFile
  /** From now on every request arrives, and so does every answer. */
  readonly endFaults: () => void
}

export interface CarrierPlace extends Pick<Workplace, 'store' | 'clock'> {
  readonly seed: string
  readonly proxy: Pick<KillableProxy, 'setClock'>
  readonly noteFault: (kind: string) => void
}

type End = 'arrives' | 'request lost' | 'answer lost' | 'HTML answer' | 'bucket fails'

const ends: readonly (readonly [weight: number, end: End])[] = [
  [16, 'arrives'],
  [1, 'request lost'],
  [2, 'answer lost'],
  [1, 'HTML answer'],
  [1, 'bucket fails'],
]

const page: Arrival = { status: 502, type: 'text/html', body: '<html><h1>502</h1></html>' }

const failures: readonly [StoreFailure, ...StoreFailure[]] = [
  { kind: 'error', status: 503, code: 'SlowDown' },
  { kind: 'error', status: 403, code: 'AccessDenied' },
  { kind: 'reset' },
  { kind: 'response-lost' },
]

const operations = ['PutObject', 'CopyObject', 'GetObject', 'HeadObject'] as const

export function fileCarrier({ seed, store, clock, proxy, noteFault }: CarrierPlace): FileCarrier {
  const sent = new Map<string, number>()
  let isOver = false
  let latest: Promise<unknown> = Promise.resolve()

  function failBucket(next: ReturnType<typeof createSeeded>) {
    const operation: StoreOperation = next.oneOf(operations)
    store.failNext(operation, next.oneOf(failures))
  }

  /** One request after the other, so that a failure of the bucket hits the same request when the run is repeated. */
  function inTurn(send: () => Promise<Arrival>): Promise<Arrival> {
    const arrival = latest.then(send)
    latest = arrival.catch(() => {})
    return arrival
  }

  return {
    carry: async (what, send) => {
      const count = (sent.get(what) ?? 0) + 1
      sent.set(what, count)
      // Several files move at once. Each request has its own seed, so that it ends in the same way in a replay.
      const next = createSeeded(`${seed} ${what} ${count}`)
      const end = isOver ? 'arrives' : (next.weighted(ends) ?? 'arrives')
      if (end !== 'arrives') noteFault(`file: ${end}`)
      if (end === 'request lost') return undefined
      const arrival = await inTurn(async () => {
        if (end === 'bucket fails') failBucket(next)
        await proxy.setClock(clock.nowMs())
        return send().finally(store.clearFailures)
      })
      if (end === 'answer lost') return undefined
      return end === 'HTML answer' ? page : arrival
    },
    endFaults: () => {
      isOver = true
    },
  }
}
