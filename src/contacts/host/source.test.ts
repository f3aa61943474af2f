import { describe, expect, it, vi } from 'vitest'
import { createHostSource } from './source.ts'

const chat = { contactId: 'c-1', channel: 'chat', displayName: 'Maya Lopez' } as const
const call = { contactId: 'c-2', channel: 'voice', state: 'ended' } as const

const contactIds = { contacts: [chat, call] }

describe('createHostSource()', () => {
  it('is connecting until the host sets a session', () => {
    expect(createHostSource().getSnapshot()).toEqual({ status: 'connecting' })
  })

  it('has the only contact as the current one, connected by default', () => {
    const source = createHostSource(() => 1_000)

    source.set({ contact: chat })

    expect(source.getSnapshot()).toEqual({
      status: 'ready',
      contacts: [{ ...chat, state: 'connected', stateSince: 1_000 }],
      currentContactId: 'c-1',
    })
  })

  it('can have no contact', () => {
    const source = createHostSource()
    source.set({ contact: chat })

    source.set({ contact: null })

    expect(source.getSnapshot()).toEqual({ status: 'ready', contacts: [] })
  })

  it('has the agent and the current contact that the host names', () => {
    const source = createHostSource()
    const agent = { userId: 'u-1', name: 'Ana' }

    source.set({ ...contactIds, agent, currentContactId: 'c-2' })

    expect(source.getSnapshot()).toMatchObject({ agent, currentContactId: 'c-2' })
  })

  it('has the only connected contact as the current one when the host names none', () => {
    const source = createHostSource()

    source.set(contactIds)

    expect(source.getSnapshot()).toMatchObject({ currentContactId: 'c-1' })
  })

  it('has no current contact when there are several', () => {
    const source = createHostSource()

    source.set({ contacts: [chat, { ...call, state: 'connected' }] })

    expect(source.getSnapshot()).not.toHaveProperty('currentContactId')
  })

  it('remembers when a contact entered its state', () => {
    const now = vi.fn<() => number>(() => 2_000).mockReturnValueOnce(1_000)
    const source = createHostSource(now)
    source.set({ contact: chat })

    source.set({ contacts: [chat, call] })

    expect(source.getSnapshot()).toMatchObject({ contacts: [{ stateSince: 1_000 }, { stateSince: 2_000 }] })
  })

  it('announces nothing when nothing has changed', () => {
    const source = createHostSource()
    source.set({ contact: chat })
    const before = source.getSnapshot()
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)

    source.set({ contacts: [{ ...chat, state: 'connected' }] })

    expect(onChange).not.toHaveBeenCalled()
    expect(source.getSnapshot()).toBe(before)
  })

  it('announces nothing after it is closed', () => {
    const source = createHostSource()
    const onChange = vi.fn<() => void>()
    source.subscribe(onChange)
    source.close()
    source.subscribe(onChange)

    source.set({ contact: chat })

    expect(onChange).not.toHaveBeenCalled()
    expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  })

  it.each([
    [undefined, 'It must be an object with agent, contacts, currentContactId.'],
    [{}, 'contacts must be an array of contacts.'],
    [{ contact: 'c-1' }, 'contact must be an object with contactId, channel, state, displayName.'],
    [
      { contact: { ...chat, contactId: undefined } },
      'contact.contactId must be a contact id, as Amazon Connect',
    ],
    [{ contact: { ...chat, contactId: '../me' } }, 'contact.contactId must be a contact id: letters, digits'],
    [
      { contact: { ...chat, contactId: 'a'.repeat(257) } },
      'contact.contactId must have at most 256 characters.',
    ],
    [{ contact: { ...chat, displayName: '' } }, 'contact.displayName must be a text that is not empty'],
    [
      { contact: { ...chat, status: 'x' } },
      'contact must not have the member status; it may have contactId,',
    ],
    [
      { contacts: [chat, { ...call, channel: 'phone' }] },
      'contacts[1].channel must be one of voice, queue_callback, chat, task, email.',
    ],
    [{ contacts: [{ ...chat, state: 'acw' }] }, 'contacts[0].state must be one of incoming, pending,'],
    [{ contacts: [chat, chat] }, 'contacts must not have the same contactId twice.'],
    [
      { contacts: [chat], currentContactId: 'c-9' },
      'currentContactId must be the contactId of one of the contacts.',
    ],
    [{ contact: null, agent: { name: 'Ana' } }, 'agent.userId must be the Connect user id'],
    [{ contact: null, currentContactId: 'c-1' }, 'It must not have the member currentContactId'],
  ])('tells the developer what is wrong with %j', (pushed, sentence) => {
    const source = createHostSource()
    // Called as from JavaScript without types.
    const set = () => Reflect.apply(source.set, source, [pushed])

    expect(set).toThrow(`source.set(): ${sentence}`)
    expect(source.getSnapshot()).toEqual({ status: 'connecting' })
  })
})
