import { Hono, type Context } from 'hono'
import type { Me } from '../contract/me.ts'
import {
  configPath,
  destinationsPath,
  linkedQuery,
  mePath,
  type LinkedContact,
  type PanelConfig,
} from '../contract/reads.ts'
import { knownInheritance } from '../core/fields/hidden-attributes.ts'
import { createTaskSchema } from '../contract/task-request.ts'
import { tasksPath } from '../contract/tasks.ts'
import type { AgentDirectory } from './connect/agent-directory.ts'
import { atMost, atMostForEach } from './http/at-most.ts'
import type { Authenticate } from './sign-in/authenticate.ts'
import type { Connect } from './connect/connect.ts'
import { createTask, type CreateTaskParts, type PermittedAgent } from './tasks/create-task.ts'
import { crossOrigin } from './http/cross-origin.ts'
import type { DestinationDirectory } from './connect/destination-directory.ts'
import { Failure, type FailureFacts } from './failure.ts'
import { contactRoute, createOpenApiDocument } from './http/openapi.ts'
import { policyFileJsonSchema } from './policy/policy-file.ts'
import { horizonDays, policyOf, type PolicyFile } from './policy/policies.ts'
import { possibleTask } from './tasks/possible-task.ts'
import { problemResponse } from './http/problem-response.ts'
import { checkBodyHeaders, readJson } from './http/request-body.ts'
import {
  errorFacts,
  requestLog,
  type LogTask,
  type LogRequest,
  type RequestEnvironment,
} from './logs/request-log.ts'
import { securityHeaders } from './http/security-headers.ts'
import type { SignInProvider } from './sign-in/sign-in-provider.ts'

export interface AppParts extends CreateTaskParts {
  readonly connect: CreateTaskParts['connect'] & Pick<Connect, 'listLinkedTasks'>
  readonly destinations: DestinationDirectory
  readonly agents: AgentDirectory
  readonly authenticate: Authenticate
  readonly signInProvider: SignInProvider
  readonly panelConfig: PanelConfig
  readonly policyFile: PolicyFile
  readonly allowedOrigins: readonly string[]
  readonly frameAncestors: readonly string[]
  readonly logRequest: LogRequest
  readonly logTask: LogTask
  readonly isStopping: () => boolean
}

/** Each may hold a body of 640 KB, so all together 125 MB; agents who type never come near. */
const requestsAtOnce = 200

/** Whoever sends bodies without an end, or asks in a loop, leaves the other half to the others. */
const requestsAtOnceOfAgent = 100

type RequestContext = Context<RequestEnvironment>

type VerifiedAgent = PermittedAgent & Pick<Me, 'account'>

function note(context: RequestContext, facts: Partial<RequestEnvironment['Variables']['facts']>) {
  context.set('facts', { ...context.get('facts'), ...facts })
}

function answerFailure(context: RequestContext, facts: FailureFacts): Response {
  const { code, outcome = 'not-created', connectRequestId } = facts
  note(context, { code, outcome, ...(connectRequestId === undefined ? {} : { connectRequestId }) })
  return problemResponse(context, facts)
}

function unexpected(context: RequestContext, error: Error): Response {
  note(context, { error: errorFacts(error) })
  const outcome = context.req.method === 'POST' ? 'unknown' : 'not-created'
  const detail = 'The proxy failed in a way nobody foresaw. Its log has the request id.'
  return answerFailure(context, { code: 'unexpected', detail, outcome })
}

