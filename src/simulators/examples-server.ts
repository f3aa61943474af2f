import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { listen, stopListening } from './listen.ts'
import { staticFile } from './static-file.ts'

/** Serves each example page at `/<name>/`. */
export interface ExamplesServer {
  readonly origin: string
  readonly close: () => Promise<void>
}

/** Maps the placeholder addresses and ids in the examples to the real ones on this machine. */
type RealValues = Readonly<Record<string, string>>

const examples = fileURLToPath(new URL('../../dist/examples', import.meta.url))

/** Serves the examples with their placeholders replaced. `realValues` is called for each file. */
export async function startExamplesServer(realValues: () => RealValues): Promise<ExamplesServer> {
  async function answer({ url = '/' }: IncomingMessage, response: ServerResponse) {
    const path = new URL(url, 'http://examples.invalid').pathname.slice(1)
    const file = await staticFile(examples, /(^|\/)$/.test(path) ? `${path}index.html` : path)
    if (!file) {
      response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found')
      return
    }
    response
      .setHeader('Content-Type', file.contentType)
      .end(withRealValues(file.body.toString(), realValues()))
  }
  const server = createServer((request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    void answer(request, response)
  })
  return { origin: await listen(server, 0, 'localhost'), close: () => stopListening(server) }
}

const withRealValues = (text: string, values: RealValues) =>
  Object.entries(values).reduce((told, [madeUp, real]) => told.replaceAll(madeUp, real), text)
