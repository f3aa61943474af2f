import type { ScheduleDraft } from '../../core/fields/schedule/schedule-draft.ts'
import type { AnyRequest, DraftKind } from '../../core/message/any-draft.ts'
import { titleOfRequest } from '../../drafts/desk/draft-title.ts'
import { fileCarrier } from '../servers/file-carrier.ts'
import { createWire, type Wire } from '../servers/wire.ts'
import type { SignedInAgent, Workplace } from '../servers/workplace.ts'
import type { PanelWindow } from '../window/panel-window.ts'
import type { ToldChange } from '../window/window-tasks.ts'
import { createDeliveries, type Deliveries } from './deliveries.ts'
import { createFileBook, type FileBook } from './file-book.ts'
import { createJournal, type Journal } from './journal.ts'
import { createOpenWindows, type OpenWindows } from './open-windows.ts'
import { chooseConditions, type RunConditions } from './run-conditions.ts'
import { createStorageState, type StorageState, type Times } from './storage-state.ts'
import { createTextBook, type TextBook } from './text-book.ts'

export interface Told {
  readonly contactId: string
  readonly request: AnyRequest
}

/** The state of one run. */
export interface World
  extends RunConditions, Journal, StorageState, Deliveries, Pick<OpenWindows, 'windows' | 'settle'> {
  readonly wire: Wire
  readonly texts: TextBook
  readonly files: FileBook
  /** From now on all files arrive. */
  readonly endFileFaults: () => void
  /** The start of the tasks that the agent schedules, by their texts. */
  readonly schedules: Map<string, ScheduleDraft>
  /** The times that the agent has asked for in any window. */
  readonly askedTimes: Set<string>
  /** A text that was not typed before. */
  readonly newText: (kind: DraftKind) => string
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
  /** The tasks and messages that the panel has reported to the agent as created. */
  readonly told: readonly Told[]
  /** When each result was first in the list of a window. */
  readonly listedAtMs: Map<string, number>
  /** Notes that the panel cannot know about requests that this window sent in this time and got no answer to. */
  readonly excuse: (window: PanelWindow, time: Times, reason: string) => void
  readonly excuses: ReadonlyMap<string, string>
}

export async function createWorld(seed: string, place: Workplace, isVerbose = false): Promise<World> {
  const { clock } = place
  const conditions = await chooseConditions(seed, place)
  const { proxy, keeps, database } = conditions
  const agents = new Set<SignedInAgent>()
  const toldChanges: ToldChange[] = []
  const told: Told[] = []
  const excuses = new Map<string, string>()
  const journal = createJournal(isVerbose)
  const storage = createStorageState(clock)
  const files = createFileBook(seed)
  const { noteFault } = journal
  const carrier = fileCarrier({ seed, store: place.store, clock, proxy, noteFault })
  const wire = createWire(clock, carrier.carry)
  const windows = createOpenWindows(
    {
      origin: proxy.origin,
      keeps,
      clock,
      wire,
      database,
      storage: storage.storage,
      locks: conditions.locks,
      onPress: (taskName, fileNames) => {
        if (fileNames.length > 0) journal.note(`   with ${fileNames.join(', ')}`)
        files.notePress(taskName, fileNames)
      },
      onCreated: (contactId, request) => void told.push({ contactId, request }),
      onChanged: (change) => void toldChanges.push(change),
    },
    conditions.contactsOf,
  )
  let texts = 0

  return {
    ...conditions,
    ...journal,
    ...storage,
    ...createDeliveries(),
    windows: windows.windows,
    settle: windows.settle,
    wire,
    texts: createTextBook(),
    files,
    endFileFaults: carrier.endFaults,
    schedules: new Map(),
    askedTimes: new Set(),
    newText: (kind) => `${kind === 'message' ? 'Text' : 'Task'} ${(texts += 1)}`,
    open: async (agent = place.agents[0]) => {
      agents.add(agent)
      await windows.open(agent)
    },
    agents,
    noteSignedIn: (agent) => void agents.add(agent),
    ownerOf: new Map(),
    saidCreated: new Set(),
    toldChanges,
    told,
    listedAtMs: new Map(),
    excuse: (window, { fromMs, toMs = Infinity }, reason) => {
      for (const { questions } of window.screen().drafts)
        for (const { attempt, firstSentAt } of questions)
          if (firstSentAt >= fromMs && firstSentAt <= toMs)
            excuses.set(titleOfRequest(attempt.request), reason)
    },
    excuses,
  }
}
