import * as z from 'zod/mini'
import { networkReasonOf, networkReasons, networkWords } from '../network-reason.ts'
import { ProblemError } from '../problem-error.ts'
import type { ReasonOf } from '../refusal-reasons.ts'

export type ProviderFailureReason = ReasonOf<'sign-in-unavailable'>

/** A document of the identity provider that the proxy asks for. */
export interface AskedDocument {
  readonly url: string
  readonly name: 'discovery document' | 'key set'
}

/** Why a document could not be used. Both texts end a sentence; neither repeats anything that the provider sent. */
interface Failure {
  readonly reason: ProviderFailureReason
  /** The answer of the provider. */
  readonly came: string
  /** Advice for the operator. */
  readonly advice: string
}

/** Thrown while a document of the provider is read. */
export class ProviderFailure extends Error {
  override readonly name = 'ProviderFailure'
  readonly reason: ProviderFailureReason

  constructor({ url, name }: AskedDocument, { reason, came, advice }: Failure, options?: ErrorOptions) {
    super(`Asked the identity provider for its ${name} at ${plainAddress(url)}: ${came}. ${advice}`, options)
    this.reason = reason
  }
}

/** Without a query, a fragment or credentials. */
function plainAddress(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}

const adviceByNetworkReason: Readonly<Record<(typeof networkReasons)[number], string>> = {
  'host-unknown': 'Correct the host in OIDC_ISSUER, or the DNS of the proxy’s network.',
  'connection-refused':
    'Correct the host and port in OIDC_ISSUER, or start the provider there, or open the firewall between.',
  unreachable: 'Give the proxy’s network a route to it, or correct the host in OIDC_ISSUER.',
  certificate:
    'Correct the host in OIDC_ISSUER, or renew the certificate, or name the file of a private authority in NODE_EXTRA_CA_CERTS.',
  tls: 'Check that this port speaks TLS 1.2 or newer, and correct the port in OIDC_ISSUER.',
  timeout: 'Let the firewalls between the proxy and the provider through, or correct OIDC_ISSUER.',
  'connection-lost':
    'Check the provider and the firewalls between. The proxy asks again; OIDC_ISSUER may be right.',
}

const causeSchema = z.object({ cause: z.object({ code: z.string() }) })

/** A failed `fetch`. Its message is not used, because it may hold an address with credentials. */
export function networkFailure(asked: AskedDocument, error: unknown): ProviderFailure {
  const isTimeout = error instanceof Error && error.name === 'TimeoutError'
  const { data } = causeSchema.safeParse(error)
  const reason = isTimeout ? 'timeout' : networkReasonOf(data?.cause.code ?? '')
  const failure: Failure = reason
    ? { reason, came: networkWords[reason], advice: adviceByNetworkReason[reason] }
    : {
        reason: 'unexpected',
        came: `the request failed (${error instanceof Error ? error.constructor.name : 'unknown error'})`,
        advice: 'Check OIDC_ISSUER and the network of the proxy.',
      }
  return new ProviderFailure(asked, failure, { cause: error })
}

const isRedirect = (status: number) => status >= 300 && status < 400

function statusAdvice({ name }: AskedDocument, status: number): string {
  if (status >= 500) return 'The provider has a fault; OIDC_ISSUER may be right. The proxy asks again.'
  if (name === 'key set')
    return 'Correct jwks_uri at the provider: its discovery document names this address.'
  return 'Correct the path in OIDC_ISSUER: this document must be below it.'
}

/** An answer with another status than 2xx. */
export function statusFailure(asked: AskedDocument, status: number): ProviderFailure {
  return isRedirect(status)
    ? new ProviderFailure(asked, {
        reason: 'redirect',
        came: `it answered with a redirect (${status})`,
        advice: 'Set OIDC_ISSUER to the address behind it, exactly as the provider’s tokens name it.',
      })
    : new ProviderFailure(asked, {
        reason: 'status',
        came: `it answered ${status}`,
        advice: statusAdvice(asked, status),
      })
}

/** The response to requests with a token. Its detail is public, so it does not say what failed; the log does. */
export function signInUnavailable(cause: unknown, retryAfterSeconds: number): ProblemError {
  const isFailure = cause instanceof ProviderFailure
  return new ProblemError(
    {
      code: 'sign-in-unavailable',
      reason: isFailure ? cause.reason : cause === undefined ? 'not-asked' : 'unexpected',
      detail:
        'The identity provider could not be asked, so no token can be checked; nothing was created. Check that the proxy reaches OIDC_ISSUER.',
      retryAfterSeconds,
      ...(isFailure ? { logged: { why: cause.message } } : {}),
    },
    { cause },
  )
}
