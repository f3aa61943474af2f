import { expect, it } from 'vitest'
import type { ContactRecord } from './connect.ts'
import { Abandoned } from '../failure.ts'
import { createOwnContacts } from './own-contacts.ts'

const userId = 'ana-1'
const ana = { agentId: userId, signal: new AbortController().signal }
const record: ContactRecord = { channel: 'VOICE', agentUserId: userId, attributes: [] }
const contactId = (index: number) => `c0000000-0000-4000-8000-${index.toString().padStart(12, '0')}`

it('an agent’s contact is found while so many others are asked for that it is not remembered', async () => {
  let nowMs = Date.UTC(2026, 10, 21)
  let answer: (() => void) | undefined
  let isSlow = false
  const contacts = createOwnContacts({
    connect: {
      describeContact: async () => {
        if (isSlow) await new Promise<void>((resolve) => (answer = resolve))
        return record
      },
      currentContactIds: async () => [],
    },
    now: () => new Date(nowMs),
  })
  const many = Array.from({ length: 1_000 }, (_, index) => contactId(index))
  await Promise.all(many.map((id) => contacts.find(ana, id)))

  // The one asked for longest ago is asked for again, and makes room for a new one before Connect has answered.
  nowMs += 60_000
  isSlow = true
  const oldest = contacts.find(ana, contactId(0))
  isSlow = false
  await contacts.find(ana, contactId(1_000))
  answer?.()

  expect(await oldest).toMatchObject({ contactId: contactId(0), channel: 'voice' })
})

it('a contact is found for whoever still waits when the first to ask has gone', async () => {
  const leaving = new AbortController()
  let asked = 0
  const contacts = createOwnContacts({
    connect: {
      describeContact: (_contactId, { signal }) => {
        asked += 1
        if (asked > 1) return Promise.resolve(record)
        return new Promise((_resolve, reject) => {
          signal.addEventListener('abort', () => reject(new Abandoned()))
        })
      },
      currentContactIds: async () => [],
    },
    now: () => new Date(),
  })
  const first = contacts.find({ agentId: userId, signal: leaving.signal }, contactId(1))
  const second = contacts.find(ana, contactId(1))
  leaving.abort()

  await expect(first).rejects.toBeInstanceOf(Abandoned)
  expect(await second).toMatchObject({ contactId: contactId(1) })
})
