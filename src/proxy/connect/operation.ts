import type { ConnectClient } from '@aws-sdk/client-connect'
import type { Outcome } from '../../contract/problems/problem.ts'
import type { Issue } from '../../core/issues/issues.ts'
import type { CodeAndReason } from '../problem-error.ts'
import type { Rate } from '../rates/token-bucket.ts'

/** The path of each kind of resource below the instance’s ARN. AWS calls quick connects and users by other names. */
export const resourcePaths = {
  instance: '',
  flow: '/contact-flow/*',
  'quick connect': '/transfer-destination/*',
  template: '/task-template/*',
  contact: '/contact/*',
  user: '/agent/*',
  queue: '/queue/*',
  'routing profile': '/routing-profile/*',
  'hierarchy group': '/agent-group/*',
} as const

/** A phone number belongs to the account: its ARN is not below that of an instance. */
export type ResourceKind = keyof typeof resourcePaths | 'phone number'

/** The statements of the IAM policy. */
export type IamStatement =
  | 'CreateLinkedTask'
  | 'ChangeOwnTask'
  | 'OfferDestinations'
  | 'KnowAgent'
  | 'KnowContact'
  | 'KnowFileLimits'
  | 'SendMessages'
  | 'OfferSenders'

/** Refusals of Connect that mean something else for each operation: statuses 402, 404, 409, 410 and 413, and a limit of its own (429). */
export type RefusalKind = 'quota' | 'missing' | 'conflict' | 'ended' | 'too-large' | 'limit'

export type Refusal = CodeAndReason & {
  readonly detail: string
  readonly outcome?: Outcome
  readonly issues?: readonly Issue[]
}

/** The facts about an operation that the rates, the IAM policy and the metrics need. */
export interface OperationFacts<Name extends string = string> {
  /** The name in the SDK and in IAM policies. */
  readonly name: Name
  /**
   * The rate of an account in a Region until AWS raises it (service quotas, "Connect Customer API throttling quotas").
   */
  readonly rate: Rate
  /** True if a lost answer may hide a change, so that the SDK must not send the call again. */
  readonly writes: boolean
  /** The problems that such refusals of this operation become. */
  readonly refusals?: Partial<Readonly<Record<RefusalKind, Refusal>>>
  /** The problems that refusals become whose reason Connect names, by that name. */
  readonly namedRefusals?: Readonly<Record<string, Refusal>>
  /** The resource types are those of the service authorization reference ("Actions defined by Amazon Connect"). */
  readonly iam: {
    readonly statement: IamStatement
    readonly resources: readonly ResourceKind[]
    readonly condition?: { readonly StringEquals: Readonly<Record<string, readonly string[]>> }
  }
}

/** A command of the SDK: the part that a step before sending needs. */
export interface Sendable {
  readonly middlewareStack: {
    add(
      middleware: <Request, Answer>(
        next: (request: Request) => Promise<Answer>,
      ) => (request: Request) => Promise<Answer>,
      options: { readonly step: 'finalizeRequest'; readonly priority: 'low' },
    ): void
  }
}

/** The connection to one instance, on behalf of one caller. */
export interface Session {
  readonly client: ConnectClient
  readonly instanceId: string
  /** Makes a command wait for the caller’s turn each time it is sent: for every page and every retry of the SDK. */
  readonly inTurn: <Command extends Sendable>(command: Command) => Command
}

/** One operation of Amazon Connect: its facts, how it is asked and how its answer is read. */
export interface Operation<Name extends string, Question, Answer> extends OperationFacts<Name> {
  readonly ask: (session: Session, question: Question) => Promise<Answer>
}

/** Infers the types of an operation from its `ask`. */
export const operation = <const Name extends string, Question, Answer>(
  definition: Operation<Name, Question, Answer>,
): Operation<Name, Question, Answer> => definition
