import { beforeEach, describe, expect, it } from 'vitest'
import { createHostMessages, type FramedPage } from './messages.ts'

const crm = 'https://crm.example.com'
const origins = [crm, 'http://localhost:5173']
const chat = { contactId: 'c-1', channel: 'chat' } as const
const fields = (rules: unknown) => ({ tasklink: 1, type: 'fields', fields: rules })
const contacts = (contact: unknown) => ({ tasklink: 1, type: 'contacts', contact })

type Hear = Parameters<FramedPage['addEventListener']>[1]

let listeners: Set<Hear>
let posted: { readonly message: unknown; readonly to: string }[]
let host: FramedPage['parent']

beforeEach(() => {
  listeners = new Set()
  posted = []
  host = { postMessage: (message, to) => void posted.push({ message, to }) }
})

const framedIn = (
  parent: FramedPage['parent'],
  ancestorOrigins: FramedPage['location']['ancestorOrigins'],
) => ({
  parent,
  location: ancestorOrigins ? { ancestorOrigins } : {},
  addEventListener: (_type: 'message', listener: Hear) => void listeners.add(listener),
  removeEventListener: (_type: 'message', listener: Hear) => void listeners.delete(listener),
})

const open = () => createHostMessages({ page: framedIn(host, [crm]), origins })

function say(data: unknown, from: { readonly origin?: string; readonly source?: unknown } = {}) {
  for (const listener of listeners) listener({ data, origin: crm, source: host, ...from })
}

describe('createHostMessages()', () => {
  it('tells the host that it is listening', () => {
    open()

    expect(posted).toEqual([{ message: { tasklink: 1, type: 'ready' }, to: crm }])
  })

  it('addresses each allowed host when the browser does not name the embedding page, and never any origin', () => {
    createHostMessages({ page: framedIn(host, undefined), origins })

    expect(posted.map(({ to }) => to)).toEqual(origins)
  })

  it('sends nothing to a host that is not allowed', () => {
    createHostMessages({ page: framedIn(host, ['https://evil.example']), origins })

    expect(posted).toEqual([])
  })

  it('takes the contact that the host sends', () => {
    const { source } = open()

    say(contacts(chat))

    expect(source.getSnapshot()).toMatchObject({ status: 'ready', currentContactId: 'c-1' })
  })

  it('replaces all field rules with those that the host sends', () => {
    const { fields: rules } = open()
    const seen: unknown[] = [rules.getSnapshot()]
    rules.subscribe(() => seen.push(rules.getSnapshot()))

    say(fields({ name: { default: 'Call back' } }))
    say(fields({ link: { isLocked: true } }))

    expect(seen).toEqual([{}, { name: { default: 'Call back' } }, { link: { isLocked: true } }])
  })

  it.each([
    ['of another origin', { origin: 'https://evil.example' }],
    ['of an origin that only looks like it', { origin: 'https://crm.example.com.evil.example' }],
    ['of a page without an origin', { origin: 'null' }],
    ['of another window of the allowed origin', { source: {} }],
    ['without a window', { source: null }],
  ])('ignores a message %s', (_whose, from) => {
    const { source } = open()
    posted.splice(0)

    say(contacts(chat), from)
    say(contacts('nonsense'), from)

    expect(source.getSnapshot()).toEqual({ status: 'connecting' })
    expect(posted).toEqual([])
  })

  it.each([
    ['text', null],
    ['text', 'tasklink'],
    ['other object', { type: 'contacts', contact: chat }],
  ])('ignores a %s of another protocol: %j', (_what, data) => {
    const { source } = open()
    posted.splice(0)

    say(data)

    expect(source.getSnapshot()).toEqual({ status: 'connecting' })
    expect(posted).toEqual([])
  })

  it.each([
    [{ ...contacts(chat), tasklink: 2 }, 'tasklink must be 1.'],
    [{ ...contacts(chat), type: 'contact' }, 'type must be contacts or fields.'],
    [{ tasklink: 1, contact: chat }, 'type must be contacts or fields.'],
    [
      contacts({ ...chat, channel: 'phone' }),
      'contact.channel must be one of voice, queue_callback, chat, task, email.',
    ],
    [{ tasklink: 1, type: 'fields' }, 'fields must be an object.'],
    [fields({ title: {} }), 'fields must not have the member title.'],
    [fields({ name: { isLocked: 'yes' } }), 'fields.name.isLocked must be true or false.'],
    [fields({ link: { default: 'next' } }), 'fields.link.default must be one of related, previous, none.'],
    [
      fields({ attributes: { byKey: { 'order-id': { isRequired: true, isHidden: true } } } }),
      'fields.attributes.byKey["order-id"] is needed and kept from the agent: give it a default, or do not lock or hide it.',
    ],
    [
      fields({ references: { byName: { Order: { type: 'URL', default: 'www' } } } }),
      'fields.references.byName.Order.default must be what Amazon Connect takes (reference-url-invalid).',
    ],
  ])('refuses %j with a reason, and keeps its session', (data, reason) => {
    const { source, fields: rules } = open()
    say(contacts(chat))
    posted.splice(0)

    say(data)

    expect(posted).toEqual([{ message: { tasklink: 1, type: 'refused', reason }, to: crm }])
    expect(source.getSnapshot()).toMatchObject({ currentContactId: 'c-1' })
    expect(rules.getSnapshot()).toEqual({})
  })

  it.each([
    ['members', fields(Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`m${index}`, 1])))],
    ['a long member', fields({ ['m'.repeat(600_000)]: 1 })],
    ['a long key', fields({ attributes: { byKey: { ['k'.repeat(600_000)]: 7 } } })],
    ['hosts', fields({ references: { urlHosts: Array.from({ length: 200_000 }, () => 7) } })],
    ['members of a contact', contacts({ ...chat, ['m'.repeat(600_000)]: 1 })],
    ['contacts', { tasklink: 1, type: 'contacts', contacts: Array.from({ length: 200_000 }, () => 7) }],
  ])('refuses a message that is far too large with a short reason: %s', (_, data) => {
    open()
    posted.splice(0)

    say(data)

    expect(posted).toMatchObject([{ message: { type: 'refused' } }])
    expect(JSON.stringify(posted).length).toBeLessThan(1_000)
  })

  it('sends the events of the agent’s work to the host', () => {
    const { tell } = open()
    posted.splice(0)

    tell({ type: 'task-created', contactId: 't-1', linkedContactId: 'c-1' })

    const message = { tasklink: 1, type: 'task-created', contactId: 't-1', linkedContactId: 'c-1' }
    expect(posted).toEqual([{ message, to: crm }])
  })

  it('stops listening when its source is closed', () => {
    const { source } = open()

    source.close()

    expect(listeners.size).toBe(0)
  })
})
