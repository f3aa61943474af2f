import type { DraftKind } from '../../core/message/any-draft.ts'

type ByCount = (count: number) => string

/** The words about a task that waits to be sent. */
export interface WaitingMessages {
  readonly why: Readonly<Record<'connect' | 'proxy' | 'offline' | 'unreachable', string>>
  /** The number of the agent's other tasks that are sent first. */
  readonly before: ByCount
  /** The number of files of the task that have not arrived. */
  readonly files: ByCount
  readonly left: ByCount
  /** The same for a change of an existing task. */
  readonly changeLeft: ByCount
  readonly whenBack: string
  readonly stop: string
  /** Shown before the agent presses the button. */
  readonly beforePress: Readonly<Record<'offline' | 'unreachable', (kind: DraftKind) => string>>
}

/** The words of the question whether a task was created, after its answer was lost. */
export interface QuestionMessages {
  readonly title: (name: string) => string
  readonly sentAt: (instant: string) => string
  readonly check: string
  readonly checking: string
  readonly checkAdvice: string
  /** Connect may have forgotten the attempt, so it is not sent again. */
  readonly tooOld: string
  readonly looking: string
  readonly foundSome: ByCount
  readonly createdAt: (instant: string) => string
  readonly thisOne: string
  readonly thisOneOf: (name: string) => string
  readonly foundNone: (since: string) => string
  /** The contact has more tasks than the proxy has read. */
  readonly notAll: string
  readonly notFindable: string
  readonly lookFailed: string
  readonly lookAgain: string
  readonly wasCreated: string
  readonly wasNotCreated: string
  readonly found: (name: string) => string
  readonly confirmed: string
}
