import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContactSession } from '../../contacts/contact-source.ts'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import {
  choosing,
  discarding,
  forgettingDiscarded,
  linkingTyped,
  moving,
  startingAlike,
  startingOver,
  undiscarding,
} from './agent-moves.ts'
import { withContent } from './content-moves.ts'
import { inFront, showing } from './desk-changes.ts'
import { type Desk, frontOf, isGone, isUndecided, newDesk, othersOf } from './desk.ts'
import { elsewhereOf } from './elsewhere.ts'
import { isBegun } from './kept-draft.ts'
import { asked, created } from './attempt-moves.ts'
import { cleared, withBlank } from './page-moves.ts'
import { restoring } from './stored-moves.ts'
import { withSession } from './source-moves.ts'
import { titleOf } from './draft-title.ts'

const contact = (contactId: string): Contact => ({
  contactId,
  channel: 'chat',
  state: 'connected',
  stateSince: 0,
})
const [call, chat, mail] = [contact('call'), contact('chat'), contact('mail')] as const

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

const task = { kind: 'task', contactId: 'new-task', createdAt: 0 } as const

const onCall = turn(newDesk(emptyDraft), session([call, chat], 'call'))

describe('the desk', () => {
  it('shows each contact its own draft, and the first one again as it was', () => {
    const begun = type(onCall, 'for the call')
    const other = turn(begun, session([call, chat], 'chat'))

    expect([contactOf(other), textOf(other)]).toEqual(['chat', ''])
    const back = turn(type(other, 'for the chat'), session([call, chat], 'call'))
    expect([contactOf(back), textOf(back)]).toEqual(['call', 'for the call'])
    expect(othersOf(back).map(({ content }) => titleOf(content))).toEqual(['for the chat'])
  })

  it('keeps the draft in front while the agent types, and names the contact that the CCP shows', () => {
    const desk = withSession(type(onCall, 'for the call'), session([call, chat], 'chat'), 'writing')

    expect(contactOf(desk)).toBe('call')
    expect(elsewhereOf(desk)).toBe(chat)
  })

  it('follows the agent away from a blank draft, except while the focus is in a field', () => {
    expect(contactOf(withSession(onCall, session([call, chat], 'chat'), 'near'))).toBe('chat')
    expect(contactOf(withSession(onCall, session([call, chat], 'chat'), 'writing'))).toBe('call')
  })

  it('keeps the form in front when the first contact arrives', () => {
    const empty = newDesk(emptyDraft)
    const onTheCall = withSession(empty, session([call], 'call'), 'writing')

    expect([contactOf(onTheCall), onTheCall.frontId]).toEqual(['call', empty.frontId])
  })

  it('starts over with the contact of the created task, also when the CCP shows another by then', () => {
    const begun = withSession(type(onCall, 'for the call'), session([call, chat], 'chat'), 'near')
    const next = startingOver(created(begun, begun.frontId, task))

    expect([contactOf(next), textOf(next)]).toEqual(['call', ''])
    expect(elsewhereOf(next)).toBe(chat)
  })

  it('keeps the draft of a contact that ends and closes', () => {
    const begun = type(onCall, 'for the call')
    const ended = turn(begun, session([{ ...call, state: 'ended' }, chat], 'call'))
    const closed = turn(ended, session([chat], 'chat'))

    expect(frontOf(ended).contact?.state).toBe('ended')
    expect([contactOf(closed), textOf(closed), isGone(closed)]).toEqual(['call', 'for the call', true])
    expect(elsewhereOf(closed)).toBe(chat)
  })

  it('drops a blank draft when its contact closes', () => {
    expect(contactOf(turn(onCall, session([chat], 'chat')))).toBe('chat')
    expect(contactOf(turn(onCall, session([])))).toBeUndefined()
  })

  it('stays on its draft while the CCP does not answer', () => {
    const away = turn(type(onCall, 'for the call'), { status: 'not-answering' })

    expect([contactOf(away), isGone(away), elsewhereOf(away)]).toEqual(['call', false, undefined])
  })

  it('moves a draft only on request', () => {
    const begun = withSession(type(onCall, 'for the call'), session([call, chat], 'chat'), 'writing')
    const moved = moving(begun, chat)

    expect([contactOf(moved), textOf(moved), elsewhereOf(moved)]).toEqual(['chat', 'for the call', undefined])
  })

  it('keeps two drafts about one contact separate', () => {
    const chatDraft = type(showing(onCall, chat), 'for the chat')
    const moved = moving(type(showing(chatDraft, call), 'also for the chat'), chat)

    expect(textOf(moved)).toBe('also for the chat')
    expect(othersOf(moved).map(({ content }) => titleOf(content))).toEqual(['for the chat'])
  })

  it('asks for the contact when there are several, and gives the draft to the chosen one', () => {
    const several = turn(newDesk(emptyDraft), session([call, chat]))
    const begun = type(several, 'for a contact')

    expect(isUndecided(several)).toBe(true)
    const turned = turn(begun, session([call, chat], 'chat'))
    expect([contactOf(turned), isUndecided(turned)]).toEqual([undefined, true])
    const chosen = choosing(turned, call)
    expect([contactOf(chosen), textOf(chosen), isUndecided(chosen)]).toEqual(['call', 'for a contact', false])
  })

  it('asks for the contact of a draft that was begun before any contact was known', () => {
    const begun = type(newDesk(emptyDraft), 'for a contact')

    expect(isUndecided(turn(begun, session([call], 'call')))).toBe(true)
    expect(isUndecided(turn(begun, session([])))).toBe(false)
  })

  it('takes a draft begun without a contact to be about none, even when a contact arrives later', () => {
    const unlinked = type(turn(newDesk(emptyDraft), session([])), 'tidy the desk')
    const inHand = withSession(unlinked, session([call], 'call'), 'writing')
    const onTheCall = turn(unlinked, session([call], 'call'))

    expect([contactOf(inHand), isUndecided(inHand)]).toEqual([undefined, false])
    expect(contactOf(onTheCall)).toBe('call')
    expect(textOf(choosing(onTheCall, undefined))).toBe('tidy the desk')
  })

  it('stops asking after the agent chose no contact', () => {
    const several = turn(newDesk(emptyDraft), session([call, chat]))

    expect(isUndecided(choosing(several, undefined))).toBe(false)
    expect(isUndecided(choosing(type(several, 'for no contact'), undefined))).toBe(false)
  })

  it('keeps the created task with its contact until the agent has seen it', () => {
    const away = turn(type(onCall, 'for the call'), session([call, chat], 'chat'))
    const done = created(away, othersOf(away)[0]?.id ?? '', task)
    const seen = turn(done, session([call, chat], 'call'))

    expect(frontOf(seen)).toMatchObject({ phase: 'created', contact: call })
    const again = turn(turn(seen, session([call, chat], 'chat')), session([call, chat], 'call'))
    expect(frontOf(again)).toMatchObject({ phase: 'blank' })
  })

  it('starts over with the same contact', () => {
    const next = startingOver(created(type(onCall, 'for the call'), onCall.frontId, task))

    expect([contactOf(next), textOf(next), othersOf(next)]).toEqual(['call', '', []])
  })

  it('begins another draft with the content of the created one, under an id of its own', () => {
    const done = created(type(onCall, 'for the call'), onCall.frontId, task)
    const next = startingAlike(done)

    expect([contactOf(next), textOf(next), othersOf(next)]).toEqual(['call', 'for the call', []])
    expect(frontOf(next)).toMatchObject({ phase: 'begun' })
    expect(next.frontId).not.toBe(done.frontId)
  })

  it('begins another draft with the time that the created task has now', () => {
    const schedule = { when: 'later', date: '2026-12-03', time: '10:00', occurrence: 'first' } as const
    const next = startingAlike(created(type(onCall, 'for the call'), onCall.frontId, task), schedule)

    expect(frontOf(next).content).toMatchObject({ name: 'for the call', schedule })
  })

  it('starts over with a contact whose id was typed, still marked as typed', () => {
    const linked = linkingTyped(onCall, onCall.frontId, mail)

    expect(frontOf(startingOver(created(linked, linked.frontId, task)))).toMatchObject({
      contact: mail,
      contactChoice: 'typed',
    })
  })

  it('discards a waiting draft on request, and never a blank one in front', () => {
    const away = turn(type(onCall, 'for the call'), session([call, chat], 'chat'))

    expect(othersOf(discarding(away, othersOf(away)[0]?.id ?? ''))).toEqual([])
    expect(discarding(away, away.frontId)).toBe(away)
  })

  it('discards the draft in front for a new one about the same contact, and brings it back in front', () => {
    const begun = type(onCall, 'for the call')
    const discarded = discarding(begun, begun.frontId)
    const back = undiscarding(discarded)

    expect([contactOf(discarded), textOf(discarded), texts(discarded)]).toEqual(['call', '', []])
    expect([contactOf(back), textOf(back), texts(back)]).toEqual(['call', 'for the call', []])
    expect(back.discarded).toEqual([])
  })

  it('keeps what the agent typed after discarding the draft in front when that draft comes back', () => {
    const begun = type(onCall, 'for the call')
    const back = undiscarding(type(discarding(begun, begun.frontId), 'another one'))

    expect([textOf(back), texts(back)]).toEqual(['another one', ['for the call']])
  })

  it('shows the current contact after discarding a draft about none, or about a contact that has left', () => {
    const aboutNone = type(choosing(onCall, undefined), 'tidy the desk')
    const hasLeft = turn(type(onCall, 'for the call'), session([chat], 'chat'))
    const alone = type(turn(newDesk(emptyDraft), session([])), 'tidy the desk')

    expect(contactOf(discarding(aboutNone, aboutNone.frontId))).toBe('call')
    expect(contactOf(discarding(hasLeft, hasLeft.frontId))).toBe('chat')
    const next = discarding(alone, alone.frontId)
    expect([contactOf(next), textOf(next), next.frontId === alone.frontId]).toEqual([undefined, '', false])
  })

  it('brings a discarded draft back for the agent who discarded it, and for no other agent', () => {
    const away = turn(type(onCall, 'for the call'), session([call, chat], 'chat'))
    const discarded = discarding(away, othersOf(away)[0]?.id ?? '')
    const back = undiscarding(discarded)

    expect(othersOf(back).map(({ content }) => titleOf(content))).toEqual(['for the call'])
    expect(back.discarded).toEqual([])
    expect(othersOf(undiscarding(cleared(discarded)))).toEqual([])
  })

  it('offers to bring back a discarded draft until the agent turns to another contact, or declines', () => {
    const away = turn(type(onCall, 'for the call'), session([call, chat, mail], 'chat'))
    const discarded = discarding(away, othersOf(away)[0]?.id ?? '')
    const ended = turn(discarded, session([{ ...chat, state: 'ended' }, mail], 'chat'))

    expect(ended.discarded).toHaveLength(1)
    expect(turn(ended, session([mail], 'mail')).discarded).toEqual([])
    expect(turn(ended, session([])).discarded).toEqual([])
    expect(forgettingDiscarded(ended).discarded).toEqual([])
  })

  it('brings back one discarded draft after the other, the last one first', () => {
    const onChat = turn(type(onCall, 'for the call'), session([call, chat, mail], 'chat'))
    const onMail = turn(type(onChat, 'for the chat'), session([call, chat, mail], 'mail'))
    const none = othersOf(onMail).reduce((desk, { id }) => discarding(desk, id), onMail)
    const first = undiscarding(none)

    expect([texts(onMail), texts(none)]).toEqual([['for the chat', 'for the call'], []])
    expect([texts(first), texts(undiscarding(first))]).toEqual([['for the call'], texts(onMail)])
    expect(texts(undiscarding(undiscarding(undiscarding(none))))).toEqual(texts(onMail))
  })

  it('links the draft that the id was typed for, even if another draft is in front by then', () => {
    const unlinked = type(turn(newDesk(emptyDraft), session([])), 'tidy the desk')
    const onTheCall = turn(unlinked, session([call], 'call'))
    const linked = linkingTyped(onTheCall, unlinked.frontId, mail)

    expect(contactOf(linked)).toBe('call')
    expect(othersOf(linked)[0]).toMatchObject({ contact: mail, contactChoice: 'typed' })
    expect(linkingTyped(onCall, unlinked.frontId, mail)).toEqual(onCall)
  })

  it('keeps a draft that was sent without any typed text', () => {
    const latest = { clientToken: 't', request: { name: '', references: [], attributes: [] } }
    const uncertain = [{ attempt: latest, firstSentAt: 1 }]
    const sending = asked(onCall, onCall.frontId, { earlier: { latest, uncertain } })
    const preset = { ...emptyDraft, name: 'Callback' }
    const renewed = withBlank(sending, preset)
    // New rules of the host may change the content of a new draft.
    const ruled = withContent(renewed, renewed.frontId, preset)
    const away = turn(ruled, session([call, chat], 'chat'))

    expect(renewed.frontId).toBe(onCall.frontId)
    expect(othersOf(away).map(({ id }) => id)).toEqual([onCall.frontId])
  })

  it('keeps a created draft while another attempt of it may have created a second task', () => {
    const latest = { clientToken: 't', request: { name: 'Call back', references: [], attributes: [] } }
    const left = { latest, uncertain: [{ attempt: { ...latest, clientToken: 's' }, firstSentAt: 1 }] }
    const open = created(type(onCall, 'call back'), onCall.frontId, task, { earlier: left })
    const settled = created(open, onCall.frontId, task)

    expect(othersOf(startingOver(open)).map(({ id }) => id)).toEqual([onCall.frontId])
    expect(othersOf(startingOver(settled))).toEqual([])
  })

  it('restores stored drafts: in front if the draft there is blank, else waiting', () => {
    const kept = { ...frontOf(type(onCall, 'of yesterday')), id: 'kept', turn: 9 }

    expect(textOf(restoring(onCall, [kept]))).toBe('of yesterday')
    const begun = restoring(type(onCall, 'of today'), [kept])
    expect([textOf(begun), titleOf(othersOf(begun)[0]?.content ?? emptyDraft)]).toEqual([
      'of today',
      'of yesterday',
    ])
  })

  it('shows no draft of one agent to the next', () => {
    const empty = cleared(type(onCall, 'for the call'))

    expect([contactOf(empty), textOf(empty), othersOf(empty)]).toEqual(['call', '', []])
  })

  it('gives a new preset to blank drafts only', () => {
    const preset = { ...emptyDraft, name: 'Callback' }
    const begun = showing(type(onCall, 'for the call'), chat)
    const renewed = withBlank(begun, preset)

    expect(textOf(renewed)).toBe('Callback')
    expect(textOf(showing(renewed, call))).toBe('for the call')
  })

  it('never mixes two drafts, in any order of moves', () => {
    const contacts = [call, chat, mail]
    const step = fc.oneof(
      fc.record({ do: fc.constant('type' as const), text: fc.string({ minLength: 1, maxLength: 3 }) }),
      fc.record({
        do: fc.constant('turn' as const),
        open: fc.subarray(contacts),
        hands: fc.constantFrom('writing' as const, 'near' as const, 'away' as const),
      }),
      fc.record({ do: fc.constantFrom('choose' as const, 'move' as const), which: fc.nat(3) }),
      fc.record({ do: fc.constant('other' as const) }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        let desk = newDesk(emptyDraft)
        const written = new Map<string, { text: string; contactId: string | undefined }>()
        for (const action of steps) {
          const before = frontOf(desk)
          if (action.do === 'type') {
            desk = type(desk, action.text)
            written.set(before.id, { text: action.text, contactId: before.contact?.contactId })
          }
          if (action.do === 'turn') {
            desk = withSession(desk, session(action.open, action.open[0]?.contactId), action.hands)
          }
          if (action.do === 'choose') {
            const isItsFirst = isUndecided(desk) && isBegun(before)
            desk = choosing(desk, contacts[action.which])
            const draft = written.get(before.id)
            if (isItsFirst && draft) draft.contactId = contacts[action.which]?.contactId
          }
          if (action.do === 'move') {
            desk = moving(desk, contacts[action.which])
            const draft = written.get(before.id)
            if (draft) draft.contactId = contacts[action.which]?.contactId
          }
          if (action.do === 'other') desk = inFront(desk, othersOf(desk)[0]?.id ?? desk.frontId)

          for (const [id, { text, contactId }] of written) {
            const draft = desk.drafts.find((each) => each.id === id)
            expect([draft && titleOf(draft.content), draft?.contact?.contactId]).toEqual([text, contactId])
          }
        }
      }),
      { numRuns: 500 },
    )
  })
})
