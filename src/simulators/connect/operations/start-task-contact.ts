import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { AttachedFile } from '../attachments/attached-files.ts'
import { checkFileTypes } from '../attachments/file-types.ts'
import { filesOfRequest, keepFiles, readTaskFiles } from '../attachments/task-files.ts'
import type { ContactRecord } from '../state/contact-record.ts'
import { isTaskForgotten } from '../state/client-tokens.ts'
import { type CreatedTask, type InstanceState, requireThisInstance } from '../state/instance-state.ts'
import { defaultRate, operation } from '../operation.ts'
import { invalidRequest } from '../wire/service-error.ts'
import { readStartTaskRequest, type StartTaskRequest } from '../task/start-task-request.ts'
import { contactAttributes } from '../members/task-attributes.ts'
import { checkFlowSource } from '../task/task-flow-source.ts'
import { linkedContact } from '../task/task-link.ts'
import { checkSchedule } from '../members/task-schedule.ts'
import { checkCreator } from '../task/task-creator.ts'
import { parseMembers } from '../wire/wire-members.ts'

export const startTaskContact = operation({
  name: 'StartTaskContact',
  method: 'PUT',
  path: '/contact/task',
  rate: defaultRate,
  answer: ({ body }, state) => {
    const request = readStartTaskRequest(parseMembers(body))
    requireThisInstance(request.instanceId)
    const known = repeatedTask(request, state)
    if (known === undefined && request.attachments.length > 0) return startWithFiles(request, state)
    const { contactId } = known ?? createTask(request, [], state)
    return { ContactId: contactId }
  },
})

/**
 * Called before the checks against the instance: a repeated token returns the existing task, even if the same request
 * would now be refused.
 */
function repeatedTask(request: StartTaskRequest, state: InstanceState): CreatedTask | undefined {
  const task = state.tasksByToken.get(request.clientToken ?? '')
  if (task === undefined || isTaskForgotten(task, state)) return undefined
  if (state.clientTokens === 'refuse') throw invalidRequest('This ClientToken was used before.')
  const sameAgain = { ...task, ...request }
  if (!isDeepStrictEqual(sameAgain, task)) throw invalidRequest('This ClientToken was used for another task.')
  return task
}

async function startWithFiles(request: StartTaskRequest, state: InstanceState) {
  checkTask(request, state)
  const files = await filesOfRequest(request, state)
  // The same request may have come again while the files were read.
  const task = repeatedTask(request, state) ?? createTask(request, files, state)
  if (state.attachmentFetch === 'after-answer') void readTaskFiles(state, task.contactId)
  return { ContactId: task.contactId }
}

/** Refuses what the instance does not allow. Returns what the new contact gets from it. */
function checkTask(request: StartTaskRequest, state: InstanceState) {
  const now = state.now()
  checkFlowSource(request, state)
  const linked = linkedContact(request, state)
  const attributes = contactAttributes(request.attributes, linked?.attributes ?? {})
  checkSchedule(request, now, now)
  checkCreator(request, state)
  checkFileTypes(request.attachments, state.attachmentSettings)
  return { now, linked, attributes }
}

function createTask(
  request: StartTaskRequest,
  files: readonly AttachedFile[],
  state: InstanceState,
): CreatedTask {
  const { now, linked, attributes } = checkTask(request, state)
  const template = state.templates.find(({ templateId }) => templateId === request.templateId)
  const task = {
    ...request,
    contactId: randomUUID(),
    contactAttributes: attributes,
    createdAt: now,
    template: template && { templateId: template.templateId, name: template.name, version: template.version },
  }
  keep(task, linked, state)
  keepFiles(state, task.contactId, files)
  return task
}

function keep(task: CreatedTask, linked: ContactRecord | undefined, state: InstanceState) {
  const { previousContactId, clientToken } = task
  state.tasks.push(task)
  state.contacts.set(task.contactId, contactOf(task, linked))
  // The SDK sends an empty token unchanged, and Connect treats it as no token.
  if (clientToken) state.tasksByToken.set(clientToken, task)
  if (previousContactId !== undefined) {
    state.previousLinks.set(previousContactId, (state.previousLinks.get(previousContactId) ?? 0) + 1)
  }
}

function contactOf(task: CreatedTask, linked: ContactRecord | undefined): ContactRecord {
  const { contactId, name, description, previousContactId, relatedContactId } = task
  const { createdByUser, expiryMinutes, assignmentType, references, template } = task
  const chained = previousContactId !== undefined
  return {
    contactId,
    channel: 'TASK',
    name,
    description,
    initialContactId: chained ? (linked?.initialContactId ?? previousContactId) : undefined,
    previousContactId,
    relatedContactId,
    attributes: task.contactAttributes,
    acceptedBy: undefined,
    initiatedAt: task.createdAt,
    scheduledAt: task.scheduledTime === undefined ? undefined : task.scheduledTime * 1_000,
    scheduleChanges: 0,
    endedAt: undefined,
    isStopped: false,
    createdByUser,
    expiryMinutes,
    assignmentType,
    references,
    template,
  }
}
