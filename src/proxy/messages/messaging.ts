import { sentMessageSchema, type SentMessage } from '../../contract/messages/messages.ts'
import { createBegun, type Begun } from '../begun/begun.ts'
import type { Connect } from '../connect/connect.ts'
import type { DestinationDirectory } from '../connect/lookups/destination-directory.ts'
import type { OwnContacts } from '../connect/lookups/own-contacts.ts'
import type { AppConfiguration } from '../environment.ts'
import { createDependency, type Dependency, type LogDependency } from '../logs/dependency-log.ts'
import { ProblemError } from '../problem-error.ts'
import type { PolicyFile } from '../policy/policies.ts'
import type { NamesZone } from '../policy/zone-keys.ts'
import type { Clock } from '../rates/clock.ts'
import type { SharedStore } from '../shared-store.ts'
import type { Sha256Hex } from '../tasks/client-token.ts'
import { createIntervals, type Intervals } from './intervals/intervals.ts'
import { createIntervalsInMemory } from './intervals/intervals-in-memory.ts'
import { createNumberKey } from './intervals/number-key.ts'
import { longestIntervalMs } from './message-policy.ts'
import { createSenderDirectory, type SenderDirectory } from './senders.ts'

/** Connect remembers the client token of a message for 7 days (API, StartOutboundChatContact). */
export const messagesRememberedForMs = 7 * 24 * 60 * 60_000

/** Far more than an agent sends in that time. */
const rememberedPerAgent = 1_000

/** The parts that only messages need. A proxy without NUMBER_HASH_SECRET has none of them. */
export interface Messaging {
  readonly begunMessages: Begun<SentMessage>
  readonly senders: SenderDirectory
  readonly intervals: Intervals
  /** Whether proxies with one Redis hash numbers alike, as far as the last answer of Redis tells. */
  readonly numberSecret: {
    readonly prepare: () => Promise<void>
    readonly isReady: () => boolean
    readonly reason: Dependency['reason']
  }
  /** A hash of a message and its number. Without the secret, a guess of the number cannot be checked against it. */
  readonly contentHash: (content: string) => string
}

/** The parts of the rest of the proxy that messages need. */
export interface MessageParts {
  readonly connect: Connect
  readonly destinations: Pick<DestinationDirectory, 'list' | 'requireOffered' | 'distrust'>
  readonly ownContacts: OwnContacts
  readonly instanceId: string
  readonly namesZone: NamesZone
  readonly now: () => Date
  readonly sha256Hex: Sha256Hex
  readonly messaging: Messaging
}

export interface MessagingOptions {
  /** Absent if no policy allows messages. */
  readonly secret: string | undefined
  readonly configuration: Pick<AppConfiguration, 'instanceArn' | 'instanceId'>
  readonly policyFile: PolicyFile
  readonly connect: Connect
  readonly sharedStore: SharedStore | undefined
  readonly clock: Clock | undefined
  readonly now: () => Date
  readonly sha256Hex: Sha256Hex
  readonly logDependency: LogDependency
}

export function createMessaging(options: MessagingOptions): Messaging | undefined {
  const { secret, configuration, connect, sharedStore, clock, now, sha256Hex } = options
  if (secret === undefined) return undefined
  const { instanceArn, instanceId } = configuration
  const numbers = createDependency({
    name: 'phone numbers in Amazon Connect',
    isReady: () => true,
    log: options.logDependency,
  })
  const intervals = createIntervals({
    keyOf: createNumberKey(secret, instanceId),
    own: createIntervalsInMemory(() => now().getTime()),
    shared: sharedStore?.intervals,
    longestMs: longestIntervalMs(options.policyFile),
    now,
  })
  const { note, reason } = createDependency({
    name: 'NUMBER_HASH_SECRET',
    isReady: () => false,
    log: options.logDependency,
  })
  return {
    begunMessages: createBegun({
      kind: 'messages',
      answerSchema: sentMessageSchema,
      clock,
      shared: sharedStore?.begunMessages,
      keptForMs: messagesRememberedForMs,
      perAgent: rememberedPerAgent,
    }),
    senders: createSenderDirectory({ connect, instanceArn, now, note: numbers.note }),
    intervals,
    numberSecret: {
      async prepare() {
        try {
          if (await intervals.requireOneSecret()) note(undefined)
        } catch (error) {
          if (error instanceof ProblemError) note(error)
          throw error
        }
      },
      isReady: () => reason() === undefined,
      reason,
    },
    contentHash: (content) => sha256Hex(`${secret}\n${content}`),
  }
}
