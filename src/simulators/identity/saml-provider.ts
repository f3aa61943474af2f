import { createServer, type ServerResponse } from 'node:http'
import { listen, stopListening } from '../listen.ts'

export interface SamlProvider {
  /** The page of the application at the provider. Agents sign in to the CCP there. */
  readonly loginUrl: string
  /** Whether this provider issued the response; each is accepted once. */
  readonly accepts: (response: string) => boolean
  readonly close: () => Promise<void>
}

const page = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Example Corp: Amazon Connect</title>
  <h1>Sign in to Amazon Connect</h1>
  <form method="post"><button>Continue as an agent</button></form>
</html>
`

/** A SAML identity provider with one application, the CCP. Only its login address begins a sign-in. */
export async function startSamlProvider(ccpUrl: () => string): Promise<SamlProvider> {
  const issued = new Set<string>()

  function sendBack(response: ServerResponse) {
    const issuedResponse = crypto.randomUUID()
    issued.add(issuedResponse)
    const back = new URL('saml', ccpUrl())
    back.searchParams.set('response', issuedResponse)
    response.writeHead(303, { location: back.href }).end()
  }

  const server = createServer((request, response) => {
    if (request.url !== '/app/connect') response.writeHead(404).end()
    else if (request.method === 'POST') sendBack(response)
    else {
      // Real providers forbid frames, because a page around the login page could overlay it (clickjacking).
      response
        .writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "frame-ancestors 'none'" })
        .end(page)
    }
  })
  const origin = await listen(server, 0, 'localhost')
  return {
    loginUrl: `${origin}/app/connect`,
    accepts: (response) => issued.delete(response),
    close: () => stopListening(server),
  }
}
