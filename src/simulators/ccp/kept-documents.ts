import type { IncomingMessage, ServerResponse } from 'node:http'

const names = ['session', 'opening'] as const

type Name = (typeof names)[number]

/** JSON documents that the page stores at its server; `null` until the page stores one. */
export interface KeptDocuments {
  readonly set: (name: Name, value: unknown) => void
  /** The JSON text; undefined until a document is stored. */
  readonly get: (name: Name) => string | undefined
  readonly clear: () => void
  /** Answers a request for a document; resolves to false for other requests. */
  readonly answer: (path: string, request: IncomingMessage, response: ServerResponse) => Promise<boolean>
}

export function createKeptDocuments(): KeptDocuments {
  const kept = new Map<Name, string>()
  return {
    set: (name, value) => void kept.set(name, JSON.stringify(value)),
    get: (name) => kept.get(name),
    clear: () => kept.clear(),
    async answer(path, request, response) {
      const name = names.find((candidate) => path === `kept/${candidate}`)
      if (name === undefined) return false
      if (request.method === 'PUT') {
        kept.set(name, await textOf(request))
        response.writeHead(204).end()
      } else {
        response.setHeader('Content-Type', 'application/json').end(kept.get(name) ?? 'null')
      }
      return true
    },
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString()
}
