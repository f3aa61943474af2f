import * as z from 'zod/mini'
import type { Me } from '../contract/reads/me.ts'
import { statusByCode, type Problem, type ProblemCode } from '../contract/problems/problem.ts'
import { type LinkedContact } from '../contract/reads/read-answers.ts'
import type { ContactReferences } from '../contract/reads/contact-references.ts'
import {
  configPath,
  contactPath,
  contactReferencesPath,
  destinationsPath,
  mePath,
  templatePath,
} from '../contract/reads/reads.ts'
import {
  completeUploadPath,
  discardUploadPath,
  readyUploadsPath,
  uploadLimitsPath,
  uploadsPath,
} from '../contract/uploads/upload-paths.ts'
import type {
  AcceptedUpload,
  ReadyAttachments,
  UploadLimits,
  UploadSlot,
} from '../contract/uploads/uploads.ts'
import { defaultAttachmentLimits } from '../core/fields/attachments/attachment-limits.ts'
import { attachmentsLimit } from '../core/fields/attachments/attachment.ts'
import type { PanelConfig } from '../contract/config/panel-config.ts'
import {
  changeSchedulePath,
  stopTaskPath,
  type ChangedSchedule,
  type StoppedTask,
} from '../contract/tasks/task-changes.ts'
import type { TasksOfContact } from '../contract/tasks/tasks-of-contact.ts'
import type { CreatedTask } from '../contract/tasks/tasks.ts'
import { tasksOfPath, tasksPath } from '../contract/tasks/task-paths.ts'
import { defaultPermissions } from '../core/existing-task/permissions.ts'
import type { TaskTemplate } from '../core/templates/template.ts'
import { complaintTemplate, refundTemplate } from './task-templates.ts'
import { messageOptionsPath, messagesPath } from '../contract/messages/message-paths.ts'
import type { SentMessage } from '../contract/messages/messages.ts'
import type { MessageOptions } from '../core/message/message-options.ts'
import type { Destinations } from '../core/fields/destination-key.ts'

export type Answer = (body: string) => Promise<Response>

/** How the proxy answers in one state. */
export interface ProxyAnswers {
  readonly me: Answer
  readonly config: Answer
  readonly destinations: Answer
  readonly template: Answer
  /** The template for complaints. */
  readonly complaintTemplate: Answer
  /** A contact with the attributes that a task would inherit. */
  readonly contact: Answer
  readonly contactReferences: Answer
  readonly uploadLimits: Answer
  readonly beginUpload: Answer
  readonly completeUpload: Answer
  /** The tasks that are linked to that contact. */
  readonly tasksOf: Answer
  readonly createTask: Answer
  readonly messageOptions: Answer
  readonly sendMessage: Answer
  readonly stopTask: Answer
  readonly changeSchedule: Answer
}

export const answer =
  (
    body:
      | Me
      | PanelConfig
      | Destinations
      | TaskTemplate
      | LinkedContact
      | ContactReferences
      | UploadLimits
      | TasksOfContact
      | StoppedTask
      | MessageOptions,
  ): Answer =>
  async () =>
    Response.json(body)

export const noAnswer: Answer = () => new Promise(() => {})

export const lostAnswer: Answer = () => Promise.reject(new TypeError('Failed to fetch'))

export const unreadableAnswer: Answer = async () =>
  new Response('<h1>Welcome to the network of this café</h1>')

export const problem =
  (code: ProblemCode, more: Partial<Problem> = {}): Answer =>
  async () =>
    Response.json(
      {
        status: statusByCode[code],
        code,
        title: code,
        detail: '',
        requestId: '7c1d0b52-6f0e-4f1b-9d3a-2f9a6f0f4c11',
        outcome: 'not-created',
        ...more,
      } satisfies Problem,
      { status: statusByCode[code] },
    )

export const me: Me = {
  userId: '0a6f4f0e-53a1-4000-8000-000000000001',
  username: 'ana',
  name: 'Ana Ruiz',
  account: { issuer: 'https://login.example.com', subject: 'ana' },
  scheduleHorizonDays: 6,
  messages: false,
  fields: {},
  ...defaultPermissions,
}

const config: PanelConfig = {
  version: '1',
  ccpUrl: 'https://example.my.connect.aws/ccp-v2/',
  hostOrigins: [],
  signIn: {
    issuer: 'https://login.example.com',
    clientId: 'tasklink',
    audience: 'tasklink',
    scope: 'openid',
    bearer: 'access-token',
  },
}

export const destinations: Destinations = {
  flows: [
    { flowId: 'callbacks', name: 'Callback requests' },
    { flowId: 'refunds', name: 'Refund approvals' },
  ],
  quickConnects: [
    { quickConnectId: 'ben', name: 'Ben Okafor', kind: 'user' },
    { quickConnectId: 'billing', name: 'Billing', kind: 'queue' },
  ],
  templates: [
    { templateId: 'refund', name: 'Refund request', description: 'For refunds above 50 euros' },
    { templateId: 'complaint', name: 'Complaint' },
  ],
}

export const callOfMaya: LinkedContact = {
  contactId: 'b7d0c1aa-0001-4000-8000-000000000001',
  channel: 'voice',
  attributes: [
    { key: 'orderId', value: '48213' },
    { key: 'customerTier', value: 'Gold' },
    { key: 'language', value: 'es' },
  ],
}

