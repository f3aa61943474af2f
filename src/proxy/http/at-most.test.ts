import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { atMost } from './at-most.ts'
import { ProblemError } from '../problem-error.ts'

it('refuses requests above the limit with a wait, and accepts them after it', async () => {
  const open: (() => void)[] = []
  const failures: unknown[] = []
  const app = new Hono()
  app.use(atMost(2))
  app.get('/', async (context) => {
    await new Promise<void>((resolve) => open.push(resolve))
    return context.text('done')
  })
  app.onError((error, context) => {
    failures.push(error instanceof ProblemError && error.facts)
    return context.text('busy', 429)
  })
  const ask = async () => app.request('/')
  const underWay = [ask(), ask()]

  const refused = await ask()
  for (const finish of open) finish()
  const answered = await Promise.all(underWay)
  const next = ask()
  open.at(-1)?.()

  expect(refused.status).toBe(429)
  expect(failures).toEqual([expect.objectContaining({ code: 'busy', retryAfterSeconds: 1 })])
  expect(answered.map(({ status }) => status)).toEqual([200, 200])
  expect((await next).status).toBe(200)
})
