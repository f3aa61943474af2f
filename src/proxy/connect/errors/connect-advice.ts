import { knownErrorName } from './error-names.ts'
import { networkWords, type NetworkReason } from '../../network-reason.ts'
import type { LoggedFacts, ProblemFacts } from '../../problem-error.ts'

type Failure = Pick<ProblemFacts, 'code' | 'reason'>

interface Call {
  /** The operation, as IAM policies name it. */
  readonly name: string
  /** The name of the error. */
  readonly error: string
}

/** The first sentence names Connect's answer, the second what the operator can change. */
type Words = (call: Call) => string

const role = 'the identity that the proxy’s AWS credentials belong to'

const network: Readonly<Record<NetworkReason, string>> = {
  'host-unknown':
    'Correct the Region in CONNECT_INSTANCE_ARN, or AWS_ENDPOINT_URL_CONNECT if it is set, or the DNS of the proxy’s network.',
  'connection-refused': 'Correct AWS_ENDPOINT_URL_CONNECT if it is set, or open the firewall for HTTPS.',
  unreachable:
    'Give the proxy’s network a route to the endpoint: the internet, or a VPC endpoint for Connect.',
  certificate:
    'Correct AWS_ENDPOINT_URL_CONNECT if it is set, or name the file of a private authority in NODE_EXTRA_CA_CERTS.',
  tls: 'Check the proxies and firewalls between, and AWS_ENDPOINT_URL_CONNECT if it is set.',
  timeout: 'Open the firewall for HTTPS to the endpoint, or add a VPC endpoint for Connect.',
  'connection-lost': 'Check the proxies and firewalls between the proxy and the endpoint.',
}

const wordsByReason: Partial<Readonly<Record<ProblemFacts['reason'], Words>>> = {
  'credentials-missing': () =>
    'the AWS SDK found no credentials, so nothing was sent. Give the proxy a role, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE.',
  'credentials-expired': ({ error }) =>
    `AWS answered ${error}: the credentials have expired. Renew AWS_SESSION_TOKEN and its keys, or use a role, which the SDK renews.`,
  'credentials-refused': ({ error }) =>
    `AWS answered ${error}: it does not know the keys, or they do not fit each other. Correct AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN; they must be of the account and partition in CONNECT_INSTANCE_ARN, and AWS_ENDPOINT_URL_CONNECT must be of its Region.`,
  'role-refused': ({ error }) =>
    `AWS answered ${error}: the proxy may not assume its role. Correct the trust policy of the role, or AWS_ROLE_ARN and AWS_WEB_IDENTITY_TOKEN_FILE.`,
  'clock-differs': ({ error }) =>
    `AWS answered ${error}: the clock of this machine differs from AWS’s. Set the clock.`,
  'permission-missing': ({ name, error }) =>
    `Connect answered ${error}. Allow the IAM action connect:${name} on the instance in CONNECT_INSTANCE_ARN for ${role} (npm run iam-policy prints the whole policy), and check that no other policy denies it.`,
  denied: ({ name }) =>
    `access was denied without a reason. Check the IAM action connect:${name} for ${role}, and the proxies, firewalls and VPC endpoint policies between.`,
  'not-in-connect': ({ error }) =>
    `Connect answered ${error}. Correct the Region, account and id in CONNECT_INSTANCE_ARN: there is no such instance, or not in this Region.`,
  'refused-by-connect': ({ error }) =>
    `Connect answered ${error}. Correct the id in CONNECT_INSTANCE_ARN; if it is right, give AWS support the request id.`,
  failed: ({ error }) =>
    `it failed, or its answer was lost or unreadable (${error}). If this goes on, look at AWS’s health page, and at the proxies between.`,
}

const isNetworkReason = (reason: string): reason is NetworkReason => Object.hasOwn(networkWords, reason)

const adviceCodes = new Set<ProblemFacts['code']>(['connect-denied', 'connect-failed', 'connect-timeout'])

/** Tells the operator about a failed call, without Connect’s own text, which may contain ARNs. */
export function connectAdvice({ code, reason }: Failure, name: string, errorName: string): LoggedFacts {
  const connectError = knownErrorName(errorName)
  const facts = { operation: name, ...(connectError === undefined ? {} : { connectError }) }
  // The detail of the others says what to do.
  if (!adviceCodes.has(code)) return facts
  const error = connectError ?? 'an error without a known name'
  const words = isNetworkReason(reason)
    ? `${networkWords[reason]}. ${network[reason]}`
    : wordsByReason[reason]?.({ name, error })
  return { ...facts, ...(words === undefined ? {} : { why: `Asked Amazon Connect for ${name}: ${words}` }) }
}
