import { Hono } from 'hono'
import type { Delivered } from './begun/delivered.ts'
import { formatFieldPath } from '../core/issues/field-path.ts'
import type { Issue } from '../core/issues/issues.ts'
import { atMost, atMostForEach } from './http/at-most.ts'
import { addSlash, pathBelow } from './http/base-path.ts'
import { crossOrigin } from './http/cross-origin.ts'
import { createOpenApiDocument } from './http/openapi.ts'
import { problemResponse } from './http/problem-response.ts'
import { noteDelivered, refusedHere } from './http/sent-again.ts'
import { securityHeaders } from './http/security-headers.ts'
import {
  errorFacts,
  noteFacts,
  requestLog,
  type LogRequest,
  type RequestEnvironment,
} from './logs/request-log.ts'
import { policyOf, type PolicyFile } from './policy/policies.ts'
import { ProblemError, type ProblemFacts } from './problem-error.ts'
import type { RequestContext, RouteParts, VerifiedAgent } from './routes/route.ts'
import { routes } from './routes/routes.ts'
import type { Authenticate } from './sign-in/authenticate.ts'

export interface AppParts extends Omit<RouteParts, 'openApiDocument' | 'verifiedAgent'> {
  readonly authenticate: Authenticate
  readonly delivered: Delivered
  readonly policyFile: PolicyFile
  readonly basePath: string
  readonly allowedOrigins: readonly string[]
  readonly frameAncestors: readonly string[]
  readonly storeOrigin: Promise<string | undefined> | undefined
  readonly logRequest: LogRequest
}

/** Each request may hold a body of 680 KB, so all together 133 MB. Agents who type never come near this number. */
const requestsAtOnce = 200

/** Five issues are enough to see which rule refuses the tasks of a form. */
const issuesInLog = 5

/** An agent who sends endless bodies or asks in a loop leaves the other half to other agents. */
const requestsAtOnceOfAgent = 100

/** Without the names in an issue, which a caller may have chosen. */
const loggedIssues = (issues: readonly Issue[]) => ({
  issues: issues.slice(0, issuesInLog).map(({ field, code }) => `${formatFieldPath(field)} ${code}`),
  issueCount: issues.length,
})

function answerProblem(context: RequestContext, facts: ProblemFacts): Response {
  const { code, reason, outcome = 'not-created', issues, logged } = facts
  noteFacts(context, { code, outcome, reason, ...(issues ? loggedIssues(issues) : {}), ...logged })
  return problemResponse(context, facts)
}

function answerError(context: RequestContext, error: unknown): Response {
  if (error instanceof ProblemError) return answerProblem(context, error.facts)
  if (error instanceof Error) noteFacts(context, { error: errorFacts(error) })
  const outcome = context.req.method === 'POST' ? 'unknown' : 'not-created'
  const detail = 'The proxy failed unexpectedly. Its log has the request id.'
  return answerProblem(context, { code: 'unexpected', reason: 'unexpected', detail, outcome })
}

function createVerifiedAgent({
  agents,
  authenticate,
  delivered,
  policyFile,
}: AppParts): RouteParts['verifiedAgent'] {
  const takePlace = atMostForEach(requestsAtOnceOfAgent)
  return async (context): Promise<VerifiedAgent> => {
    const authentication = await authenticate(context.req.header('authorization'))
    if (authentication.status === 'failed') throw authentication.problem
    const { account, groups } = authentication
    const agent = await agents.find(authentication.agent)
    noteFacts(context, { agentId: agent.userId })
    context.set('leave', takePlace(agent.userId))
    const policy = policyOf(policyFile, { groups, securityProfileIds: agent.securityProfileIds })
    await noteDelivered(delivered, context, agent.userId)
    return { ...agent, account, policy, signal: context.req.raw.signal }
  }
}

/** The whole proxy as a function from a request to a response. */
export function createApp(parts: AppParts): Hono<RequestEnvironment> {
  const { basePath, panelConfig, signInProvider, frameAncestors, storeOrigin } = parts
  const app = new Hono<RequestEnvironment>({ getPath: pathBelow(basePath) })

  app.use(requestLog(parts.logRequest))
  app.use(
    securityHeaders({
      ccpUrl: panelConfig.ccpUrl,
      signInOrigins: signInProvider.origins,
      frameAncestors,
      storeOrigin,
    }),
  )
  app.use(addSlash(basePath))
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

  const routeParts: RouteParts = {
    ...parts,
    openApiDocument: createOpenApiDocument(routes, { version: panelConfig.version, basePath }),
    verifiedAgent: createVerifiedAgent(parts),
  }
  for (const { method, path, handle } of routes) {
    app[method](path, (context) => handle(context, routeParts))
  }
  app.notFound((context) =>
    answerProblem(context, {
      code: 'not-found',
      reason: 'no-route',
      detail: 'There is no such address, or not for this method. /openapi.json lists them.',
    }),
  )
  app.onError(async (error, context) =>
    answerError(context, await refusedHere(parts.delivered, context, error)),
  )
  return app
}
