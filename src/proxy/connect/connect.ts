import {
  ConnectClient,
  DescribeContactCommand,
  ListAssociatedContactsCommand,
  paginateGetCurrentUserData,
  paginateListContactFlows,
  paginateListQuickConnects,
  paginateSearchUsers,
  StartTaskContactCommand,
  type AssociatedContactSummary,
  type ConnectClientConfig,
} from '@aws-sdk/client-connect'
import type { Attribute } from '../../core/fields/attributes.ts'
import type { Destinations } from '../../core/fields/destination.ts'
import type { LinkType } from '../../core/fields/link.ts'
import type { StartTaskContactParameters } from '../../core/start-task-contact.ts'
import {
  connectFailure,
  connectRequestId,
  isUnknownToConnect,
  type ConnectOperation,
} from './connect-errors.ts'
import type { ConnectRates, OperationName } from '../rates/connect-rates.ts'
import { Failure } from '../failure.ts'
import type { ConnectCall } from '../logs/metrics.ts'
import { createRateLimiter, type AskOthers, type Caller, type Clock } from '../rates/rate-limiter.ts'
import { watchTurns, type NoteWaiting } from '../rates/watched-turns.ts'

export interface ConnectUser {
  readonly userId: string
  readonly arn: string
  readonly username: string
  readonly name: string
  readonly securityProfileIds: readonly string[]
}

/** A contact as far as a link to it needs it; the words are Connect's. */
export interface ContactRecord {
  readonly channel?: string
  readonly initiationMethod?: string
  /** Absent until an agent has accepted the contact. */
  readonly agentUserId?: string
  readonly attributes: readonly Attribute[]
}

export interface LinkedTask {
  readonly contactId: string
  readonly link: LinkType
}

interface CreatedContact {
  readonly contactId: string
  readonly connectRequestId?: string
}

/** What the proxy may ask of one Connect instance, each call in its turn. Everything rejects with a {@link Failure}. */
export interface Connect {
  /** Keeps the caller a turn at `startTaskContact`; throws `busy` when it would be refused now. Returns how to give it up. */
  readonly expectTask: (caller: Caller) => () => void
  readonly startTaskContact: (
    parameters: StartTaskContactParameters,
    caller: Caller,
  ) => Promise<CreatedContact>
  /** Every flow that a task may start in. */
  readonly listFlows: () => Promise<Destinations['flows']>
  /** Every quick connect that leads to a person or a queue. */
  readonly listQuickConnects: () => Promise<Destinations['quickConnects']>
  /** So many at the most; Connect gives them in no order that it promises. */
  readonly listUsers: (limit: number) => Promise<readonly ConnectUser[]>
  /** Nothing when Connect knows no such contact. */
  readonly describeContact: (contactId: string, caller: Caller) => Promise<ContactRecord | undefined>
  /** The tasks that hang on a contact directly; none when Connect knows no such contact. */
  readonly listLinkedTasks: (contactId: string, caller: Caller) => Promise<readonly LinkedTask[]>
  /** The contacts in front of the calling agent right now, ringing ones included. */
  readonly currentContactIds: (caller: Caller) => Promise<readonly string[]>
}

export interface ConnectOptions {
  readonly region: string
  readonly instanceId: string
  readonly rates: ConnectRates
  /** The SDK's own environment variables decide unless given. */
  readonly endpoint?: string
  readonly credentials?: { readonly accessKeyId: string; readonly secretAccessKey: string }
  readonly writeTimeoutMs?: number
  readonly noteCall?: (call: ConnectCall) => void
  readonly noteWaiting?: NoteWaiting
  /** Where the rates are kept together with other proxies. */
  readonly askOthers?: AskOthers
  readonly clock?: Clock
}

const connectionTimeoutMs = 2_000
const readTimeoutMs = 4_000
const writeTimeoutMsDefault = 10_000

const pageSize = 1_000
const userPageSize = 500
const currentUserPageSize = 100
const associatedPageSize = 100

const kindByType: Readonly<Record<string, 'user' | 'queue'>> = { USER: 'user', QUEUE: 'queue' }

async function everyItem<Page, Item>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly Item[],
  limit = Infinity,
) {
  const items: Item[] = []
  for await (const page of pages) {
    items.push(...itemsOf(page))
    if (items.length >= limit) break
  }
  return items.slice(0, limit)
}

