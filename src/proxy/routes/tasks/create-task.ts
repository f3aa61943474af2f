import { createTaskSchema, type CreateTask } from '../../../contract/tasks/task-request.ts'
import { createdTaskSchema } from '../../../contract/tasks/tasks.ts'
import { tasksPath } from '../../../contract/tasks/task-paths.ts'
import type { Destination } from '../../../core/fields/destination-key.ts'
import { anyProblem, bearer, problemDescribed, schemaContent } from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { createTask, taskCommand } from '../../tasks/create-task.ts'
import { possiblyDone, type AskedTask } from '../../logs/audit-line.ts'
import type { ReadyAttachment, ReadyAttachments } from '../../uploads/ready-attachments.ts'
import type { Route } from '../route.ts'
import { auditRefusal } from '../uploads/uploading.ts'

/** A revision may be any text of the caller's. */
function withoutRevision(destination: Destination): Destination {
  if (destination.type !== 'template') return destination
  const { revision: _anyText, ...ids } = destination
  return ids
}

const askedTaskOf = (
  { link, destination, scheduledTime }: CreateTask,
  files: readonly ReadyAttachment[],
): AskedTask => ({
  ...(link ? { linkedContactId: link.contactId, link: link.type } : {}),
  destination: withoutRevision(destination),
  scheduled: scheduledTime !== undefined,
  // No name and no address: either may tell about a customer.
  ...(files.length > 0 ? { attachments: files.map(({ uploadId, bytes }) => ({ uploadId, bytes })) } : {}),
})

/** The files that the tokens of a body stand for. */
const openedFiles = async (
  { readyAttachments }: { readonly readyAttachments: ReadyAttachments },
  agent: { readonly userId: string },
  { attachments = [] }: CreateTask,
): Promise<readonly ReadyAttachment[]> =>
  attachments.length === 0
    ? []
    : readyAttachments.open(
        agent,
        attachments.map(({ upload }) => upload),
      )

export const createTaskRoute: Route = {
  method: 'post',
  path: tasksPath,
  openApi: {
    operation: {
      summary: 'Creates a task in Amazon Connect, once for each client token.',
      ...bearer,
      requestBody: { required: true, content: schemaContent('CreateTask') },
      responses: {
        201: { description: 'The task that Connect created.', content: schemaContent('CreatedTask') },
        422: problemDescribed(
          'The mistakes in the task: an issue for each field, or for each file whose upload is not accepted. Without issues, its destination is not offered, its template has changed, Connect refuses it, or its client token was used for other content.',
        ),
        ...anyProblem,
      },
    },
    schemas: { CreateTask: createTaskSchema, CreatedTask: createdTaskSchema },
  },
  async handle(context, parts) {
    checkBodyHeaders(context.req.raw.headers)
    const agent = await parts.verifiedAgent(context)
    const body = await readJson(context.req.raw, createTaskSchema)
    const audited = { requestId: context.get('requestId'), agentId: agent.userId }
    context.set('isKnownCommand', true)
    const created = await parts.begunTasks.once(taskCommand(parts, agent, body), async (signal) => {
      // A task that is already known is answered without its files, whose tokens may have expired.
      const files = await openedFiles(parts, agent, body).catch((error: unknown) => {
        auditRefusal(context, parts, agent.userId, error)
        throw error
      })
      const askedTask = askedTaskOf(body, files)
      const creation = await createTask(parts, { ...agent, signal }, { body, files }).catch(
        (error: unknown) => {
          const possible = possiblyDone(error, askedTask)
          if (possible) parts.logAudit({ ...audited, ...possible })
          throw error
        },
      )
      const { created: task, ...asked } = creation
      noteFacts(context, asked)
      parts.logAudit({ ...audited, createdContactId: task.contactId, ...askedTask })
      return task
    })
    // Before this point it could be any text that a caller chose. Now it is known to be the id of a contact.
    if (body.link) {
      noteFacts(context, { linkedContactId: body.link.contactId })
      parts.taskReads.linkedTo.forget(body.link.contactId)
    }
    noteFacts(context, { createdContactId: created.contactId })
    return context.json(created, 201)
  },
}
