import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Attempt } from '../core/attempts/attempt.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'
import { listen, stopListening } from '../simulators/listen.ts'
import { createTask } from './commands/create-task.ts'
import { createTaskClient, type TaskClient, type TaskClientOptions } from './task-client.ts'
import { TaskClientError, type ClientFailure } from './task-client-error.ts'

const attempt: Attempt<TaskRequest> = {
  clientToken: 'token-1',
  request: {
    name: 'Call back',
    destination: { type: 'flow', flowId: 'F' },
    references: [],
    attributes: [],
    scheduledTime: new Date('2026-11-22T09:00:00Z'),
  },
}

const closers: (() => Promise<void>)[] = []

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

/** A client of a server that gives these answers one after the other. */
async function clientOf(
  answers: readonly ((response: ServerResponse, request: IncomingMessage) => void)[],
  options: Partial<TaskClientOptions> = {},
): Promise<{ client: TaskClient; requests: IncomingMessage[] }> {
  const requests: IncomingMessage[] = []
  const server = createServer((request, response) => {
    requests.push(request)
    answers[requests.length - 1]?.(response, request)
  })
  const baseUrl = await listen(server, 0)
  closers.push(() => stopListening(server))
  const client = createTaskClient({
    baseUrl,
    fetch,
    token: async () => 'agent-token',
    renewToken: async () => false,
    ...options,
  })
  return { client, requests }
}

const answer = (status: number, body: unknown) => (response: ServerResponse) =>
  response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))

const problem = (facts: object) => ({
  status: 429,
  code: 'throttled',
  title: '',
  detail: '',
  requestId: 'r-1',
  outcome: 'not-created',
  ...facts,
})

async function failureOf(asked: Promise<unknown>): Promise<ClientFailure> {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  if (error instanceof TaskClientError) return error.failure
  throw new Error('No TaskClientError came.', { cause: error })
}