function linkedTask(parentId: string, summary: AssociatedContactSummary): LinkedTask[] {
  const { ContactId: contactId, Channel, PreviousContactId, RelatedContactId } = summary
  if (!contactId || Channel !== 'TASK') return []
  if (PreviousContactId === parentId) return [{ contactId, link: 'previous' }]
  return RelatedContactId === parentId ? [{ contactId, link: 'related' }] : []
}

/** Any command of the SDK's, as far as somebody may step in before it goes out. */
interface Sent {
  readonly middlewareStack: {
    add(
      middleware: <Request, Answer>(
        next: (request: Request) => Promise<Answer>,
      ) => (request: Request) => Promise<Answer>,
      options: { readonly step: 'finalizeRequest'; readonly priority: 'low' },
    ): void
  }
}

const read = (name: OperationName): ConnectOperation => ({ name, writes: false })

export function createConnect(options: ConnectOptions): Connect {
  const { region, instanceId: InstanceId, endpoint, credentials, noteCall } = options
  const client = (settings: { readonly maxAttempts: number; readonly requestTimeout: number }) => {
    const { maxAttempts, requestTimeout } = settings
    const configuration: ConnectClientConfig = {
      region,
      maxAttempts,
      requestHandler: {
        connectionTimeout: connectionTimeoutMs,
        requestTimeout,
        // Without this the SDK only warns about a late answer and goes on waiting.
        throwOnRequestTimeout: true,
      },
      ...(endpoint === undefined ? {} : { endpoint }),
      ...(credentials === undefined ? {} : { credentials }),
    }
    return new ConnectClient(configuration)
  }
  const reader = client({ maxAttempts: 3, requestTimeout: readTimeoutMs })
  // One attempt: whoever holds the client token decides whether a task is sent again.
  const writer = client({ maxAttempts: 1, requestTimeout: options.writeTimeoutMs ?? writeTimeoutMsDefault })
  const turns = createRateLimiter(options.rates, options.clock, options.askOthers)
  const limiter = options.noteWaiting ? watchTurns(turns, options.noteWaiting) : turns
  /** Has a command wait for its turn each time that it goes out: for every page, and whenever the SDK tries again. */
  const inTurn =
    (operation: OperationName, caller?: Caller) =>
    <Command extends Sent>(command: Command): Command => {
      command.middlewareStack.add(
        (next) => (request) => limiter.inTurn(operation, caller, () => next(request)),
        {
          step: 'finalizeRequest',
          // After the SDK's own, which tries again.
          priority: 'low',
        },
      )
      return command
    }
  const paging = (operation: OperationName, caller?: Caller) => ({
    client: reader,
    // A token that leads back to the same page would otherwise be followed for ever.
    stopOnSameToken: true,
    withCommand: inTurn(operation, caller),
  })

  async function answered<Answer>(operation: ConnectOperation, answer: Promise<Answer>): Promise<Answer> {
    const startedAt = performance.now()
    const note = (result: ConnectCall['result']) =>
      noteCall?.({ operation: operation.name, result, durationMs: performance.now() - startedAt })
    try {
      const value = await answer
      note('ok')
      return value
    } catch (error) {
      const failure = connectFailure(error, operation)
      note(failure.facts.code)
      throw failure
    }
  }

  return {
    expectTask: (caller) => limiter.expect('StartTaskContact', caller),

    async startTaskContact(parameters, caller) {
      const operation = { name: 'StartTaskContact', writes: true } as const
      const sent = writer.send(inTurn(operation.name, caller)(new StartTaskContactCommand(parameters)))
      const { ContactId: contactId, $metadata } = await answered(operation, sent)
      const asked = connectRequestId($metadata.requestId)
      if (contactId) return { contactId, ...asked }
      throw new Failure({
        code: 'connect-failed',
        detail: 'Connect answered StartTaskContact without saying which contact it created.',
        outcome: 'unknown',
        ...asked,
      })
    },

    listFlows() {
      const pages = paginateListContactFlows(paging('ListContactFlows'), {
        InstanceId,
        ContactFlowTypes: ['CONTACT_FLOW'],
        MaxResults: pageSize,
      })
      const flows = everyItem(pages, ({ ContactFlowSummaryList = [] }) =>
        ContactFlowSummaryList.flatMap(
          ({ Id, Name, ContactFlowType, ContactFlowState, ContactFlowStatus }) =>
            Id &&
            ContactFlowType === 'CONTACT_FLOW' &&
            ContactFlowState === 'ACTIVE' &&
            ContactFlowStatus === 'PUBLISHED'
              ? [{ flowId: Id, name: Name ?? Id }]
              : [],
        ),
      )
      return answered(read('ListContactFlows'), flows)
    },

    listQuickConnects() {
      const pages = paginateListQuickConnects(paging('ListQuickConnects'), {
        InstanceId,
        QuickConnectTypes: ['USER', 'QUEUE'],
        MaxResults: pageSize,
      })
      const quickConnects = everyItem(pages, ({ QuickConnectSummaryList = [] }) =>
        QuickConnectSummaryList.flatMap(({ Id, Name, QuickConnectType = '' }) => {
          const kind = kindByType[QuickConnectType]
          return Id && kind ? [{ quickConnectId: Id, name: Name ?? Id, kind }] : []
        }),
      )
      return answered(read('ListQuickConnects'), quickConnects)
    },

    listUsers(limit) {
      const pages = paginateSearchUsers(paging('SearchUsers'), { InstanceId, MaxResults: userPageSize })
      const users = everyItem(
        pages,
        ({ Users = [] }) =>
          Users.flatMap(({ Id, Arn, Username, IdentityInfo, SecurityProfileIds = [] }) => {
            if (!Id || !Arn || !Username) return []
            const fullName = [IdentityInfo?.FirstName, IdentityInfo?.LastName].filter(Boolean).join(' ')
            const name = fullName || Username
            return [
              { userId: Id, arn: Arn, username: Username, name, securityProfileIds: SecurityProfileIds },
            ]
          }),
        limit,
      )
      return answered(read('SearchUsers'), users)
    },

    async describeContact(contactId, caller) {
      const command = new DescribeContactCommand({ InstanceId, ContactId: contactId })
      const asked = reader.send(inTurn('DescribeContact', caller)(command))
      const known = asked.catch((error: unknown) => {
        if (isUnknownToConnect(error)) return undefined
        throw error
      })
      const { Contact: contact } = (await answered(read('DescribeContact'), known)) ?? {}
      if (!contact) return undefined
      const { Channel, InitiationMethod, AgentInfo, Attributes = {} } = contact
      return {
        ...(Channel ? { channel: Channel } : {}),
        ...(InitiationMethod ? { initiationMethod: InitiationMethod } : {}),
        ...(AgentInfo?.Id ? { agentUserId: AgentInfo.Id } : {}),
        attributes: Object.entries(Attributes).map(([key, value]) => ({ key, value })),
      }
    },

    listLinkedTasks(contactId, caller) {
      // The SDK has no paginator for this operation.
      async function* pages() {
        let NextToken: string | undefined
        do {
          const command = new ListAssociatedContactsCommand({
            InstanceId,
            ContactId: contactId,
            MaxResults: associatedPageSize,
            NextToken,
          })
          // Each page names the next.
          const page = await reader.send(inTurn('ListAssociatedContacts', caller)(command))
          yield page
          // As above: the same token again would lead nowhere else.
          NextToken = page.NextToken === NextToken ? undefined : page.NextToken
        } while (NextToken !== undefined)
      }
      const tasks = everyItem(pages(), ({ ContactSummaryList = [] }) =>
        ContactSummaryList.flatMap((summary) => linkedTask(contactId, summary)),
      )
      return answered(read('ListAssociatedContacts'), tasks)
    },

    async currentContactIds(caller) {
      const { agentId: userId } = caller
      const pages = paginateGetCurrentUserData(paging('GetCurrentUserData', caller), {
        InstanceId,
        Filters: { Agents: [userId] },
        MaxResults: currentUserPageSize,
      })
      const contactIds = everyItem(pages, ({ UserDataList = [] }) =>
        UserDataList.filter(({ User }) => User?.Id === userId).flatMap(({ Contacts = [] }) =>
          Contacts.flatMap(({ ContactId }) => (ContactId ? [ContactId] : [])),
        ),
      )
      const known = contactIds.catch((error: unknown) => {
        if (isUnknownToConnect(error)) return []
        throw error
      })
      return answered(read('GetCurrentUserData'), known)
    },
  }
}
