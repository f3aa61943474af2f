import type { PolicyFile } from '../../../policy/policies.ts'
import type { Configuration } from '../environment/node-environment.ts'

interface Versions {
  readonly tasklink: string
  readonly node: string
}

/** Hosts only, because a path or a query may hold more than an operator wants in a log. */
const hostOf = (address: string) => new URL(address).host

/** Without a query or fragment, which the log never holds. */
function plainAddress(address: string): string {
  const { origin, pathname } = new URL(address)
  return `${origin}${pathname}`
}

function policySummary(file: PolicyFile | undefined) {
  if (!file) return { policy: 'everything is allowed to every agent, because POLICY_FILE is not set' }
  const { groupsClaim, groupsFormat, policies } = file
  return {
    policy: {
      ...(groupsClaim === undefined ? {} : { groupsClaim }),
      ...(groupsFormat === undefined ? {} : { groupsFormat }),
      policies: policies.map(({ name, for: members, messages }) => ({
        name,
        for: members ?? 'every agent',
        messages: messages !== undefined,
      })),
    },
  }
}

function uploadsSummary({ uploads }: Configuration['app']) {
  if (!uploads) return { attachments: 'no files, because ATTACHMENTS_BUCKET is not set' }
  const { bucket, storeEndpoint, previousSealSecret } = uploads
  return {
    attachments: {
      bucket,
      ...(storeEndpoint === undefined ? {} : { storeHost: hostOf(storeEndpoint) }),
      secretsAccepted: previousSealSecret === undefined ? 1 : 2,
    },
  }
}

/** How the proxy understood its configuration, for the first line of its log. It holds no secret and no account id. */
export function startSummary(
  { app, node }: Configuration,
  policyFile: PolicyFile | undefined,
  versions: Versions,
) {
  const { loginUrl, connectRates } = app
  return {
    versions,
    instanceId: app.instanceId,
    region: app.region,
    ccpHost: hostOf(app.ccpUrl),
    ...(loginUrl === undefined ? {} : { loginHost: hostOf(loginUrl) }),
    issuer: plainAddress(app.issuer),
    audience: app.audience,
    clientId: app.clientId,
    scopes: app.scope,
    agentClaim: app.agentClaim,
    ...policySummary(policyFile),
    rates: Object.fromEntries(
      Object.entries(connectRates).map(([name, { perSecond, burst }]) => [name, `${perSecond}/${burst}`]),
    ),
    ratesSharedBy: node.redis ? 'Redis' : 'no other proxy',
    allowedOrigins: app.allowedOrigins,
    frameAncestors: app.frameAncestors,
    scheduleHorizonDays: app.scheduleHorizonDays,
    ...uploadsSummary(app),
  }
}