const askedTaskSchema = z.object({ scheduledTime: z.optional(z.string()) })

const createdId = '3e9c5d10-77aa-4000-8000-00000000000a'

export const createdTask: Answer = async (body) => {
  const { scheduledTime = null } = askedTaskSchema.parse(JSON.parse(body))
  return Response.json({ contactId: createdId, scheduledTime } satisfies CreatedTask, { status: 201 })
}

const changed: Answer = async (body) => {
  const { scheduledTime = '' } = askedTaskSchema.parse(JSON.parse(body))
  return Response.json({ contactId: createdId, scheduledTime } satisfies ChangedSchedule)
}

/** One task continues the call, although the list is empty. */
const noTasks: TasksOfContact = { tasks: [], isComplete: true, continuing: 1 }

const uploadLimits: UploadLimits = {
  available: true,
  ...defaultAttachmentLimits,
  extensions: [...defaultAttachmentLimits.extensions],
  mostFiles: attachmentsLimit,
}

const laterMs = 20 * 3_600_000

/** Far ahead of the gallery's clock: uploads use the real time. */
const uploadExpiry = () => new Date(Date.now() + laterMs).toISOString()

const beginUpload: Answer = async () =>
  Response.json({
    upload: 'slot',
    url: 'https://bucket.example/',
    headers: {},
    expiresAt: uploadExpiry(),
  } satisfies UploadSlot)

const completeUpload: Answer = async () =>
  Response.json({ upload: 'upload', expiresAt: uploadExpiry() } satisfies AcceptedUpload)

/** The gallery's tasks have one file at most. */
const readyUploads: Answer = async () =>
  Response.json({
    attachments: [{ upload: 'ready' }],
    expiresAt: uploadExpiry(),
  } satisfies ReadyAttachments)

/** One reference that a task can have, and one of each kind that it cannot have. */
export const referencesOfCall: ContactReferences = {
  references: [
    { name: 'Order', type: 'URL', value: 'https://shop.example.com/orders/48213' },
    { name: 'Promised', type: 'DATE', value: '1773219600' },
    { name: 'Photo of the damage.png', type: 'ATTACHMENT' },
    { name: 'Shop', type: 'URL', value: 'www.shop.example' },
  ],
}

export const messageOptions: MessageOptions = {
  senders: [{ phoneNumberId: 'service', number: '+12065550100', name: 'Service', channels: ['sms'] }],
  defaultFrom: 'service',
  flows: [{ flowId: 'answers', name: 'Answers to messages' }],
  defaultFlowId: 'answers',
  texts: [],
  freeText: true,
  templates: [],
  recipients: 'linked-contact',
  customerNumber: '+12065550142',
  customerCountry: 'US',
  defaultCountry: 'US',
  everyMinutes: 10,
}

export const acceptedMessage: Answer = async () =>
  Response.json({ contactId: createdId } satisfies SentMessage, { status: 201 })

const usualAnswers: ProxyAnswers = {
  me: answer(me),
  config: answer(config),
  destinations: answer(destinations),
  template: answer(refundTemplate),
  complaintTemplate: answer(complaintTemplate),
  contact: answer(callOfMaya),
  contactReferences: answer({ references: [] }),
  uploadLimits: answer(uploadLimits),
  beginUpload,
  completeUpload,
  createTask: createdTask,
  messageOptions: answer(messageOptions),
  sendMessage: acceptedMessage,
  stopTask: answer({ contactId: createdId }),
  changeSchedule: changed,
  tasksOf: answer(noTasks),
}

const discarded: Answer = async () => new Response(null, { status: 204 })

function answerTo(path: string, answers: ProxyAnswers): Answer {
  if (path === mePath) return answers.me
  if (path === configPath) return answers.config
  if (path === destinationsPath) return answers.destinations
  if (path === templatePath(complaintTemplate.templateId)) return answers.complaintTemplate
  if (path.startsWith(templatePath(''))) return answers.template
  if (path === tasksPath) return answers.createTask
  if (path.startsWith(messageOptionsPath())) return answers.messageOptions
  if (path === messagesPath) return answers.sendMessage
  if (path === stopTaskPath(createdId)) return answers.stopTask
  if (path === changeSchedulePath(createdId)) return answers.changeSchedule
  if (path.startsWith(tasksOfPath(''))) return answers.tasksOf
  if (path === uploadLimitsPath) return answers.uploadLimits
  if (path === uploadsPath) return answers.beginUpload
  if (path === completeUploadPath) return answers.completeUpload
  if (path === readyUploadsPath) return readyUploads
  if (path === discardUploadPath) return discarded
  if (path === contactReferencesPath(callOfMaya.contactId)) return answers.contactReferences
  if (path.startsWith(contactPath(''))) return answers.contact
  throw new Error(`The gallery has no answer to ${path}.`)
}

/** Replaces the proxy: a `fetch` that gives the answers of a state. */
export function createProxyFetch(differing: Partial<ProxyAnswers> = {}): typeof fetch {
  const answers = { ...usualAnswers, ...differing }
  return async (input, init) => {
    const path = input instanceof Request ? input.url : String(input)
    return answerTo(path, answers)(typeof init?.body === 'string' ? init.body : '')
  }
}
