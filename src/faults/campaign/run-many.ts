import 'fake-indexeddb/auto'
// The panel loads these on demand. Here they are loaded before the clock is stopped.
import '../../client/read-schemas.ts'
import '../../client/uploads/hashing/file-hash.ts'
import '../../client/uploads/hashing/hash-slices.ts'
import '../../contract/uploads/uploads.ts'
import '../../drafts/sync/saved-drafts.ts'
import '../../contract/problems/problem.ts'
import '../../drafts/sync/saved-drafts.ts'
import type { RunSummary } from './figures.ts'
import { runOnce } from './run.ts'
import { installChannels } from '../window/channels.ts'
import { installVirtualTimers } from '../seed/virtual-clock.ts'
import { installPlainFetch } from '../servers/wire.ts'
import { startWorkplace } from '../servers/workplace.ts'

export interface RunsOptions {
  /** The program of the proxy. By default the built one. */
  readonly proxyFile: string | undefined
  /** Prints each step. */
  readonly isVerbose: boolean
  readonly onEnd: (summary: RunSummary) => void
}

/** Runs these seeds one after another, in this process. */
export async function runMany(seeds: readonly string[], options: RunsOptions): Promise<void> {
  const { proxyFile, isVerbose, onEnd } = options
  const place = await startWorkplace(proxyFile)
  installVirtualTimers(place.clock)
  installChannels()
  installPlainFetch()
  // A first run loads everything that the panel loads on demand, because loading takes real time.
  await runOnce('warm-up', place)
  for (const seed of seeds) {
    const { faults, tasks, messages, failures, steps } = await runOnce(seed, place, isVerbose)
    onEnd({ seed, tasks, messages, failures, faults: [...faults], steps: isVerbose ? [] : steps })
  }
  await place.close()
}
