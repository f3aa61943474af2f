import { expect, it } from 'vitest'
import type { ContactRecord } from '../operations/describe-contact.ts'
import { CallerLeft } from '../../problem-error.ts'
import { createOwnContacts } from './own-contacts.ts'

const userId = 'ana-1'
const ana = { agentId: userId, signal: new AbortController().signal }
const record: ContactRecord = { channel: 'VOICE', agentUserId: userId, attributes: [] }
const contactId = (index: number) => `c0000000-0000-4000-8000-${index.toString().padStart(12, '0')}`

it('an agent’s contact is found even if the cache has no room for it', async () => {
  let nowMs = Date.UTC(2026, 10, 21)
  let answer: (() => void) | undefined
  let isSlow = false
  const contacts = createOwnContacts({
    describeContact: async () => {
      if (isSlow) await new Promise<void>((resolve) => (answer = resolve))
      return record
    },
    currentContactIds: async () => [],
    now: () => new Date(nowMs),
  })
  const many = Array.from({ length: 1_000 }, (_, index) => contactId(index))
  await Promise.all(many.map((id) => contacts.find(ana, id)))

  // The oldest entry is read again, and is dropped for a new one before Connect has answered.
  nowMs += 60_000
  isSlow = true
  const oldest = contacts.find(ana, contactId(0))
  isSlow = false
  await contacts.find(ana, contactId(1_000))
  answer?.()

  expect(await oldest).toMatchObject({ contactId: contactId(0), channel: 'voice' })
})

it('a contact is found for a caller who still waits after the first caller has left', async () => {
  const leaving = new AbortController()
  let asked = 0
  const contacts = createOwnContacts({
    describeContact: (_contactId, { signal }) => {
      asked += 1
      if (asked > 1) return Promise.resolve(record)
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(new CallerLeft()))
      })
    },
    currentContactIds: async () => [],
    now: () => new Date(),
  })
  const first = contacts.find({ agentId: userId, signal: leaving.signal }, contactId(1))
  const second = contacts.find(ana, contactId(1))
  leaving.abort()

  await expect(first).rejects.toBeInstanceOf(CallerLeft)
  expect(await second).toMatchObject({ contactId: contactId(1) })
})
