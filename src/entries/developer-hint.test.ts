import { createServer } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { listen, stopListening } from '../simulators/listen.ts'
import { createTaskClient } from './create-task-client.ts'

const nowhere = 'http://127.0.0.1:9'

const optionsFor = (baseUrl: string) => ({
  baseUrl,
  token: async (): Promise<string | undefined> => 'a-token',
  renewToken: async () => false,
})

async function serving(
  status: number,
  body: object,
): Promise<{ origin: string; close: () => Promise<void> }> {
  const server = createServer((_request, response) => {
    const headers = { 'content-type': 'application/problem+json' }
    response.writeHead(status, headers).end(JSON.stringify(body))
  })
  return { origin: await listen(server, 0, '127.0.0.1'), close: () => stopListening(server) }
}

const refused = {
  status: 401,
  code: 'unauthenticated',
  title: 'Not signed in',
  detail: 'The token is not valid.',
  requestId: 'r-17',
  outcome: 'not-created',
}

afterEach(() => vi.restoreAllMocks())

async function hintsOf(client: ReturnType<typeof createTaskClient>): Promise<readonly unknown[]> {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  await expect(client.me()).rejects.toThrow()
  await vi.waitFor(() => expect(warn).toHaveBeenCalled())
  await expect(client.me()).rejects.toThrow()
  return warn.mock.calls.flat()
}

describe('the console of a page whose first question to the proxy failed', () => {
  it('names the address without an answer, and ALLOWED_ORIGINS, once', async () => {
    const hints = await hintsOf(createTaskClient(optionsFor(nowhere)))

    expect(hints).toEqual([
      `tasklink: this page cannot read an answer from ${nowhere}. If the proxy runs there, add the origin of this page to its ALLOWED_ORIGINS. Otherwise check \`baseUrl\`, and that a content security policy of this page allows this address in connect-src.`,
    ])
  })

  it('says that there was no token', async () => {
    const proxy = await serving(401, refused)
    const hints = await hintsOf(
      createTaskClient({ ...optionsFor(proxy.origin), token: async () => undefined }),
    )
    await proxy.close()

    expect(hints).toEqual([expect.stringContaining('`token` returned no token.')])
  })

  it('names the request whose token the proxy refused, and not the token', async () => {
    const proxy = await serving(401, refused)
    const hints = await hintsOf(createTaskClient(optionsFor(proxy.origin)))
    await proxy.close()

    expect(hints).toEqual([expect.stringContaining('its log says why (request r-17)')])
    expect(hints.join()).not.toContain('a-token')
  })

  it('says that another server answers', async () => {
    const other = await serving(200, { hello: 'world' })
    const hints = await hintsOf(createTaskClient(optionsFor(other.origin)))
    await other.close()

    expect(hints).toEqual([expect.stringContaining(`${other.origin} did not answer as the proxy does.`)])
  })
})
