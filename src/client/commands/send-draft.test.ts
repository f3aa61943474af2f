import { expect, it } from 'vitest'
import { sendMessageSchema } from '../../contract/messages/message-request.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { createTaskClient } from '../task-client.ts'
import { sendDraft } from './send-draft.ts'

const task: TaskRequest = { name: 'Call back', references: [], attributes: [] }
const message: MessageRequest = {
  kind: 'message',
  channel: 'sms',
  from: 'service',
  to: '+493012345678',
  message: { type: 'text', text: 'Your order is ready' },
  flowId: 'answers',
  attributes: [],
  hasConsent: true,
}

/** A proxy that gives this answer, and the requests that it gets. */
function proxyAnswering(answer: object) {
  const received: { readonly path: string; readonly body: unknown }[] = []
  const client = createTaskClient({
    baseUrl: 'https://proxy.example',
    token: async () => 'agent',
    renewToken: async () => false,
    fetch: async (...asked) => {
      const request = new Request(...asked)
      received.push({ path: new URL(request.url).pathname, body: await request.json() })
      return Response.json(answer, { status: 201 })
    },
  })
  return { client, received }
}

it('a draft goes to the route of its kind', async () => {
  const { client, received } = proxyAnswering({ contactId: 'new', scheduledTime: null })
  await sendDraft(client, { clientToken: 'one', request: task })
  await sendDraft(client, { clientToken: 'two', request: message })

  expect(received.map(({ path }) => path)).toEqual(['/api/v1/tasks', '/api/v1/messages'])
  expect(sendMessageSchema.safeParse(received[1]?.body).data).toMatchObject({
    clientToken: 'two',
    message: { text: 'Your order is ready' },
    consent: true,
  })
})

it('of an accepted message only the contact is known', async () => {
  const { client } = proxyAnswering({ contactId: 'chat' })

  expect(await sendDraft(client, { clientToken: 't', request: message })).toEqual({
    contactId: 'chat',
  })
})
