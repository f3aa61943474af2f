import { expect, it, vi } from 'vitest'
import { createHostMessages, type FramedPage } from './messages.ts'
import { pendingMessages } from './pending-messages.ts'
import type { PanelMessage } from './protocol.ts'

const crm = 'https://crm.example.com'

type Hear = Parameters<FramedPage['addEventListener']>[1]

/** A page around the panel that sends its rules and its contact as soon as the panel is listening. */
function answeringHost() {
  const heard: PanelMessage[] = []
  let hear: Hear | undefined
  const say = (message: object) => hear?.({ data: { tasklink: 1, ...message }, origin: crm, source: parent })
  const answer = async () => {
    say({ type: 'fields', fields: { name: { default: 'Call back' } } })
    say({ type: 'contacts', contact: { contactId: 'c-1', channel: 'chat' } })
  }
  const parent = {
    postMessage: (message: PanelMessage) => {
      heard.push(message)
      if (message.type === 'ready') void Promise.resolve().then(answer)
    },
  }
  const page: FramedPage = {
    parent,
    location: { ancestorOrigins: [crm] },
    addEventListener: (_type, listener) => {
      hear = listener
    },
    removeEventListener: () => {
      hear = undefined
    },
  }
  return { page, heard }
}

async function openLater(page: FramedPage) {
  await Promise.resolve()
  return createHostMessages({ page, origins: [crm] })
}

it('takes messages that the host sends as soon as the panel is listening', async () => {
  const { source, fields } = pendingMessages(openLater(answeringHost().page))
  expect(source.getSnapshot()).toEqual({ status: 'connecting' })

  await vi.waitFor(() =>
    expect(source.getSnapshot()).toMatchObject({ status: 'ready', currentContactId: 'c-1' }),
  )
  expect(fields.getSnapshot()).toEqual({ name: { default: 'Call back' } })
})

it('sends the host earlier events, in their order', async () => {
  const { page, heard } = answeringHost()
  const { tell } = pendingMessages(openLater(page))

  tell({ type: 'draft-changed', isBegun: true })
  tell({ type: 'draft-changed', isBegun: false })

  await vi.waitFor(() =>
    expect(heard).toEqual([
      { tasklink: 1, type: 'ready' },
      { tasklink: 1, type: 'draft-changed', isBegun: true },
      { tasklink: 1, type: 'draft-changed', isBegun: false },
    ]),
  )
})

it('is not answering when the code of the messages cannot be loaded', async () => {
  const { source, tell } = pendingMessages(Promise.reject(new Error('the chunk is gone')))

  tell({ type: 'draft-changed', isBegun: true })

  await vi.waitFor(() => expect(source.getSnapshot()).toEqual({ status: 'not-answering' }))
})