describe('send()', () => {
  it('sends the attempt with the agent’s token and answers with the contact', async () => {
    let body = ''
    const { client, requests } = await clientOf([
      (response, request) => {
        request.on('data', (chunk: Buffer) => (body += chunk.toString()))
        request.on('end', () => answer(201, { contactId: 'C', scheduledTime: null })(response))
      },
    ])

    expect(await client.send(createTask, attempt)).toEqual({ contactId: 'C', scheduledTime: null })
    expect(requests[0]?.headers.authorization).toBe('Bearer agent-token')
    expect(JSON.parse(body)).toEqual({
      clientToken: 'token-1',
      name: 'Call back',
      destination: { type: 'flow', flowId: 'F' },
      scheduledTime: '2026-11-22T09:00:00.000Z',
    })
  })

  it('reports the failure as the proxy describes it', async () => {
    const { client } = await clientOf([answer(429, problem({ retryAfterSeconds: 2 }))])

    expect(await failureOf(client.send(createTask, attempt))).toEqual({
      code: 'throttled',
      outcome: 'not-created',
      issues: [],
      requestId: 'r-1',
      retryAfterSeconds: 2,
    })
  })

  it.each([
    ['an HTML page from a gateway', answer(502, '<html>Bad gateway</html>'), 'unreadable'],
    ['a success without a contact id', answer(201, {}), 'unreadable'],
    ['a success that is not JSON', answer(201, 'ok'), 'unreadable'],
    ['a broken connection', (response: ServerResponse) => response.destroy(), 'unreachable'],
  ])('calls the outcome unknown after %s', async (_, answering, code) => {
    const { client } = await clientOf([answering])

    expect(await failureOf(client.send(createTask, attempt))).toMatchObject({ code, outcome: 'unknown' })
  })

  it('calls the outcome unknown when no answer comes in time', async () => {
    const { client } = await clientOf([() => {}], { timeoutMs: 50 })

    expect(await failureOf(client.send(createTask, attempt))).toMatchObject({
      code: 'unreachable',
      outcome: 'unknown',
    })
  })

  it('keeps the outcome of a problem with a code of a newer proxy', async () => {
    const news = { code: 'moon-phase', issues: [{ field: 'name', code: 'too-blue' }], outcome: 'unknown' }
    const { client } = await clientOf([answer(418, problem(news))])

    expect(await failureOf(client.send(createTask, attempt))).toMatchObject({
      code: 'unexpected',
      outcome: 'unknown',
      issues: [],
    })
  })

  it('sends once more with a fresh token when the old one is refused', async () => {
    const tokens = ['old', 'fresh']
    const { client, requests } = await clientOf(
      [
        answer(401, problem({ status: 401, code: 'unauthenticated' })),
        answer(201, { contactId: 'C', scheduledTime: null }),
      ],
      { token: async () => tokens.shift(), renewToken: async () => true },
    )

    expect(await client.send(createTask, attempt)).toMatchObject({ contactId: 'C' })
    expect(requests.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer fresh'])
  })

  it.each(['unknown', 'not-created'] as const)(
    'has the outcome %s if the proxy said so of the old token and refuses the fresh one for another reason',
    async (outcome) => {
      const { client } = await clientOf(
        [
          answer(401, problem({ status: 401, code: 'unauthenticated', outcome })),
          answer(503, problem({ status: 503, code: 'sign-in-unavailable' })),
        ],
        { renewToken: async () => true },
      )

      expect(await failureOf(client.send(createTask, attempt))).toMatchObject({
        code: 'sign-in-unavailable',
        outcome,
      })
    },
  )

  it.each([
    ['while the token is fetched', 'token', 0],
    ['while the answer is on its way', 'answer', 1],
    ['while a fresh token is fetched', 'renewal', 1],
  ] as const)('sends nothing with the token of another agent who signs in %s', async (_, moment, sent) => {
    const signedOut = new Set<() => void>()
    const change = (at: typeof moment) => {
      if (at === moment) for (const listener of signedOut) listener()
    }
    const refused = answer(401, problem({ status: 401, code: 'unauthenticated' }))
    const { client, requests } = await clientOf(
      [
        (response) => {
          change('answer')
          refused(response)
        },
        answer(201, { contactId: 'C', scheduledTime: null }),
      ],
      {
        token: async () => {
          change('token')
          return 'token'
        },
        renewToken: async () => {
          change('renewal')
          return true
        },
        onSignedOut: (listener) => {
          signedOut.add(listener)
          return () => signedOut.delete(listener)
        },
      },
    )

    expect(await failureOf(client.send(createTask, attempt))).toMatchObject({
      code: 'unauthenticated',
      outcome: 'not-created',
    })
    expect(requests).toHaveLength(sent)
    expect(signedOut.size).toBe(0)
  })

  it.each([
    ['the token', 0],
    ['a fresh token', 1],
  ] as const)(
    'sends nothing more when the time for it has passed while %s was fetched',
    async (part, sent) => {
      let isInTime = true
      const { client, requests } = await clientOf(
        [
          answer(401, problem({ status: 401, code: 'unauthenticated' })),
          answer(201, { contactId: 'C', scheduledTime: null }),
        ],
        {
          token: async () => {
            if (part === 'the token') isInTime = false
            return 'token'
          },
          renewToken: async () => {
            isInTime = false
            return true
          },
        },
      )

      expect(await failureOf(client.send(createTask, attempt, () => isInTime))).toMatchObject({
        code: 'not-sent',
        outcome: 'not-created',
      })
      expect(requests).toHaveLength(sent)
    },
  )

  it('gives the created task though the page cannot stop listening for a sign-out', async () => {
    const report = vi.fn<(mistake: unknown) => void>()
    vi.stubGlobal('reportError', report)
    const mistake = new Error('The desktop is broken.')
    const { client } = await clientOf([answer(201, { contactId: 'C', scheduledTime: null })], {
      onSignedOut: () => () => {
        throw mistake
      },
    })
    const created = await client.send(createTask, attempt)
    vi.unstubAllGlobals()

    expect(created).toEqual({ contactId: 'C', scheduledTime: null })
    expect(report).toHaveBeenCalledExactlyOnceWith(mistake)
  })

  it('fails as unauthenticated when there is no fresh token', async () => {
    const { client } = await clientOf([answer(401, problem({ status: 401, code: 'unauthenticated' }))])

    expect(await failureOf(client.send(createTask, attempt))).toMatchObject({
      code: 'unauthenticated',
      outcome: 'not-created',
    })
  })
})

describe('template()', () => {
  it('reads fields of types that do not exist yet', async () => {
    const template = {
      templateId: 'a/b',
      name: 'Refund',
      hasFlow: true,
      canSelfAssign: false,
      revision: 'r',
      fields: [{ name: 'Mood', type: 'SMILEY', isRequired: true, default: ':)' }],
    }
    const { client, requests } = await clientOf([answer(200, template)])

    expect(await client.template('a/b')).toEqual(template)
    expect(requests[0]?.url).toBe('/api/v1/templates/a%2Fb')
  })
})

describe('contact()', () => {
  it('sends an id that holds a slash as one path segment', async () => {
    const { client, requests } = await clientOf([
      answer(200, { contactId: 'a/b', channel: 'voice', attributes: [] }),
    ])

    await client.contact('a/b')

    expect(requests[0]?.url).toBe('/api/v1/contacts/a%2Fb')
  })

  it('never calls the outcome of a read unknown', async () => {
    const { client } = await clientOf([(response) => response.destroy()])

    expect(await failureOf(client.contact('C'))).toMatchObject({
      code: 'unreachable',
      outcome: 'not-created',
    })
  })
})
