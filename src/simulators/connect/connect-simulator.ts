import { createServer } from 'node:http'
import type { AttachedFile, AttachmentFetch } from './attachments/attached-files.ts'
import type { AttachmentLimits } from '../../core/fields/attachments/attachment.ts'
import { readTaskFiles } from './attachments/task-files.ts'
import type { ContactReference } from './state/contact-reference.ts'
import type { InstanceContact } from '../instance/instance.ts'
import { listen, stopListening } from '../listen.ts'
import { replaceAgentContacts } from './state/agent-contacts.ts'
import { acceptTask } from './state/task-progress.ts'
import { answerControlCall, isControlCall } from './calls/control-calls.ts'
import { demoCredentials } from './wire/credentials.ts'
import { demoSeed } from './state/demo-seed.ts'
import { createFailureQueue } from '../failure-queue.ts'
import type { Failure } from './calls/failures.ts'
import {
  type ClientTokenMode,
  type CreatedMessage,
  type CreatedTask,
  createInstanceState,
  type InstanceState,
} from './state/instance-state.ts'
import type { OperationName } from './operations.ts'
import { createRateLimits } from './calls/rates.ts'
import { createCallLog, type ReceivedCall } from './calls/received-calls.ts'
import { changeTemplate, type TemplateChanges } from './templates/change-template.ts'
import type { Seed } from './wire/routing.ts'
import { answerServiceCall, type ServiceParts } from './calls/service-calls.ts'

/** Node closes idle connections after 5 s. On a busy machine a call could then use a connection that is just being closed. */
const keepAliveTimeoutMs = 60_000

type RateMode = 'unlimited' | 'documented'

interface ConnectSimulatorOptions {
  /** Default: a free port. */
  readonly port?: number
  /** The clock for schedules, timestamps, rates and pagination tokens. */
  readonly now?: () => number
  /** The clock for checking signatures. Separate, because the SDK always signs with the machine's clock. */
  readonly signatureNow?: () => number
  readonly seed?: Seed
}

export interface ConnectSimulator {
  readonly url: string
  readonly credentials: typeof demoCredentials
  /** The last 1,000 API calls, oldest first. */
  readonly received: readonly ReceivedCall[]
  readonly tasks: readonly CreatedTask[]
  /** The outbound chats that Connect has started, each with its first message. */
  readonly messages: readonly CreatedMessage[]
  /** Default: `unlimited`. */
  rates: RateMode
  /** Default: `honour`. */
  clientTokens: ClientTokenMode
  /** How long a new task stays unknown to every operation but its creation. Default: 0. */
  tasksKnownAfterMs: number
  /** Chats that may be active at once. Default: 500. */
  activeChatsLimit: number
  /** When the files of a new task are read. Default: `in-call`. */
  attachmentFetch: AttachmentFetch
  /** The administrator's settings for the files of tasks. Default: the documented defaults. */
  attachmentSettings: AttachmentLimits
  /** The files of a task. */
  readonly attachmentsOf: (contactId: string) => readonly AttachedFile[]
  /** Reads the files that wait, of one task or of all. */
  readonly fetchAttachments: (contactId?: string) => Promise<void>
  /** Gives a contact these references in place of its own. */
  readonly setReferences: (contactId: string, references: readonly ContactReference[]) => void
  /** An agent accepts a task that has started. */
  readonly acceptTask: (contactId: string, userId: string) => void
  /** Replaces an agent's current contacts, as the CCP simulator does over HTTP. */
  readonly setContacts: (userId: string, contacts: readonly InstanceContact[]) => void
  /** Changes the instance as an administrator could: its flows, quick connects and users. */
  readonly changeInstance: (changes: Partial<Seed>) => void
  /** Publishes a new version of a template; `{ status: 'INACTIVE' }` takes it out of use. */
  readonly changeTemplate: (templateId: string, changes: TemplateChanges) => void
  readonly failNext: (operation: OperationName, failure: Failure, times?: number) => void
  /** Withdraws the failures that have not happened yet. */
  readonly clearFailures: () => void
  /** Restores the seed and the default settings, and deletes received calls, tasks and contacts. */
  readonly reset: () => void
  readonly close: () => Promise<void>
}

