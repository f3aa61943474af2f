import type { TaskClient } from '../../client/task-client.ts'
import type { DraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import type { LedgerEntry } from '../../drafts/ledger/ledger-entry.ts'
import { createTaskCommands, type TaskCommands } from '../../widget/tasks/task-commands.ts'
import type { VirtualClock } from '../seed/virtual-clock.ts'
import type { SignedInAgent } from '../servers/workplace.ts'

/** A change that the panel has reported as done, or as refused. */
export interface ToldChange {
  readonly contactId: string
  readonly agent: SignedInAgent
  /** The new start; absent when the task was stopped. */
  readonly scheduledTime?: string
  /** The panel has said that the time was not changed. */
  readonly isRefused?: true
}

/** A created task with its commands. */
export interface WindowTask {
  readonly entry: LedgerEntry
  readonly commands: TaskCommands
}

export interface WindowTasks {
  readonly all: () => readonly WindowTask[]
  /** Call this when the agent signs out. */
  readonly abandon: () => void
}

export interface WindowTasksPlace {
  readonly client: Pick<TaskClient, 'send'>
  readonly drafts: Pick<DraftsAtHand, 'ledger'>
  readonly clock: VirtualClock
  readonly agent: () => SignedInAgent
  readonly onChanged: (change: ToldChange) => void
}

/** The tasks that a window of the panel knows, each with its commands. */
export function windowTasks({ client, drafts, clock, agent, onChanged }: WindowTasksPlace): WindowTasks {
  const now = () => new Date(clock.nowMs())
  const all = createTaskCommands({ client, now }, drafts.ledger, clock.wait)
  const watched = new WeakSet<TaskCommands>()

  function commandsOf({ contactId, createdAt, linkedContactId }: LedgerEntry): TaskCommands {
    const commands = all.of({ contactId, createdAt, linkedContactId })
    if (watched.has(commands)) return commands
    watched.add(commands)
    // Remember the owner: the answer may come after the next agent has signed in.
    const owner = agent()
    const { stop, change } = commands
    stop.subscribe(() => {
      if (stop.getSnapshot().status === 'done') onChanged({ contactId, agent: owner })
    })
    change.subscribe(() => {
      const state = change.getSnapshot()
      if (state.status === 'done')
        onChanged({ contactId, agent: owner, scheduledTime: state.result.scheduledTime })
      if (state.status !== 'not-done') return
      const scheduledTime = state.attempt.request.scheduledTime.toISOString()
      onChanged({ contactId, agent: owner, scheduledTime, isRefused: true })
    })
    return commands
  }

  return {
    all: () =>
      drafts.ledger
        .getSnapshot()
        .filter(({ kind }) => kind === 'task')
        .map((entry) => ({ entry, commands: commandsOf(entry) })),
    abandon: all.abandon,
  }
}
