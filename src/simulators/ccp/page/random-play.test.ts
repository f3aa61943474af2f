import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ana } from '../../instance/instance.ts'
import { agentUpdate } from './host/agent-update.ts'
import { createCcp } from './ccp.ts'
import { type CcpState, signedIn } from './state/ccp-state.ts'
import { canBe, statesAfter } from './state/contact-states.ts'
import { parseKeptSession } from './session/kept-session.ts'
import { anyMoves, type Move, play } from './random-play-harness.ts'

const now = new Date('2026-03-01T10:00:00Z')

/** All states that were published to the host, with their view events, in order. */
async function published(moves: readonly Move[]) {
  const history: { readonly state: CcpState; readonly views: readonly string[] }[] = []
  const ccp = createCcp(signedIn(ana, now), (state, views) => {
    history.push({ state, views })
    return Promise.resolve()
  })
  const playable = {
    contactIds: () => ccp.state().contacts.map(({ contactId }) => contactId),
    addContact: ccp.add,
    accept: ccp.accept,
    setState: ccp.setState,
    setAttributes: ccp.setAttributes,
    select: ccp.view,
    showNone: ccp.viewNone,
    remove: (contactId: string) => ccp.remove(contactId, { byButton: true }),
  }
  await moves.reduce<Promise<unknown>>(
    (done, move) => done.then(() => play(playable, move).catch(() => {})),
    Promise.resolve(),
  )
  return history
}

type History = Awaited<ReturnType<typeof published>>

const afterAnyMoves = (holds: (history: History) => void) =>
  fc.assert(fc.asyncProperty(anyMoves, async (moves) => holds(await published(moves))))

/** Each contact in two consecutive states. */
const changes = (history: History) =>
  history.slice(1).flatMap(({ state }, index) =>
    state.contacts.flatMap((after) => {
      const before = history[index]?.state.contacts.find(({ contactId }) => contactId === after.contactId)
      return before ? [{ before, after }] : []
    }),
  )

describe('after any moves', () => {
  it('a contact has changed only to possible next states', () =>
    afterAnyMoves((history) => {
      const moved = changes(history).filter(({ before, after }) => before.state !== after.state)
      expect(moved.filter(({ before, after }) => !statesAfter(before).includes(after.state))).toEqual([])
    }))

  it('a contact is in a state that its channel allows', () =>
    afterAnyMoves((history) => {
      const contacts = history.flatMap(({ state }) => state.contacts)
      expect(contacts.filter(({ channel, state }) => !canBe(channel, state))).toEqual([])
    }))

  it('an accepted contact stays accepted, and a contact keeps its identity', () =>
    afterAnyMoves((history) => {
      const odd = changes(history).filter(
        ({ before, after }) =>
          (before.accepted && !after.accepted) ||
          before.channel !== after.channel ||
          before.initialContactId !== after.initialContactId ||
          before.queuedAt !== after.queuedAt,
      )
      expect(odd).toEqual([])
    }))

  it('the contact in view exists, or no contact is in view', () =>
    afterAnyMoves((history) => {
      const lost = history.filter(
        ({ state: { contacts, viewedContactId } }) =>
          !['', ...contacts.map(({ contactId }) => contactId)].includes(viewedContactId),
      )
      expect(lost).toEqual([])
    }))

  it('the last view event names the contact in view', () =>
    afterAnyMoves((history) => {
      const unlike = history.filter(
        ({ state, views }) => (views.at(-1) ?? state.viewedContactId) !== state.viewedContactId,
      )
      expect(unlike).toEqual([])
    }))

  it('the snapshot holds each contact once, the earliest change first, and a task with one connection', () =>
    afterAnyMoves((history) => {
      const snapshots = history.map(({ state }) => agentUpdate(state, now).snapshot.contacts)
      const ids = snapshots.map((contacts) => contacts.map(({ contactId }) => contactId))
      expect(ids.filter((each) => new Set(each).size < each.length)).toEqual([])
      const times = snapshots.map((contacts) => contacts.map(({ state }) => state.timestamp.getTime()))
      expect(times).toEqual(times.map((each) => each.toSorted((one, other) => one - other)))
      const tasks = snapshots.flat().filter(({ type }) => type === 'task')
      expect(tasks.filter(({ connections }) => connections.length !== 1)).toEqual([])
    }))

  it('a reload restores the state', () =>
    afterAnyMoves((history) => {
      const states = history.map(({ state }) => state)
      const found = states.map((state) =>
        parseKeptSession(JSON.parse(JSON.stringify({ status: 'signed-in', state })), ana),
      )
      expect(found).toEqual(states.map((state) => ({ status: 'signed-in', state })))
    }))
})
