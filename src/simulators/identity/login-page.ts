import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import type { InteractionResults } from 'oidc-provider'
import type { InstanceUser } from '../instance/instance.ts'

const page = (complaint: string) => `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width">
  <title>Sign in to Example Corp</title>
  <h1>Sign in to Example Corp</h1>
  <form method="post">
    <p role="alert">${complaint}</p>
    <label>User name <input name="username" autocomplete="username" required></label>
    <button>Sign in</button>
    <button name="cancel" value="yes" formnovalidate>Cancel</button>
  </form>
</html>
`

function showPage(response: ServerResponse, complaint = ''): undefined {
  response.writeHead(200, {
    'content-type': 'text/html',
    // Real providers forbid frames, because a page around the login page could overlay it (clickjacking).
    'content-security-policy': "frame-ancestors 'none'",
    'x-frame-options': 'DENY',
  })
  response.end(page(complaint))
}

/** Shows the login page and resolves to undefined, or resolves to the result of the submitted form. */
export async function askWhoSignsIn(
  request: IncomingMessage,
  response: ServerResponse,
  users: readonly InstanceUser[],
): Promise<InteractionResults | undefined> {
  if (request.method !== 'POST') return showPage(response)
  const form = new URLSearchParams(await text(request))
  if (form.has('cancel')) return { error: 'access_denied', error_description: 'The user cancelled.' }
  const user = users.find(({ username }) => username === form.get('username'))
  if (!user) return showPage(response, 'There is no user with this name.')
  return { login: { accountId: user.userId }, consent: {} }
}
