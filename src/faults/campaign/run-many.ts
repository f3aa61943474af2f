import 'fake-indexeddb/auto'
// The panel loads them when it needs them; here they are loaded before the clock stands still.
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
  /** The proxy's program; the built one unless given. */
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
  // Loads what the panel loads when it needs it: in the first run that takes real time.
  await runOnce('warm-up', place)
  for (const seed of seeds) {
    const { faults, tasks, messages, failures, steps } = await runOnce(seed, place, isVerbose)
    onEnd({ seed, tasks, messages, failures, faults: [...faults], steps: isVerbose ? [] : steps })
  }
  await place.close()
}
