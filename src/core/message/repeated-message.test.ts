import { expect, it } from 'vitest'
import { messageRequest } from './message-harness.ts'
import { isRepeatOfMessage, messageFingerprint } from './repeated-message.ts'

const now = new Date('2027-01-01T12:00:00Z')
const sent = { fingerprint: messageFingerprint(messageRequest()), createdAt: now.getTime() - 60_000 }

it('knows the same message within 10 minutes, however long its chat lasts', () => {
  expect(isRepeatOfMessage(messageRequest({ durationMinutes: 60 }), sent, now)).toBe(true)
  expect(isRepeatOfMessage(messageRequest({ to: '+447911123457' }), sent, now)).toBe(false)
  expect(isRepeatOfMessage(messageRequest(), sent, new Date(now.getTime() + 540_000))).toBe(false)
})

const hashOf = (to: string) => messageFingerprint(messageRequest({ to }))

it('keeps no more of the number than its last two digits', () => {
  expect(hashOf('+4915123456756')).toBe(hashOf('+447911123456'))
  expect(hashOf('+447911123457')).not.toBe(hashOf('+447911123456'))
})
