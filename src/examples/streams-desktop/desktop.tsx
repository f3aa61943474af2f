import 'amazon-connect-streams'
import { UserManager } from 'oidc-client-ts'
import { createRoot } from 'react-dom/client'
import { createTaskClient, TaskPanel } from 'tasklink'
import { createStreamsGuest } from 'tasklink/streams-guest'

// Your desktop's own sign-in and CCP.
const users = new UserManager({
  authority: 'https://login.example.com',
  client_id: 'tasklink-panel',
  redirect_uri: `${location.origin}${location.pathname}`,
  scope: 'openid profile',
})

function startCcp(container: HTMLElement): void {
  // oxlint-disable-next-line no-restricted-globals -- The desktop starts its own CCP with the global `connect`.
  connect.core.initCCP(container, { ccpUrl: 'https://example.my.connect.aws/ccp-v2/', loginPopup: true })
}

// Tasklink. Allow this page's origin at the proxy: ALLOWED_ORIGINS=https://desktop.example.com
function showTasks(container: HTMLElement): void {
  const client = createTaskClient({
    baseUrl: 'https://tasklink.example.com',
    token: async () => (await users.getUser())?.access_token,
    renewToken: async () => (await users.signinSilent()) !== null,
  })
  // oxlint-disable-next-line no-restricted-globals -- The desktop passes its own `connect` to the source.
  const source = createStreamsGuest({ connect })
  createRoot(container).render(<TaskPanel source={source} client={client} />)
}

async function signIn(): Promise<void> {
  if (new URLSearchParams(location.search).has('code')) {
    await users.signinCallback()
    history.replaceState(null, '', location.pathname)
  }
  if (!(await users.getUser())) await users.signinRedirect()
}

const element = (id: string) => {
  const found = document.getElementById(id)
  if (!found) throw new Error(`The page has no #${id}.`)
  return found
}

await signIn()
startCcp(element('ccp'))
// The panel may open later: it finds the contacts that exist then.
element('tasks').addEventListener('click', () => showTasks(element('tasklink')), { once: true })
