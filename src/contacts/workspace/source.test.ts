import { afterEach, describe, expect, it, vi } from 'vitest'
import { ana } from '../../simulators/instance/instance.ts'
import type { ContactSession, ContactSource } from '../contact-source.ts'
import {
  framePage,
  newPage,
  type OpenedFor,
  type OpenedWorkspace,
  openWorkspace,
} from './workspace-harness.ts'

const opened: OpenedWorkspace[] = []
const ports: MessagePort[] = []

async function open(openedFor: OpenedFor) {
  const workspace = await openWorkspace(openedFor)
  opened.push(workspace)
  return workspace
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ app }) => app.destroy()))
  for (const port of ports.splice(0)) port.close()
  vi.useRealTimers()
})

const until = (source: ContactSource, wanted: Partial<ContactSession> | object) =>
  vi.waitFor(() => expect(source.getSnapshot()).toMatchObject(wanted), { timeout: 4_000 })

const call = {
  contactId: 'call',
  channel: 'voice',
  state: 'connected',
  attributes: { customerName: 'Maya Lopez' },
} as const
const chat = { contactId: 'chat', channel: 'chat', state: 'connected' } as const
const task = { contactId: 'task', channel: 'task' } as const

const forCall: OpenedFor = { contacts: [call, chat], contactId: 'call' }
const withoutEverything = ['User.Details.View', 'Contact.Details.View', 'Contact.Attributes.View'] as const

describe('an app that the workspace opens for each contact', () => {
  it('has its own contact as the current one, and the agent', async () => {
    const { source } = await open(forCall)

    await until(source, { status: 'ready' })

    expect(source.getSnapshot()).toEqual({
      status: 'ready',
      agent: { userId: ana.userId, name: 'Ana Ruiz' },
      contacts: [
        {
          contactId: 'call',
          channel: 'voice',
          state: 'connected',
          stateSince: expect.any(Number),
          displayName: 'Maya Lopez',
        },
      ],
      currentContactId: 'call',
    })
  })

  it('is connecting until everything is read', async () => {
    const { source, sessions } = await open(forCall)
    await until(source, { status: 'ready' })

    expect(sessions).toEqual([{ status: 'connecting' }, source.getSnapshot()])
  })

  it('follows its contact from ringing to after-contact work and to its end', async () => {
    const { source, contacts } = await open({ contacts: [task], contactId: 'task' })
    await until(source, { contacts: [{ state: 'connecting' }] })

    await contacts.setState('task', 'connected')
    await until(source, { contacts: [{ state: 'connected' }] })
    await contacts.setState('task', 'ended')
    await until(source, { contacts: [{ state: 'ended' }], currentContactId: 'task' })
    await contacts.remove('task', { byButton: false })
    await until(source, { status: 'ready', contacts: [] })

    expect(source.getSnapshot()).not.toHaveProperty('currentContactId')
  })

  it('knows that a contact was missed', async () => {
    const { source, contacts } = await open({ contacts: [task], contactId: 'task' })
    await until(source, { contacts: [{ state: 'connecting' }] })

    await contacts.setState('task', 'missed')

    await until(source, { contacts: [{ state: 'missed' }] })
  })

  it('reads a name that is known only after the connection', async () => {
    const { source, contacts } = await open({ contacts: [task], contactId: 'task' })
    await until(source, { status: 'ready' })

    await contacts.setAttributes('task', { customerName: 'Jonas Weber' })
    await contacts.setState('task', 'connected')

    await until(source, { contacts: [{ displayName: 'Jonas Weber' }] })
  })

  it('works without the permission for everything: its contact counts as connected', async () => {
    const { source, contacts } = await open({ ...forCall, permissions: withoutEverything })
    await until(source, { contacts: [{ contactId: 'call', state: 'connected' }] })

    await contacts.setState('call', 'ended')

    await until(source, { contacts: [{ state: 'ended' }] })
  })

  it('has no name for its contact without permission to read attributes', async () => {
    const { source } = await open({ ...forCall, permissions: ['User.Details.View', 'Contact.Details.View'] })
    await until(source, { status: 'ready', agent: { userId: ana.userId } })

    expect(source.getSnapshot()).not.toHaveProperty('contacts.0.displayName')
  })

  it('has no agent without permission to read it', async () => {
    const { source } = await open({ ...forCall, permissions: ['Contact.Details.View'] })
    await until(source, { status: 'ready', currentContactId: 'call' })

    expect(source.getSnapshot()).not.toHaveProperty('agent')
  })

  it('names the missing permission to read its contact', async () => {
    const { source } = await open({
      ...forCall,
      permissions: ['User.Details.View', 'Contact.Attributes.View'],
    })

    await until(source, { status: 'permission-missing', permissions: ['Contact.Details.View'] })
  })
})

