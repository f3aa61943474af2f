import { createServer } from 'node:http'

/** Baseline: the least that any proxy on Node costs. It parses each request and always sends the same answer. */
const [port = '', answerHeaders = '{}', answer = ''] = process.argv.slice(2)
const headers: Record<string, string> = Object.fromEntries(
  Object.entries(JSON.parse(answerHeaders)).map(([name, value]) => [name, String(value)]),
)

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    JSON.parse(Buffer.concat(chunks).toString())
    response.writeHead(201, headers).end(answer)
  })
})
server.listen(Number(port), 'localhost', () => process.stdout.write('listening\n'))
