import type * as z from 'zod/mini'
import {
  anyProblem,
  bearer,
  contactIdParameter,
  problemDescribed,
  schemaContent,
} from '../../http/openapi.ts'
import { checkBodyHeaders, readJson } from '../../http/request-body.ts'
import { noteFacts } from '../../logs/request-log.ts'
import { possiblyDone, type TaskChange } from '../../logs/audit-line.ts'
import type { Route, RouteParts, VerifiedAgent } from '../route.ts'

type ChangedTask = z.ZodMiniType<{ readonly contactId: string }>

interface ChangeRoute<Body extends z.ZodMiniType, Answer extends ChangedTask> {
  readonly change: TaskChange
  readonly path: string
  readonly summary: string
  /** Schemas with the names that they have in the OpenAPI document. */
  readonly body: readonly [name: string, schema: Body]
  readonly answer: readonly [name: string, schema: Answer]
  readonly carryOut: (
    parts: RouteParts,
    agent: VerifiedAgent,
    asked: { readonly contactId: string; readonly body: z.output<Body> },
  ) => Promise<z.output<Answer>>
}

/** A path that changes one of the agent's own tasks. Each change has a line in the audit. */
export function taskChangeRoute<Body extends z.ZodMiniType, Answer extends ChangedTask>(
  route: ChangeRoute<Body, Answer>,
): Route {
  const { change, path, summary, carryOut } = route
  const [bodyName, bodySchema] = route.body
  const [answerName, answerSchema] = route.answer
  return {
    method: 'post',
    path,
    openApi: {
      operation: {
        summary,
        ...bearer,
        parameters: [contactIdParameter('path')],
        requestBody: { required: true, content: schemaContent(bodyName) },
        responses: {
          200: { description: 'Connect has done it.', content: schemaContent(answerName) },
          403: problemDescribed('The policy forbids it, or the caller has created no task with this id.'),
          409: problemDescribed('The task has ended, or its state or Connect’s limit no longer allows it.'),
          ...anyProblem,
        },
      },
      schemas: { [bodyName]: bodySchema, [answerName]: answerSchema },
    },
    async handle(context, parts) {
      checkBodyHeaders(context.req.raw.headers)
      const agent = await parts.verifiedAgent(context)
      const body = await readJson(context.req.raw, bodySchema)
      const contactId = context.req.param('contactId') ?? ''
      const audited = { requestId: context.get('requestId'), agentId: agent.userId, change }
      // A browser sends a request again by itself if its connection breaks.
      const sameChange = JSON.stringify([agent.userId, change, contactId, body])
      const answer = await parts.joinChange(sameChange, agent.signal, async (signal) => {
        const changed = await carryOut(parts, { ...agent, signal }, { contactId, body }).catch(
          (error: unknown) => {
            const possible = possiblyDone(error, { taskContactId: contactId })
            if (possible) parts.logAudit({ ...audited, ...possible })
            throw error
          },
        )
        parts.logAudit({ ...audited, taskContactId: contactId })
        return changed
      })
      // Before this point it could be any text that a caller chose. Now it is known to be the id of a task.
      noteFacts(context, { taskContactId: contactId })
      return context.json(answer)
    },
  }
}
