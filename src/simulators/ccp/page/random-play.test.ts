import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ana } from '../../instance/instance.ts'
import { agentUpdate } from './agent-update.ts'
import { createCcp } from './ccp.ts'
import { type CcpState, signedIn } from './ccp-state.ts'
import { canBe, statesAfter } from './contact-states.ts'
import { parseKeptSession } from './kept-session.ts'
import { anyMoves, type Move, play } from './random-play-harness.ts'

const now = new Date('2026-03-01T10:00:00Z')

/** Every state that the host was told of, and the views that led to it, in order. */
async function published(moves: readonly Move[]) {
  const told: { readonly state: CcpState; readonly views: readonly string[] }[] = []
  const ccp = createCcp(signedIn(ana, now), (state, views) => {
    told.push({ state, views })
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
  return told
}

type Told = Awaited<ReturnType<typeof published>>

const whatever = (holds: (told: Told) => void) =>
  fc.assert(fc.asyncProperty(anyMoves, async (moves) => holds(await published(moves))))

/** Each contact as it was in a state and in the state before it. */
const changes = (told: Told) =>
  told.slice(1).flatMap(({ state }, index) =>
    state.contacts.flatMap((after) => {
      const before = told[index]?.state.contacts.find(({ contactId }) => contactId === after.contactId)
      return before ? [{ before, after }] : []
    }),
  )

describe('whatever is played', () => {
  it('a contact becomes only what may follow', () =>
    whatever((told) => {
      const moved = changes(told).filter(({ before, after }) => before.state !== after.state)
      expect(moved.filter(({ before, after }) => !statesAfter(before).includes(after.state))).toEqual([])
    }))

  it('a contact is in a state of its channel', () =>
    whatever((told) => {
      const contacts = told.flatMap(({ state }) => state.contacts)
      expect(contacts.filter(({ channel, state }) => !canBe(channel, state))).toEqual([])
    }))

  it('a contact that was accepted stays accepted, and keeps who it is', () =>
    whatever((told) => {
      const odd = changes(told).filter(
        ({ before, after }) =>
          (before.accepted && !after.accepted) ||
          before.channel !== after.channel ||
          before.initialContactId !== after.initialContactId ||
          before.queuedAt !== after.queuedAt,
      )
      expect(odd).toEqual([])
    }))

  it('the contact in view is one of the contacts, or none', () =>
    whatever((told) => {
      const lost = told.filter(
        ({ state: { contacts, viewedContactId } }) =>
          !['', ...contacts.map(({ contactId }) => contactId)].includes(viewedContactId),
      )
      expect(lost).toEqual([])
    }))

  it('the last view that was announced is the view', () =>
    whatever((told) => {
      const unlike = told.filter(
        ({ state, views }) => (views.at(-1) ?? state.viewedContactId) !== state.viewedContactId,
      )
      expect(unlike).toEqual([])
    }))

  it('the snapshot holds each contact once, the earliest change first, and a task with one connection', () =>
    whatever((told) => {
      const snapshots = told.map(({ state }) => agentUpdate(state, now).snapshot.contacts)
      const ids = snapshots.map((contacts) => contacts.map(({ contactId }) => contactId))
      expect(ids.filter((each) => new Set(each).size < each.length)).toEqual([])
      const times = snapshots.map((contacts) => contacts.map(({ state }) => state.timestamp.getTime()))
      expect(times).toEqual(times.map((each) => each.toSorted((one, other) => one - other)))
      const tasks = snapshots.flat().filter(({ type }) => type === 'task')
      expect(tasks.filter(({ connections }) => connections.length !== 1)).toEqual([])
    }))

  it('the agent finds everything again after a reload', () =>
    whatever((told) => {
      const states = told.map(({ state }) => state)
      const found = states.map((state) =>
        parseKeptSession(JSON.parse(JSON.stringify({ status: 'signed-in', state })), ana),
      )
      expect(found).toEqual(states.map((state) => ({ status: 'signed-in', state })))
    }))
})
