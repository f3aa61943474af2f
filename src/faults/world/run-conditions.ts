import { assumedTokenMemoryMs, messageTokenMemoryMs } from '../../core/attempts/attempt.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import { locksInMemory } from '../../drafts/browser-storage/locks-harness.ts'
import type { WindowLocks } from '../../drafts/browser-storage/windows.ts'
import { contact as connectContact } from '../../proxy/harness/proxy-scene.ts'
import type { ConnectSimulator } from '../../simulators/connect/connect-simulator.ts'
import { createSeeded, type Seeded } from '../seed/seeded.ts'
import { installSeededChance } from '../seed/virtual-clock.ts'
import type { KillableProxy } from '../servers/killable-proxy.ts'
import type { SignedInAgent, Workplace } from '../servers/workplace.ts'

/** How Connect treats a client token that it already knows. */
export type TokenMemory =
  | 'honours tokens'
  | 'refuses tokens'
  | 'forgets tokens in time'
  | 'forgets tokens early'

/** The conditions that stay the same during one run. */
export interface RunConditions {
  readonly seed: string
  readonly seeded: Seeded
  readonly place: Workplace
  readonly proxy: KillableProxy
  readonly hasSharedMemory: boolean
  readonly tokens: TokenMemory
  /** The calls of an agent. */
  readonly contactsOf: (agent: SignedInAgent) => readonly [Contact, ...Contact[]]
  /** The name of the browser's database. */
  readonly database: string
  /** The parts that policy allows the browser to keep. */
  readonly keeps: KeptParts
  /** The browser's Web Locks, if it has any. */
  readonly locks: WindowLocks | undefined
}

const tokenMemories: readonly (readonly [weight: number, memory: TokenMemory])[] = [
  [10, 'honours tokens'],
  [3, 'refuses tokens'],
  [4, 'forgets tokens in time'],
  [1, 'forgets tokens early'],
]

const earlyMs = 4_000

/** The setting of the simulator for each kind of memory. */
const clientTokens: Readonly<Record<TokenMemory, ConnectSimulator['clientTokens']>> = {
  'honours tokens': 'honour',
  'refuses tokens': 'refuse',
  'forgets tokens in time': {
    forgetAfterMs: assumedTokenMemoryMs,
    forgetMessagesAfterMs: messageTokenMemoryMs,
  },
  'forgets tokens early': { forgetAfterMs: earlyMs },
}

const policies: readonly (readonly [weight: number, keeps: KeptParts])[] = [
  [12, 'everything'],
  [3, 'no-attribute-values'],
  [3, 'nothing'],
]

/** Empties the servers and chooses the conditions from the seed. */
export async function chooseConditions(seed: string, place: Workplace): Promise<RunConditions> {
  const seeded = createSeeded(seed)
  const { clock, connect } = place
  installSeededChance(createSeeded(`${seed} chance`))
  clock.clear()
  connect.reset()
  place.store.reset()
  await place.emptyRedis()
  const shared = place.proxyWithRedis
  const proxy = shared && seeded.chance(0.4) ? shared : place.proxy
  const tokens = seeded.weighted(tokenMemories) ?? 'honours tokens'
  connect.clientTokens = clientTokens[tokens]
  const contactsOf = callsOf(seed, place)
  for (const agent of place.agents)
    connect.setContacts(
      agent.user.userId,
      contactsOf(agent).map(({ contactId }) => connectContact(contactId)),
    )
  return {
    seed,
    seeded,
    place,
    proxy,
    hasSharedMemory: proxy === shared,
    tokens,
    contactsOf,
    database: `run-${seed}`,
    keeps: seeded.weighted(policies) ?? 'everything',
    locks: createSeeded(`${seed} locks`).chance(0.7) ? locksInMemory() : undefined,
  }
}

/** Two calls for each of the two agents. */
function callsOf(seed: string, { clock, agents }: Workplace): RunConditions['contactsOf'] {
  const call = (name: string): Contact => ({
    contactId: `${seed.replaceAll(/[^\w-]/g, '-')}-${name}-${clock.nowMs().toString(36)}`,
    channel: 'voice',
    state: 'connected',
    stateSince: clock.nowMs(),
  })
  const calls = { first: [call('a'), call('b')], other: [call('c'), call('d')] } as const
  const [first] = agents
  return (agent) => (agent === first ? calls.first : calls.other)
}
