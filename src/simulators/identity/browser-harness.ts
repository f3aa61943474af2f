type Form = Readonly<Record<string, string>>

/** Acts as a browser tab: follows redirects with cookies and submits `forms` in turn until it is back at the panel. */
export function createBrowser(panelOrigin: string, ...forms: Form[]) {
  const cookies = new Map<string, string>()
  return async function open(address: string, form?: Form): Promise<URL> {
    if (address.startsWith(panelOrigin)) return new URL(address)
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const sent = form ? { method: 'POST', body: new URLSearchParams(form) } : {}
    const response = await fetch(address, { redirect: 'manual', headers: { cookie }, ...sent })
    for (const set of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    const nextForm = location === null ? forms.shift() : undefined
    if (nextForm) return open(address, nextForm)
    if (location === null) throw new Error(`No redirect from ${address}: ${await response.text()}`)
    return open(new URL(location, address).href)
  }
}

/** The PKCE challenge of a verifier. */
export async function challengeOf(text: string) {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return Buffer.from(digest).toString('base64url')
}
