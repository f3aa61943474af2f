import { expect, test } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { frontOf } from '../../drafts/desk/desk.ts'
import { movesOf } from '../../drafts/desk-moves.ts'
import { createDraftsAtHand } from '../../drafts/drafts-at-hand.ts'
import { createDraftNews, type DraftNews } from './draft-news.ts'

const call: Contact = { contactId: 'call', channel: 'voice', state: 'connected', stateSince: 0 }
const chat: Contact = { contactId: 'chat', channel: 'chat', state: 'connected', stateSince: 0 }
const onCall = { status: 'ready', contacts: [call, chat], currentContactId: 'call' } as const
const onChat = { ...onCall, currentContactId: 'chat' } as const
const noContact = { status: 'ready', contacts: [] } as const

/** A panel that has just been opened, and the news that its host got. */
function openPanel() {
  const store = { change: async () => {}, add: async () => {} }
  const hand = createDraftsAtHand({ store, blank: emptyDraft, onStore: () => {} })
  const read = createDraftNews()
  const heard: DraftNews[] = []
  /** React runs the effect at least once for each state, and twice at first in StrictMode. */
  const render = () => {
    for (const desk of [hand.getSnapshot(), { ...hand.getSnapshot() }]) {
      const news = read(desk)
      if (news) heard.push(news)
    }
  }
  hand.subscribe(render)
  render()
  const type = (name: string) => {
    hand.attach(frontOf(hand.getSnapshot()).id, () => ({ ...emptyDraft, name }))
    void hand.flush()
  }
  return { hand, heard, type, render }
}

test('the host gets no news before the agent types, even if the contact and the presets come late', () => {
  const { hand, heard } = openPanel()
  hand.see({ status: 'connecting' }, 'away')
  hand.renewBlank({ ...emptyDraft, name: 'Callback' })
  hand.see(onCall, 'away')
  hand.see({ ...onCall, contacts: [{ ...call }, { ...chat }] }, 'away')

  expect(heard).toEqual([])
})

test('the host gets news of the first key, and not of further keys', () => {
  const { hand, heard, type } = openPanel()
  hand.see(onCall, 'away')
  type('C')
  type('Call back')

  expect(heard).toEqual([{ contactId: 'call', isBegun: true }])
})

test('the host gets news of an emptied draft once', () => {
  const { hand, heard, type } = openPanel()
  hand.see(onCall, 'away')
  type('C')
  type('')

  expect(heard).toEqual([
    { contactId: 'call', isBegun: true },
    { contactId: 'call', isBegun: false },
  ])
})

test('the host gets news of the draft of the next contact, begun or not', () => {
  const { hand, heard, type } = openPanel()
  hand.see(onCall, 'away')
  type('Call back')
  hand.see(onChat, 'away')
  hand.see(onCall, 'away')

  expect(heard).toEqual([
    { contactId: 'call', isBegun: true },
    { contactId: 'chat', isBegun: false },
    { contactId: 'call', isBegun: true },
  ])
})

test('the host gets news of a contact that comes after a time without contacts', () => {
  const { hand, heard } = openPanel()
  hand.see(noContact, 'away')
  hand.see(onCall, 'away')

  expect(heard).toEqual([{ contactId: 'call', isBegun: false }])
})

test('the host gets news of a begun draft that moves to another contact', () => {
  const { hand, heard, type } = openPanel()
  hand.see(onCall, 'away')
  type('Call back')
  movesOf(hand).move(chat)

  expect(heard.at(-1)).toEqual({ contactId: 'chat', isBegun: true })
})
