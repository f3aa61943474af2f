import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod/mini'
import type { KeptDocuments } from './kept-documents.ts'

const sessionSchema = z.nullable(z.looseObject({ status: z.string() }))

const refusal = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>Sign in</title>
  <h1>Sign in through your organization</h1>
  <p>This Amazon Connect instance has no login page of its own.</p>
</html>
`

/** A CCP whose agents sign in at a SAML identity provider: the CCP itself has no way to sign in. */
export interface SamlInstance {
  readonly answer: KeptDocuments['answer']
  readonly signOut: () => void
}

export function createSamlInstance(
  kept: KeptDocuments,
  accepts: (response: string) => boolean,
): SamlInstance {
  let isSignedIn = false

  function signIn() {
    isSignedIn = true
    const session = sessionSchema.parse(JSON.parse(kept.get('session') ?? 'null'))
    // Contacts stay after an expired session, but not after a sign-out.
    if (session)
      kept.set('session', session.status === 'signed-out' ? null : { ...session, status: 'signed-in' })
  }

  function consume(request: IncomingMessage, response: ServerResponse) {
    const { searchParams } = new URL(request.url ?? '', 'http://ccp.invalid')
    if (accepts(searchParams.get('response') ?? '')) {
      signIn()
      response.writeHead(303, { location: './?signed-in' }).end()
    } else response.writeHead(403, { 'content-type': 'text/plain' }).end('The SAML response is not valid.')
    return true
  }

  return {
    async answer(path, request, response) {
      if (path === 'saml') return consume(request, response)
      if (path === '' && !isSignedIn) {
        // Like AWS's sign-in pages, this one cannot be framed.
        response
          .writeHead(200, {
            'content-type': 'text/html',
            'content-security-policy': "frame-ancestors 'none'",
            'x-frame-options': 'DENY',
          })
          .end(refusal)
        return true
      }
      if (!(await kept.answer(path, request, response))) return false
      const session = sessionSchema.parse(JSON.parse(kept.get('session') ?? 'null'))
      if (session && session.status !== 'signed-in') isSignedIn = false
      return true
    },
    signOut: () => {
      isSignedIn = false
    },
  }
}