const serverOf = (parts: ServiceParts) =>
  createServer({ keepAliveTimeout: keepAliveTimeoutMs }, (request, response) => {
    const answered = isControlCall(request.url ?? '')
      ? answerControlCall(parts.state(), request, response)
      : answerServiceCall(parts, request, response)
    // Errors are sent as responses. The promise rejects only if the client disconnects before the request is complete.
    answered.catch(() => response.destroy())
  })

/** The instance, which an administrator replaces by a changed one. */
interface Instance {
  state: InstanceState
}

/** The data and actions of an administrator and of agents. */
const actsOn = (instance: Instance) => ({
  attachmentsOf: (contactId: string) => instance.state.attachedFiles.get(contactId) ?? [],
  fetchAttachments: (contactId?: string) => readTaskFiles(instance.state, contactId),
  setReferences: (contactId: string, references: readonly ContactReference[]) =>
    void instance.state.contactReferences.set(contactId, references),
  acceptTask: (contactId: string, userId: string) => acceptTask(instance.state, contactId, userId),
  setContacts: (userId: string, contacts: readonly InstanceContact[]) =>
    replaceAgentContacts(instance.state, userId, contacts),
  changeInstance: (changes: Partial<Seed>) => {
    instance.state = { ...instance.state, ...changes }
  },
  changeTemplate: (templateId: string, changes: TemplateChanges) =>
    changeTemplate(instance.state, templateId, () => changes),
})

/**
 * Starts a simulated Amazon Connect API on this machine.
 *
 *     const connect = await startConnectSimulator()
 *     const client = new ConnectClient({ endpoint: connect.url, region, credentials: connect.credentials })
 */
export async function startConnectSimulator(
  options: ConnectSimulatorOptions = {},
): Promise<ConnectSimulator> {
  const { port = 0, now = Date.now, signatureNow = Date.now, seed = demoSeed } = options
  const log = createCallLog()
  const failures = createFailureQueue<OperationName, Failure>()
  const rateLimits = createRateLimits(now)
  const instance: Instance = { state: createInstanceState(seed, now) }
  let rates: RateMode = 'unlimited'

  const server = serverOf({
    state: () => instance.state,
    log,
    failures,
    rateLimits: () => (rates === 'documented' ? rateLimits : undefined),
    signatureNow,
  })

  return {
    url: await listen(server, port),
    credentials: demoCredentials,
    received: log.calls,
    get tasks() {
      return instance.state.tasks
    },
    get messages() {
      return instance.state.messages
    },
    get rates() {
      return rates
    },
    set rates(mode) {
      rates = mode
      rateLimits.refill()
    },
    get clientTokens() {
      return instance.state.clientTokens
    },
    set clientTokens(mode) {
      instance.state.clientTokens = mode
    },
    get tasksKnownAfterMs() {
      return instance.state.tasksKnownAfterMs
    },
    set tasksKnownAfterMs(milliseconds) {
      instance.state.tasksKnownAfterMs = milliseconds
    },
    get activeChatsLimit() {
      return instance.state.activeChatsLimit
    },
    set activeChatsLimit(limit) {
      instance.state.activeChatsLimit = limit
    },
    get attachmentFetch() {
      return instance.state.attachmentFetch
    },
    set attachmentFetch(mode) {
      instance.state.attachmentFetch = mode
    },
    get attachmentSettings() {
      return instance.state.attachmentSettings
    },
    set attachmentSettings(settings) {
      instance.state.attachmentSettings = settings
    },
    ...actsOn(instance),
    failNext: (operation, failure, times = 1) => failures.add(operation, failure, times),
    clearFailures: failures.clear,
    reset: () => {
      instance.state = createInstanceState(seed, now)
      rates = 'unlimited'
      log.clear()
      failures.clear()
      rateLimits.refill()
    },
    close: () => stopListening(server),
  }
}
