import { describe, expect, it } from 'vitest'
import type { Contact } from '../../core/contact/contact.ts'
import { emptyMessageDraft } from '../../core/message/message-draft.ts'
import { emptyDraft } from '../../core/task/task-draft.ts'
import { draftSaying } from '../kinds-harness.ts'
import { discarding, moving, startingAlike, startingOver, switchingKind } from './agent-moves.ts'
import { withContent } from './content-moves.ts'
import { created } from './attempt-moves.ts'
import { titleOf } from './draft-title.ts'
import { frontOf, newDesk, othersOf, type Desk } from './desk.ts'
import { cleared, withBlank } from './page-moves.ts'
import { withSession } from './source-moves.ts'

const contact = (contactId: string): Contact => ({
  contactId,
  channel: 'voice',
  state: 'connected',
  stateSince: 0,
})
const contacts = [contact('call'), contact('chat')]
const turn = (desk: Desk, currentContactId: string) =>
  withSession(desk, { status: 'ready', contacts, currentContactId }, 'away')
const type = (desk: Desk, text: string) =>
  withContent(desk, desk.frontId, draftSaying(frontOf(desk).kind, text))
const front = (desk: Desk) => {
  const { kind, content, contact: about } = frontOf(desk)
  return [kind, titleOf(content), about?.contactId]
}
const onCall = turn(newDesk(emptyDraft), 'call')

describe('tasks and messages on one desk', () => {
  it('exist side by side: the agent goes from the task of a contact to its message, and back', () => {
    const message = type(switchingKind(type(onCall, 'a task'), 'message'), 'a text')
    expect(front(message)).toEqual(['message', 'a text', 'call'])
    const task = switchingKind(message, 'task')
    expect(front(task)).toEqual(['task', 'a task', 'call'])
    expect(othersOf(task).map(({ kind }) => kind)).toEqual(['message'])

    expect(front(switchingKind(task, 'message'))).toEqual(['message', 'a text', 'call'])
  })

  it('leave no blank draft behind', () => {
    const back = switchingKind(switchingKind(onCall, 'message'), 'task')

    expect(back.drafts).toHaveLength(1)
    expect(front(back)).toEqual(['task', '', 'call'])
  })

  it('come with their contact: the latest one of it, and a new task where it has none', () => {
    const message = type(switchingKind(onCall, 'message'), 'a text')
    const onChat = turn(message, 'chat')
    expect(front(onChat)).toEqual(['task', '', 'chat'])

    expect(front(turn(onChat, 'call'))).toEqual(['message', 'a text', 'call'])
  })

  it('keep their kind: the form of a task does not write into a message', () => {
    const message = type(switchingKind(onCall, 'message'), 'a text')

    expect(withContent(message, message.frontId, draftSaying('task', 'a task'))).toBe(message)
  })

  it('follow one another: a task after an accepted message if the agent wants one, otherwise another message', () => {
    const message = type(switchingKind(onCall, 'message'), 'a text')
    const accepted = created(message, message.frontId, { kind: 'message', contactId: 'sms', createdAt: 1 })

    expect(front(startingOver(accepted, 'task'))).toEqual(['task', '', 'call'])
    expect(front(startingOver(accepted))).toEqual(['message', '', 'call'])
    expect(front(startingAlike(accepted))).toEqual(['message', 'a text', 'call'])
    expect(front(discarding(message, message.frontId))).toEqual(['message', '', 'call'])
    // The agent cannot change an accepted message.
    const away = switchingKind(turn(accepted, 'chat'), 'task')
    expect(front(switchingKind(turn(away, 'call'), 'message'))).toEqual(['message', '', 'call'])
  })
})

it('a task that was begun before the message comes back when the agent has seen that the message was accepted', () => {
  const message = type(switchingKind(type(onCall, 'a task'), 'message'), 'a text')
  const accepted = created(message, message.frontId, { kind: 'message', contactId: 'sms', createdAt: 1 })
  const task = startingOver(accepted, 'task')

  expect(front(task)).toEqual(['task', 'a task', 'call'])
  expect(task.drafts).toHaveLength(1)
  expect(front(startingOver(accepted))).toEqual(['message', '', 'call'])
})

describe('a message', () => {
  const withNumber = { ...emptyMessageDraft, to: '+493012345678' }
  const filled = withBlank(switchingKind(onCall, 'message'), withNumber)

  it('is not begun by the number that the panel fills in', () => {
    expect(frontOf(filled)).toMatchObject({ phase: 'blank', content: withNumber })
    expect(type(filled, 'a text').drafts.map(({ phase }) => phase)).toEqual(['begun'])
    const emptied = withContent(type(filled, 'a text'), filled.frontId, withNumber)
    expect(frontOf(emptied).phase).toBe('blank')
  })

  it('about another contact does not begin with the number of the contact before', () => {
    const onChat = switchingKind(turn(type(filled, 'a text'), 'chat'), 'message')

    expect(frontOf(onChat)).toMatchObject({ phase: 'blank', content: emptyMessageDraft })
  })

  it('leaves no number to the agent who signs in next', () => {
    const signedOut = cleared(filled)

    expect(JSON.stringify(signedOut)).not.toContain(withNumber.to)
    expect(front(signedOut)).toEqual(['task', '', 'call'])
  })

  it('keeps no consent: it is for the press alone', () => {
    const message = withContent(filled, filled.frontId, { ...draftSaying('message', 'a text') })

    expect(frontOf(message).content).toMatchObject({ text: 'a text', hasConsent: false })
    expect(frontOf(moving(message, contacts[1])).content).toMatchObject({ hasConsent: false })
  })
})
