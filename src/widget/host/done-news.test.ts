import { expect, test } from 'vitest'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { doneNews } from './done-news.ts'

const link = { type: 'related', contactId: 'call' } as const

const task: TaskRequest = { name: 'Call back', references: [], attributes: [], link }

const message: MessageRequest = {
  kind: 'message',
  channel: 'sms',
  from: 'service',
  to: '+12065550142',
  message: { type: 'text', text: 'Your refund has been approved.' },
  flowId: 'answers',
  attributes: [],
  hasConsent: true,
}

test('the host learns of a task and of the contact that it is linked to', () => {
  const done = {
    result: { contactId: 'task', scheduledTime: null },
    attempt: { clientToken: 't', request: task },
  }

  expect(doneNews(done)).toEqual({
    listener: 'onTaskCreated',
    news: { contactId: 'task', linkedContactId: 'call' },
  })
})

test('the host learns of an accepted message, but neither its text nor the number', () => {
  const done = { result: { contactId: 'chat' }, attempt: { clientToken: 't', request: message } }

  expect(doneNews(done)).toEqual({ listener: 'onMessageAccepted', news: { contactId: 'chat' } })
})
