import type { ServerResponse } from 'node:http'

/** The public documents of a provider: its endpoints and its keys. */
export type ProviderDocument = 'discovery' | 'keys'

/** Replaces a document: `broken` closes the connection, else the response to send. */
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