/** The whole proxy as a function from request to answer. */
export function createApp(parts: AppParts): Hono<RequestEnvironment> {
  const { agents, authenticate, destinations, ownContacts, panelConfig, policyFile, signInProvider } = parts
  const app = new Hono<RequestEnvironment>()
  const takePlace = atMostForEach(requestsAtOnceOfAgent)
  const openApiDocument = createOpenApiDocument(panelConfig.version)

  async function verifiedAgent(context: RequestContext): Promise<VerifiedAgent> {
    const authentication = await authenticate(context.req.header('authorization'))
    if (authentication.status === 'failed') throw authentication.failure
    const { account, groups } = authentication
    const agent = await agents.find(authentication.agent)
    note(context, { agentId: agent.userId })
    context.set('leave', takePlace(agent.userId))
    const { securityProfileIds } = agent
    const policy = policyOf(policyFile, { groups, securityProfileIds })
    return { ...agent, account, policy, signal: context.req.raw.signal }
  }

  app.use(requestLog(parts.logRequest))
  app.use(
    securityHeaders({
      ccpUrl: panelConfig.ccpUrl,
      signInOrigins: signInProvider.origins,
      frameAncestors: parts.frameAncestors,
    }),
  )
  app.use('/api/*', crossOrigin(parts.allowedOrigins))
  app.use('/api/*', atMost(requestsAtOnce))
  app.use('/api/*', async (context, next) => {
    context.header('cache-control', 'no-store')
    try {
      await next()
    } finally {
      context.get('leave')?.()
    }
  })

  app.post(tasksPath, async (context) => {
    checkBodyHeaders(context.req.raw.headers)
    const agent = await verifiedAgent(context)
    const body = await readJson(context.req.raw, createTaskSchema)
    const audited = { requestId: context.get('requestId'), agentId: agent.userId }
    const askedTask = {
      ...(body.link ? { linkedContactId: body.link.contactId, link: body.link.type } : {}),
      destination: body.destination,
      scheduled: body.scheduledTime !== undefined,
    }
    const { created, ...asked } = await createTask(parts, agent, body).catch((error: unknown) => {
      const possible = possibleTask(error, askedTask)
      if (possible) parts.logTask({ ...audited, ...possible })
      throw error
    })
    // Only now is it known to be a contact's id and not any text a caller chose.
    if (body.link) note(context, { linkedContactId: body.link.contactId })
    note(context, { createdContactId: created.contactId, ...asked })
    parts.logTask({ ...audited, createdContactId: created.contactId, ...askedTask })
    return context.json(created, 201)
  })

  app.get(mePath, async (context) => {
    const { userId, username, name, account, policy } = await verifiedAgent(context)
    const { fields = {} } = policy
    const scheduleHorizonDays = horizonDays(parts.scheduleHorizonDays, policy)
    return context.json({ userId, username, name, account, scheduleHorizonDays, fields } satisfies Me)
  })

  app.get(destinationsPath, async (context) => {
    const { policy } = await verifiedAgent(context)
    return context.json(await destinations.list(policy))
  })

  app.get(contactRoute, async (context) => {
    const { userId, signal, policy } = await verifiedAgent(context)
    const caller = { agentId: userId, signal }
    const contactId = context.req.param('contactId')
    const { channel, attributes } = await ownContacts.findNow(caller, contactId)
    note(context, { linkedContactId: contactId })
    if (channel) {
      const known = knownInheritance(attributes, policy.fields ?? {})
      const linked = context.req.query(linkedQuery) !== undefined
      return context.json({
        contactId,
        channel,
        attributes: known.attributes,
        ...(known.hiddenBytes > 0 ? { hiddenBytes: known.hiddenBytes } : {}),
        ...(linked ? { linkedTasks: [...(await parts.connect.listLinkedTasks(contactId, caller))] } : {}),
      } satisfies LinkedContact)
    }
    const detail = 'The contact is of a channel that this version of the proxy does not know.'
    throw new Failure({ code: 'connect-failed', detail })
  })

  app.get(configPath, (context) => context.json(panelConfig))
  app.get('/openapi.json', (context) => context.json(openApiDocument))
  app.get('/policy.schema.json', (context) => context.json(policyFileJsonSchema))
  app.get('/healthz', (context) => context.json({ healthy: true }))
  app.get('/readyz', async (context) => {
    const waitingFor = () => [
      ...(signInProvider.isReady() ? [] : ['identity provider']),
      ...(agents.isReady() ? [] : ['Amazon Connect']),
    ]
    // A proxy that nobody has used for a while would not know; whoever asks has it ask, if that was not done lately.
    const asked = Promise.allSettled([signInProvider.prepare(), agents.prepare()])
    if (waitingFor().length > 0) await asked
    const stopping = parts.isStopping()
    const ready = waitingFor().length === 0 && !stopping
    return context.json({ ready, waitingFor: waitingFor(), stopping }, ready ? 200 : 503)
  })

  app.notFound((context) =>
    answerFailure(context, {
      code: 'not-found',
      detail: 'Nothing answers this method at this address. /openapi.json lists what does.',
    }),
  )
  app.onError((error, context) =>
    error instanceof Failure ? answerFailure(context, error.facts) : unexpected(context, error),
  )
  return app
}
