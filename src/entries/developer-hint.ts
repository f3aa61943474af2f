import type { TaskClientOptions } from '../client/task-client.ts'
import type { ClientFailure } from '../client/task-client-error.ts'

/**
 * Advice for the developer of the page after a failed request to the proxy; undefined if the message to the agent is enough.
 */
export async function hintFor(
  { code, requestId }: ClientFailure,
  options: TaskClientOptions,
): Promise<string | undefined> {
  const { baseUrl } = options
  switch (code) {
    case 'unreachable':
      return unreachableHint(options)
    case 'unreadable':
      return `${baseUrl} did not answer as the proxy does. Check \`baseUrl\`: it is the proxy's address without /api.`
    case 'unauthenticated':
      return (await options.token()) === undefined
        ? '`token` returned no token. Let the agent sign in before, or give `onSignedIn`, so that the panel asks again.'
        : `the proxy refused the agent's token, and its log says why${requestId === undefined ? '' : ` (request ${requestId})`}. The usual causes: the token is not for OIDC_AUDIENCE, or not from OIDC_ISSUER.`
    default:
      return undefined
  }
}

/** A script cannot see whether the proxy did not answer or CORS refused the answer, so the hint names both. */
function unreachableHint({ baseUrl }: TaskClientOptions): string {
  const origin = typeof location === 'undefined' ? 'the origin of this page' : location.origin
  return (
    `this page cannot read an answer from ${baseUrl}. If the proxy runs there, add ${origin} to its ALLOWED_ORIGINS. ` +
    'Otherwise check `baseUrl`, and that a content security policy of this page allows this address in connect-src.'
  )
}
