import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { attemptFor, type UncertainAttempt } from '../../core/attempts/attempt.ts'
import { expiryUnits } from '../../core/fields/expiry/expiry-draft.ts'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageDraft, MessageRequest } from '../../core/message/message-parts.ts'
import { contentOf, type KeptDraft } from '../desk/kept-draft.ts'
import { createdRecordOf, readCreatedRecord } from './created-record.ts'
import { readRecord, recordOf } from './draft-record.ts'
import { leftRecordOf, readLeftRecord } from './left-record.ts'
import { isNewer, recordVersion } from './record-version.ts'
import { readSentRecord, sentAttempt, sentRecordOf, textlessAttempt } from './sent-record.ts'

const text = fc.string({ unit: 'binary', maxLength: 20 })
const values = fc.array(fc.record({ name: text, value: text }), { maxLength: 3 })
const attributes = fc.array(fc.record({ key: text, value: text }), { maxLength: 3 })

const content: fc.Arbitrary<MessageDraft> = fc.record({
  kind: fc.constant('message'),
  channel: fc.constantFrom(...messageChannels),
  from: text,
  to: text,
  text,
  templateId: text,
  templateValues: values,
  flowId: text,
  displayName: text,
  duration: fc.record({ amount: text, unit: fc.constantFrom(...expiryUnits) }),
  attributes,
  link: fc.constantFrom('related', 'none'),
  hasConsent: fc.boolean(),
})

const request: fc.Arbitrary<MessageRequest> = fc.record(
  {
    kind: fc.constant('message'),
    channel: fc.constantFrom(...messageChannels),
    from: text,
    to: text,
    message: fc.oneof(
      fc.record({ type: fc.constant('text'), text }),
      fc.record({ type: fc.constant('template'), templateId: text, values }),
    ),
    flowId: text,
    displayName: text,
    durationMinutes: fc.nat(),
    attributes,
    link: fc.record({ type: fc.constant('related'), contactId: fc.constant('call') }),
    // Nothing is sent without consent.
    hasConsent: fc.constant(true),
  },
  {
    requiredKeys: ['kind', 'channel', 'from', 'to', 'message', 'flowId', 'attributes', 'hasConsent'],
  },
)

const draftOf = (typed: MessageDraft): KeptDraft => ({
  id: 'draft',
  ...contentOf(typed),
  turn: 3,
  contactChoice: 'none',
  phase: 'begun',
})
const sentOf = (sent: MessageRequest): UncertainAttempt<MessageRequest> => ({
  attempt: { clientToken: 'token', request: sent },
  firstSentAt: 7,
})
const stored = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

it('a stored message comes back as it was typed, and the agent must confirm the consent again', () => {
  fc.assert(
    fc.property(content, (typed) => {
      const record = stored(recordOf({ draft: draftOf(typed), keptAt: 5, window: 'w' }))

      expect(readRecord(record)?.draft.content).toEqual({ ...typed, hasConsent: false })
      expect(JSON.stringify(record)).not.toContain('hasConsent')
    }),
  )
})

it('a stored attempt keeps its token: the same message is not sent as another one after a reload', () => {
  fc.assert(
    fc.property(content, request, (typed, asked) => {
      const sent = sentOf(asked)
      const record = readSentRecord(
        stored(sentRecordOf(draftOf(typed), sent, { window: 'w', hasText: true })),
      )
      const read = record && sentAttempt(record)

      expect(read?.sent).toEqual(sent)
      const known = read ? [read.sent.attempt] : []
      expect(attemptFor(asked, known, () => 'another').clientToken).toBe('token')
    }),
  )
})

it('a panel that knows no messages takes all records of a message for newer ones, and this panel reads them', () => {
  fc.assert(
    fc.property(content, request, (typed, asked) => {
      const draft = draftOf(typed)
      const task = { kind: 'message', contactId: 'chat', createdAt: 9 } as const
      const created = {
        draftId: draft.id,
        kind: 'message',
        clientTokens: ['token'],
        keptAt: 5,
        task,
      } as const
      const sentRecord = stored(sentRecordOf(draft, sentOf(asked), { window: 'w', hasText: false }))
      const createdRecord = stored(createdRecordOf(created))
      const leftRecord = stored(leftRecordOf({ draft, over: 0 }, 'w', 5))
      const all = [stored(recordOf({ draft, keptAt: 5, window: 'w' })), sentRecord, createdRecord, leftRecord]

      // Panels without messages take any higher version as one of a newer panel.
      for (const record of all) expect(record).toMatchObject({ version: recordVersion + 1 })
      expect(all.map(isNewer)).toEqual([false, false, false, false])
      expect(readCreatedRecord(createdRecord)).toEqual(created)
      expect(readLeftRecord(leftRecord)).toBeDefined()
      const textless = readSentRecord(sentRecord)
      expect(textless && textlessAttempt(textless)).toMatchObject({ kind: 'message', clientToken: 'token' })
    }),
  )
})
