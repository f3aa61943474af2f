import { createSeeded, type Seeded } from '../seed/seeded.ts'
import { setImmediate as macrotask } from 'node:timers/promises'
import { assumedTokenMemoryMs, messageTokenMemoryMs } from '../../core/attempts/attempt.ts'
import type { KeptParts } from '../../core/existing-task/permissions.ts'
import type { Contact } from '../../core/contact/contact.ts'
import type { AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import { contact as connectContact } from '../../proxy/harness/proxy-scene.ts'
import { storageLimitMs } from '../../drafts/in-time.ts'
import { storeAgainAfterMs } from '../../drafts/sync/window/store-reading.ts'
import type { StorageMode } from '../window/browser-storage.ts'
import type { KillableProxy } from '../servers/killable-proxy.ts'
import { openWindow, sessionWith, type PanelWindow } from '../window/panel-window.ts'
import type { ToldChange } from '../window/window-tasks.ts'
import { createTextBook, type TextBook } from './text-book.ts'
import { createWire, type Message, type Wire } from '../servers/wire.ts'
import { installSeededChance } from '../seed/virtual-clock.ts'
import type { SignedInAgent, Workplace } from '../servers/workplace.ts'
import { titleOfRequest } from '../../drafts/desk/draft-title.ts'
import { createFileBook, type FileBook } from './file-book.ts'
import { fileCarrier } from '../servers/file-carrier.ts'

/** How Connect treats a client token that it got before. */
export type TokenMemory =
  | 'honours tokens'
  | 'refuses tokens'
  | 'forgets tokens in time'
  | 'forgets tokens early'

export interface Told {
  readonly contactId: string
  readonly request: AnyRequest
}

export interface Times {
  readonly fromMs: number
  /** Absent while it goes on. */
  readonly toMs?: number
}

/** Everything about one run. */
export interface World {
  readonly seed: string
  readonly seeded: Seeded
  readonly place: Workplace
  readonly proxy: KillableProxy
  readonly hasSharedMemory: boolean
  readonly tokens: TokenMemory
  readonly wire: Wire
  readonly texts: TextBook
  readonly files: FileBook
  /** From now on files arrive. */
  readonly endFileFaults: () => void
  /** The calls of an agent. */
  readonly contactsOf: (agent: SignedInAgent) => readonly [Contact, ...Contact[]]
  /** The start of the tasks that the agent schedules, by their texts. */
  readonly schedules: Map<string, ScheduleDraft>
  /** The times that the agent has asked for in any window. */
  readonly askedTimes: Set<string>
  /** A text that was not typed before. */
  readonly newText: (kind: DraftKind) => string
  readonly windows: () => readonly PanelWindow[]
  /** The name of the browser's database. */
  readonly database: string
  /** What policy lets the browser keep. */
  readonly keeps: KeptParts
  /** A window in which this agent is signed in, the first one unless given. */
  readonly open: (agent?: SignedInAgent) => Promise<void>
  /** The agents who have signed in. */
  readonly agents: ReadonlySet<SignedInAgent>
  readonly noteSignedIn: (agent: SignedInAgent) => void
  /** The agent who typed each text. */
  readonly ownerOf: Map<string, SignedInAgent>
  /** The texts of which the agent has said that their tasks exist. */
  readonly saidCreated: Set<string>
  /** Changes that the panel has reported as done. */
  readonly toldChanges: ToldChange[]
  readonly setStorage: (mode: StorageMode) => void
  readonly storage: () => StorageMode
  /** When the storage failed last, and when it worked again. */
  readonly storageFailure: () => Times | undefined
  /** The tasks and messages that the panel has reported to the agent as created. */
  readonly told: readonly Told[]
  /** When each result was first in the list of a window. */
  readonly listedAtMs: Map<string, number>
  /** Lets the windows do what they can do now. */
  readonly settle: () => Promise<void>
  readonly note: (step: string) => void
  readonly noteFault: (kind: string) => void
  readonly faults: ReadonlyMap<string, number>
  readonly steps: readonly string[]
  /** How often the proxy has lost its memory, and under which of these counts each text was delivered. */
  readonly memoryLosses: () => number
  readonly noteMemoryLoss: () => void
  readonly noteDelivered: (message: Pick<Message, 'text' | 'clientToken'>) => void
  /** The text of each client token that the proxy got. */
  readonly textOfToken: ReadonlyMap<string, string>
  readonly deliveredUnder: ReadonlyMap<string, ReadonlySet<number>>
  /** Nothing can tell the agent of what this window has sent in this time and not heard of. */
  readonly excuse: (window: PanelWindow, time: Times, reason: string) => void
  readonly excuses: ReadonlyMap<string, string>
}

/** A store transaction takes several turns of the event loop, and its promises some more. */
const quietTurns = 12

const tokenMemories: readonly (readonly [weight: number, memory: TokenMemory])[] = [
  [10, 'honours tokens'],
  [3, 'refuses tokens'],
  [4, 'forgets tokens in time'],
  [1, 'forgets tokens early'],
]

const earlyMs = 4_000

const policies: readonly (readonly [weight: number, keeps: KeptParts])[] = [
  [12, 'everything'],
  [3, 'no-attribute-values'],
  [3, 'nothing'],
]

/** So long after the storage works again the panel has noticed, and has stored what it could not store. */
export const storeTriedWithinMs = storageLimitMs + storeAgainAfterMs

export async function createWorld(seed: string, place: Workplace, verbose = false): Promise<World> {
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
  connect.clientTokens = {
    'honours tokens': 'honour' as const,
    'refuses tokens': 'refuse' as const,
    'forgets tokens in time': {
      forgetAfterMs: assumedTokenMemoryMs,
      forgetMessagesAfterMs: messageTokenMemoryMs,
    },
    'forgets tokens early': { forgetAfterMs: earlyMs },
  }[tokens]
  const call = (name: string): Contact => ({
    contactId: `${seed.replaceAll(/[^\w-]/g, '-')}-${name}-${clock.nowMs().toString(36)}`,
    channel: 'voice',
    state: 'connected',
    stateSince: clock.nowMs(),
  })
  const [first] = place.agents
  const calls = { first: [call('a'), call('b')], other: [call('c'), call('d')] } as const
  const contactsOf: World['contactsOf'] = (agent) => (agent === first ? calls.first : calls.other)
  for (const agent of place.agents)
    connect.setContacts(
      agent.user.userId,
      contactsOf(agent).map(({ contactId }) => connectContact(contactId)),
    )
  const keeps = seeded.weighted(policies) ?? 'everything'
  const database = `run-${seed}`
  const agents = new Set<SignedInAgent>()
  const toldChanges: ToldChange[] = []
  const faults = new Map<string, number>()
  const steps: string[] = []
  const told: Told[] = []
  const textOfToken = new Map<string, string>()
  const excuses = new Map<string, string>()
  const deliveredUnder = new Map<string, Set<number>>()
  let windows: PanelWindow[] = []
  let opened = 0
  let storage: StorageMode = 'works'
  let failure: Times | undefined
  let memoryLosses = 0
  let texts = 0

  async function settle() {
    for (let quiet = 0; quiet < quietTurns; quiet += 1) {
      await macrotask()
      if (wire.isBusy() || windows.some((each) => each.isBusy())) quiet = 0
    }
    windows = windows.filter((each) => each.isOpen())
    for (const each of windows) each.render()
  }
  const note = (step: string) => {
    steps.push(step)
    if (verbose) process.stdout.write(`${step}\n`)
  }

  const noteFault = (kind: string) => {
    faults.set(kind, (faults.get(kind) ?? 0) + 1)
    note(`   fault: ${kind}`)
  }
  const files = createFileBook(seed)
  const carrier = fileCarrier({ seed, store: place.store, clock, proxy, noteFault })
  const wire = createWire(clock, carrier.carry)

  return {
    seed,
    seeded,
    place,
    proxy,
    hasSharedMemory: proxy === shared,
    tokens,
    wire,
    texts: createTextBook(),
    files,
    endFileFaults: carrier.endFaults,
    contactsOf,
    schedules: new Map(),
    askedTimes: new Set(),
    newText: (kind) => `${kind === 'message' ? 'Text' : 'Task'} ${(texts += 1)}`,
    windows: () => windows.filter((each) => each.isOpen()),
    database,
    keeps,
    agents,
    noteSignedIn: (agent) => void agents.add(agent),
    ownerOf: new Map(),
    saidCreated: new Set(),
    toldChanges,
    open: async (agent = first) => {
      agents.add(agent)
      const opening = openWindow({
        id: (opened += 1),
        origin: proxy.origin,
        agent,
        keeps,
        clock,
        wire,
        database,
        storage: () => storage,
        onPress: (taskName, fileNames) => {
          if (fileNames.length > 0) note(`   with ${fileNames.join(', ')}`)
          files.notePress(taskName, fileNames)
        },
        onCreated: (contactId, request) => void told.push({ contactId, request }),
        onChanged: (change) => void toldChanges.push(change),
      })
      windows = [...windows, opening]
      await settle()
      opening.see(sessionWith(contactsOf(agent), contactsOf(agent)[0].contactId))
      await settle()
    },
    setStorage: (mode) => {
      if (mode === storage) return
      storage = mode
      const nowMs = clock.nowMs()
      // Two failures in a row are one: between them the panel may not have tried again.
      const isOne = failure && (failure.toMs ?? nowMs) >= clock.awakeAgoMs(storeTriedWithinMs)
      failure = {
        fromMs: isOne && failure ? failure.fromMs : nowMs,
        ...(mode === 'works' ? { toMs: nowMs } : {}),
      }
    },
    storage: () => storage,
    storageFailure: () => failure,
    told,
    listedAtMs: new Map(),
    settle,
    note,
    noteFault,
    faults,
    steps,
    memoryLosses: () => memoryLosses,
    noteMemoryLoss: () => {
      memoryLosses += 1
    },
    textOfToken,
    noteDelivered: ({ text, clientToken }) => {
      textOfToken.set(clientToken, text)
      deliveredUnder.set(text, (deliveredUnder.get(text) ?? new Set()).add(memoryLosses))
    },
    deliveredUnder,
    excuse: (window, { fromMs, toMs = Infinity }, reason) => {
      for (const { questions } of window.screen().drafts)
        for (const { attempt, firstSentAt } of questions)
          if (firstSentAt >= fromMs && firstSentAt <= toMs)
            excuses.set(titleOfRequest(attempt.request), reason)
    },
    excuses,
  }
}
