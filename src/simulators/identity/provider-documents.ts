import type { ServerResponse } from 'node:http'

/** What everybody may ask a provider for: where its endpoints are, and its public keys. */
export type ProviderDocument = 'discovery' | 'keys'

/** What comes instead of a document: another answer, or none. */
export type DocumentAnswer = 'broken' | { readonly status: number; readonly body: string }

const pathOf = { discovery: '/.well-known/openid-configuration', keys: '/jwks' } as const

export function documentAt(url: string): ProviderDocument | undefined {
  const [path] = url.split('?')
  if (path === pathOf.discovery) return 'discovery'
  return path === pathOf.keys ? 'keys' : undefined
}

export function sendDocument(response: ServerResponse, answer: DocumentAnswer): void {
  if (answer === 'broken') {
    response.destroy()
    return
  }
  response.writeHead(answer.status, { 'content-type': 'application/json' })
  response.end(answer.body)
}