describe('an app that the workspace opens once for all contacts', () => {
  const forAll: OpenedFor = { contacts: [call, chat], contactHandling: 'CROSS_CONTACTS' }

  it('has all contacts, and no current one when there are several', async () => {
    const { source } = await open(forAll)
    await until(source, { contacts: [{ contactId: 'call' }, { contactId: 'chat' }] })

    expect(source.getSnapshot()).not.toHaveProperty('currentContactId')
  })

  it('has the contact that it was opened for as the current one', async () => {
    const { source } = await open({ ...forAll, contactId: 'chat' })

    await until(source, {
      contacts: [{ contactId: 'call' }, { contactId: 'chat' }],
      currentContactId: 'chat',
    })
  })

  it('has the only contact as the current one after the others left', async () => {
    const { source, contacts } = await open({ ...forAll, contactId: 'chat' })
    await until(source, { contacts: [{ contactId: 'call' }, { contactId: 'chat' }] })

    await contacts.remove('chat', { byButton: false })

    await until(source, { contacts: [{ contactId: 'call' }], currentContactId: 'call' })
  })

  it('learns the end of a contact that it was not opened for', async () => {
    const { source, contacts } = await open({ ...forAll, contactId: 'chat' })
    await until(source, { contacts: [{ contactId: 'call' }, { contactId: 'chat' }] })

    await contacts.setState('call', 'ended')

    await until(source, { contacts: [{ contactId: 'call', state: 'ended' }, { contactId: 'chat' }] })
  })

  it('learns a contact that arrives, and its name', async () => {
    const { source, contacts } = await open({ contactHandling: 'CROSS_CONTACTS' })
    await until(source, { status: 'ready', contacts: [] })

    await contacts.add({ ...task, attributes: { customerName: 'Jonas Weber' } })

    await until(source, {
      currentContactId: 'task',
      contacts: [{ channel: 'task', displayName: 'Jonas Weber' }],
    })
  })

  it('names the missing permission to list contacts', async () => {
    const { source } = await open({ ...forAll, permissions: withoutEverything })

    await until(source, { status: 'permission-missing', permissions: ['*'] })
  })

  it('has the contact that it was opened for without that permission', async () => {
    const { source } = await open({ ...forAll, contactId: 'chat', permissions: withoutEverything })

    await until(source, { contacts: [{ contactId: 'chat' }], currentContactId: 'chat' })
  })
})

const requests = ({ app }: OpenedWorkspace) => app.received().filter(({ type }) => type === 'request')

describe('an app that the workspace hides', () => {
  it('reads nothing while it is hidden, and is up to date when it is shown', async () => {
    const workspace = await open(forCall)
    const { source, contacts, app } = workspace
    await until(source, { status: 'ready' })
    app.hide()
    await vi.waitFor(() => expect(app.stage()).toBe('hidden'))
    const asked = requests(workspace).length
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)

    await contacts.setState('call', 'ended')
    await new Promise((resolve) => setImmediate(resolve))
    expect(requests(workspace)).toHaveLength(asked)
    expect(onChange).not.toHaveBeenCalled()

    app.show()
    await until(source, { contacts: [{ state: 'ended' }] })
  })
})

