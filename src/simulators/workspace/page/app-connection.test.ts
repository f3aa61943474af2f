import { afterEach, describe, expect, it } from 'vitest'
import { signedIn, withContact, type CcpState } from '../../ccp/page/state/ccp-state.ts'
import { ana } from '../../instance/instance.ts'
import { type AppConnection, type AppConnectionOptions, connectApp } from './app-connection.ts'
import { eventsBetween } from './contact-events.ts'

const now = new Date()
const nobody = signedIn(ana, now)
const callAndChat = withContact(
  withContact(nobody, { contactId: 'call', channel: 'voice', attributes: { orderId: '42' } }, now),
  { contactId: 'chat', channel: 'chat' },
  now,
)
const messageOrigin = {
  _type: 'app',
  providerId: 'd3c3f1de-8c4e-4b8c-9a0c-0d6f3a0c1b77',
  origin: 'http://localhost:4400',
  path: '/workspace',
}
const namespace = 'aws.connect.contact'

interface Opened {
  readonly app: AppConnection
  readonly say: (message: object) => void
  /** Resolves to the next message of this type from the workspace. */
  readonly hear: (type: string) => Promise<unknown>
}

const ports: MessagePort[] = []

afterEach(() => {
  for (const port of ports.splice(0)) port.close()
})

function open(options: Partial<AppConnectionOptions> = {}): Opened {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1)
  const heard: { readonly type: string }[] = []
  const waiting: (() => void)[] = []
  port1.addEventListener('message', ({ data }) => {
    heard.push(data)
    for (const look of waiting.splice(0)) look()
  })
  port1.start()
  const app = connectApp({
    port: port2,
    registration: {
      accessUrl: 'http://localhost:4400/workspace',
      permissions: ['Contact.Details.View'],
      contactHandling: 'PER_CONTACT',
    },
    scope: { type: 'contact', contactId: 'call' },
    state: () => callAndChat,
    healthCheckIntervalMs: 5_000,
    isSilent: () => false,
    onClose: () => {},
    ...options,
  })
  const hear = (type: string): Promise<unknown> =>
    new Promise((resolve) => {
      const look = () => {
        const index = heard.findIndex((message) => message.type === type)
        if (index === -1) waiting.push(look)
        else resolve(heard.splice(index, 1)[0])
      }
      look()
    })
  return { app, say: (message) => port1.postMessage({ messageOrigin, ...message }), hear }
}

const request = (command: string, data: object = {}) => ({
  type: 'request',
  namespace,
  command,
  requestId: crypto.randomUUID(),
  data,
})

const subscribe = (key: string, parameter?: string) => ({
  type: 'subscribe',
  topic: { namespace, key, ...(parameter === undefined ? {} : { parameter }) },
  handlerId: crypto.randomUUID(),
})

const created = (app: AppConnection) => ({
  type: 'appLifecycleHandlerCompleted',
  stage: 'create',
  appInstanceId: app.instanceId,
})

describe('the workspace’s side of an app', () => {
  it('acknowledges the app, creates it, and starts it only after it was created', async () => {
    const { app, say, hear } = open()
    app.show()
    expect(await hear('acknowledge')).toMatchObject({ healthCheckInterval: 5_000 })
    expect(await hear('appLifecycle')).toMatchObject({ stage: 'create', scope: { contactId: 'call' } })
    expect(app.stage()).toBe('creating')

    say(created(app))

    expect(await hear('appLifecycle')).toMatchObject({ stage: 'start' })
    app.hide()
    expect(await hear('appLifecycle')).toMatchObject({ stage: 'stop' })
  })

  it('answers an allowed request', async () => {
    const { say, hear } = open()
    say(request('contact/getChannelType', { contactId: 'CURRENT_CONTACT' }))

    expect(await hear('response')).toMatchObject({
      isError: false,
      data: { type: 'voice', subtype: 'connect:Telephony' },
    })
  })

  it.each([
    ['a request without the permission', 'contact/getAttributes', { contactId: 'call', attributes: '*' }],
    ['a request for the list of contacts', 'contact/listContacts', {}],
    ['a request about a contact other than the app’s', 'contact/getChannelType', { contactId: 'chat' }],
    ['a request about an unknown contact', 'contact/getChannelType', { contactId: 'email' }],
    ['an unknown command', 'contact/createTask', {}],
    ['a command without its parameters', 'contact/getChannelType', {}],
  ])('refuses %s', async (_what, command, data) => {
    const { say, hear } = open()
    say(request(command, data))

    expect(await hear('response')).toMatchObject({ isError: true, errorKey: expect.any(String) })
  })

  it('publishes an event only to apps with the permission for it', async () => {
    const { app, say, hear } = open()
    say(subscribe('contact/connecting'))
    say(subscribe('contact/cleared', 'CURRENT_CONTACT'))
    expect(await hear('error')).toMatchObject({
      isFatal: false,
      message:
        'App attempted to subscribe to topic without permission - Topic {"namespace":"aws.connect.contact","key":"contact/connecting"}',
    })
    say({ type: 'healthCheck' })
    await hear('healthCheckResponse')

    app.tell(eventsBetween(callAndChat.contacts, []))

    expect(await hear('publish')).toMatchObject({ data: { contactId: 'call', type: 'voice' } })
  })

  it('reports an unknown topic as an error', async () => {
    const { say, hear } = open()
    say(subscribe('contact/ended'))

    expect(await hear('error')).toMatchObject({ key: 'unknownTopic' })
  })

  it('publishes events of all contacts to an app that was opened without a contact', async () => {
    const { app, say, hear } = open({ scope: { type: 'idle' } })
    say(subscribe('contact/cleared'))
    say({ type: 'healthCheck' })
    await hear('healthCheckResponse')
    const withoutChat: CcpState = { ...callAndChat, contacts: callAndChat.contacts.slice(0, 1) }

    app.tell(eventsBetween(callAndChat.contacts, withoutChat.contacts))

    expect(await hear('publish')).toMatchObject({ data: { contactId: 'chat' } })
  })

  it('waits for the app to finish before it closes the connection', async () => {
    const { app, say, hear } = open()
    await hear('appLifecycle')
    say(created(app))
    say({ type: 'healthCheck' })
    await hear('healthCheckResponse')
    const destroyed = app.destroy()
    expect(await hear('appLifecycle')).toMatchObject({ stage: 'destroy' })
    expect(app.stage()).toBe('destroying')

    say({ type: 'appLifecycleHandlerCompleted', stage: 'destroy', appInstanceId: app.instanceId })
    await destroyed

    expect(app.stage()).toBe('destroyed')
  })
})
