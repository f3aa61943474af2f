import { expect, it } from 'vitest'
import type { ContactRecord } from './connect.ts'
import { createOwnContacts } from './linked-contact.ts'

const userId = 'ana-1'
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
  await Promise.all(many.map((id) => contacts.find(userId, id)))

  // The one asked for longest ago is asked for again, and makes room for a new one before Connect has answered.
  nowMs += 60_000
  isSlow = true
  const oldest = contacts.find(userId, contactId(0))
  isSlow = false
  await contacts.find(userId, contactId(1_000))
  answer?.()

  expect(await oldest).toMatchObject({ contactId: contactId(0), channel: 'voice' })
})
