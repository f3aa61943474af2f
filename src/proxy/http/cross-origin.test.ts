import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { crossOrigin } from './cross-origin.ts'

const crm = 'https://crm.example.com'

const app = new Hono()
app.use(crossOrigin([crm]))
app.post('/tasks', (context) => context.text('created', 201))

const ask = async (method: string, origin?: string) =>
  app.request('/tasks', { method, headers: origin === undefined ? {} : { origin } })

it('a page of an allowed origin may send a token and JSON, and read the request id', async () => {
  const preflight = await ask('OPTIONS', crm)
  const answer = await ask('POST', crm)

  expect(preflight.status).toBe(204)
  expect(Object.fromEntries(preflight.headers)).toEqual({
    'access-control-allow-origin': crm,
    'access-control-allow-methods': 'GET,POST',
    'access-control-allow-headers': 'authorization,content-type',
    'access-control-expose-headers': 'x-request-id,retry-after',
    'access-control-max-age': '600',
    vary: 'Origin',
  })
  expect(answer.headers.get('access-control-allow-origin')).toBe(crm)
  expect(answer.headers.get('access-control-expose-headers')).toBe('x-request-id,retry-after')
})

it.each(['https://other.example.com', `${crm}.evil.example`, 'null', undefined])(
  'the origin %s is not named as allowed',
  async (origin) => {
    const answers = [await ask('OPTIONS', origin), await ask('POST', origin)]

    for (const { headers } of answers) expect(headers.get('access-control-allow-origin')).toBeNull()
  },
)

it('no cache gives the response for one origin to another', async () => {
  expect((await ask('POST', crm)).headers.get('vary')).toBe('Origin')
  expect((await ask('POST')).headers.get('vary')).toBe('Origin')
})
