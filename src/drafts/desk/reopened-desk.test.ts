import { describe, expect, it } from 'vitest'
import type { ContactSession } from '../../contacts/contact-source.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { choosing } from './agent-moves.ts'
import { withContent } from './content-moves.ts'
import { type Desk, frontOf, newDesk, othersOf } from './desk.ts'
import { cleared } from './page-moves.ts'
import { opening } from './stored-moves.ts'
import { withSession } from './source-moves.ts'
import { titleOf } from './draft-title.ts'

const contact = (contactId: string): Contact => ({
  contactId,
  channel: 'chat',
  state: 'connected',
  stateSince: 0,
})
const [call, chat] = [contact('call'), contact('chat')] as const

const session = (contacts: readonly Contact[], currentContactId?: string): ContactSession => ({
  status: 'ready',
  contacts,
  ...(currentContactId === undefined ? {} : { currentContactId }),
})
const type = (desk: Desk, name: string) => withContent(desk, desk.frontId, { ...emptyDraft, name })
const texts = (desk: Desk) => othersOf(desk).map(({ content }) => titleOf(content))
const turn = (desk: Desk, next: ContactSession) => withSession(desk, next, 'away')
const textOf = (desk: Desk) => titleOf(frontOf(desk).content)
const contactOf = (desk: Desk) => frontOf(desk).contact?.contactId

const onCall = turn(newDesk(emptyDraft), session([call, chat], 'call'))

describe('the desk after a reload', () => {
  const ofCall = { ...frontOf(type(onCall, 'for the call')), id: 'of the call', turn: 8 }
  const ofNone = {
    ...frontOf(type(turn(newDesk(emptyDraft), session([])), 'for none')),
    id: 'of none',
    turn: 3,
  }
  const toChoose = { ...frontOf(type(newDesk(emptyDraft), 'to choose')), id: 'to choose', turn: 5 }
  const stored = [ofNone, toChoose, ofCall]
  const fresh = newDesk(emptyDraft)

  it('shows the draft of the contact in front, whether the contact or the store comes first', () => {
    const onTheCall = session([call, chat], 'call')
    // The panel itself may have put the focus in the first field.
    const storeFirst = withSession(opening(fresh, stored), onTheCall, 'near')
    const contactFirst = opening(withSession(fresh, onTheCall, 'near'), stored)

    expect([textOf(storeFirst), textOf(contactFirst)]).toEqual(['for the call', 'for the call'])
    expect([texts(storeFirst), texts(contactFirst)]).toEqual([texts(contactFirst), ['to choose', 'for none']])
  })

  it('shows the draft of the contact in front, though the agent worked on another draft last', () => {
    const latest = [ofCall, { ...ofNone, turn: 9 }, { ...toChoose, turn: 10 }]
    const desk = withSession(opening(fresh, latest), session([call], 'call'), 'near')

    expect(textOf(desk)).toBe('for the call')
    expect(texts(desk)).toEqual(['to choose', 'for none'])
  })

  it('shows a new draft of a contact that has none, and leaves the others as they were', () => {
    const desk = withSession(opening(fresh, stored), session([call, chat], 'chat'), 'near')

    expect([contactOf(desk), textOf(desk)]).toEqual(['chat', ''])
    expect(othersOf(desk).map(({ contact: about }) => about?.contactId)).toEqual([
      'call',
      undefined,
      undefined,
    ])
  })

  it('shows the draft that the agent worked on last while no contact is in front', () => {
    expect(textOf(opening(fresh, stored))).toBe('for the call')
    expect(textOf(turn(opening(fresh, stored), session([])))).toBe('for the call')
    expect(textOf(opening(turn(fresh, session([])), stored))).toBe('for the call')
  })

  it('stays on the draft that came back once the agent uses it', () => {
    const opened = opening(fresh, stored)
    const onTheChat = session([chat], 'chat')

    expect(textOf(withSession(type(opened, 'typed on'), onTheChat, 'near'))).toBe('typed on')
    expect(textOf(withSession(opened, onTheChat, 'writing'))).toBe('for the call')
    expect(textOf(withSession(choosing(opened, undefined), onTheChat, 'near'))).toBe('to choose')
  })

  it('counts a draft that was begun before the store was read as the latest', () => {
    const begun = opening(type(turn(fresh, session([])), 'begun just now'), stored)

    expect(textOf(opening(newDesk(emptyDraft), begun.drafts))).toBe('begun just now')
  })

  it('shows the next agent no draft of the previous one', () => {
    expect(cleared(opening(fresh, stored)).restored).toBeUndefined()
  })
})