describe('an app that the workspace removes', () => {
  it('finishes its work before it is removed', async () => {
    let finish: (() => void) | undefined
    const beforeGone = vi.fn<() => Promise<void>>(() => new Promise((resolve) => (finish = resolve)))
    const { source, app } = await open(forCall)
    source.beforeGone?.(beforeGone)
    await until(source, { status: 'ready' })

    const destroyed = app.destroy()
    await vi.waitFor(() => expect(beforeGone).toHaveBeenCalledTimes(1))
    expect(app.stage()).toBe('destroying')
    finish?.()
    await destroyed

    expect(app.received().at(-1)).toMatchObject({ type: 'appLifecycleHandlerCompleted', stage: 'destroy' })
  })

  it('is removed even when its work fails', async () => {
    const { source, app } = await open(forCall)
    source.beforeGone?.(() => Promise.reject(new Error('the disk is full')))
    await until(source, { status: 'ready' })

    await app.destroy()

    expect(app.received().at(-1)).toMatchObject({ type: 'appLifecycleHandlerCompleted', stage: 'destroy' })
    expect(reportError).toHaveBeenCalledWith(new Error('the disk is full'))
  })
})

describe('a workspace that falls silent', () => {
  it('is not answering, and is up to date when it answers again', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] })
    const { source, contacts, silence } = await open(forCall)
    await until(source, { status: 'ready' })

    silence(true)
    await contacts.setState('call', 'ended')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(source.getSnapshot()).toEqual({ status: 'not-answering' })

    silence(false)
    await vi.advanceTimersByTimeAsync(1_000)
    vi.useRealTimers()
    await until(source, { contacts: [{ state: 'ended' }] })
  })
})

describe('a page outside a workspace', () => {
  it('is outside the workspace at once when it is in no frame, and loads nothing', async () => {
    const page = {}
    vi.stubGlobal('window', Object.assign(page, { parent: page }))
    const openSource = await newPage()
    const loadSdk = vi.fn<() => Promise<never>>()

    expect(openSource({ loadSdk }).getSnapshot()).toEqual({ status: 'outside-workspace' })
    expect(loadSdk).not.toHaveBeenCalled()
  })

  it('is outside the workspace when the page around its frame does not answer in time', async () => {
    framePage(() => {})
    const openSource = await newPage()
    const source = openSource({ connectionTimeoutMs: 1 })

    await until(source, { status: 'outside-workspace' })
  })
})

describe('the workspace of a page', () => {
  it('is shared by all sources, and closing one of them closes no other', async () => {
    const { source, openSource, contacts } = await open(forCall)
    const other = openSource()
    await until(other, { status: 'ready' })

    source.close()
    await contacts.setState('call', 'ended')

    await until(other, { contacts: [{ state: 'ended' }] })
    expect(source.getSnapshot()).toMatchObject({ contacts: [{ state: 'connected' }] })
  })

  it('can be opened again after the SDK could not be loaded', async () => {
    framePage(() => {})
    const openSource = await newPage()
    const first = openSource({ loadSdk: () => Promise.reject(new Error('offline')) })
    await until(first, { status: 'not-answering' })

    expect(openSource().getSnapshot()).toEqual({ status: 'connecting' })
    expect(reportError).toHaveBeenCalledWith(new Error('offline'))
  })

  it('is not understood when its event cannot be read', async () => {
    framePage((_message, _target, [port]) => {
      port?.postMessage({ type: 'acknowledge', connectionId: 'c', status: {}, healthCheckInterval: 0 })
      port?.postMessage({ type: 'appLifecycle', stage: 'create', instanceId: 'i', config: 'ours' })
      if (port) ports.push(port)
    })
    const openSource = await newPage()

    await until(openSource(), { status: 'not-understood' })
  })
})
