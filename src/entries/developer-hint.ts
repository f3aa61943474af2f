import type { TaskClientOptions } from '../client/task-client.ts'
import type { ClientFailure } from '../client/task-client-error.ts'

/** What the developer of the page can do about a failed question to the proxy; undefined if the agent's words say it all. */
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

async function unreachableHint({ baseUrl, fetch: fetchFrom = fetch }: TaskClientOptions): Promise<string> {
  // The browser hides the reason of a refused request. Without CORS it still says whether a server answers.
  const isAnswered = await fetchFrom(`${baseUrl}/healthz`, { mode: 'no-cors', credentials: 'omit' }).then(
    () => true,
    () => false,
  )
  const origin = typeof location === 'undefined' ? 'the origin of this page' : location.origin
  return isAnswered
    ? `${baseUrl} answers, but does not allow this page. Add ${origin} to ALLOWED_ORIGINS of the proxy.`
    : `nothing answers at ${baseUrl}. Check \`baseUrl\`, that the proxy runs, and that a content security policy of this page allows this address in connect-src.`
}
