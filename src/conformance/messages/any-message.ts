import * as fc from 'fast-check'
import { messageChannels } from '../../core/message/message-channel.ts'
import type { MessageRequest } from '../../core/message/message-parts.ts'
import { demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { instanceMessageTemplates } from '../../simulators/instance/message-templates.ts'
import { instancePhoneNumbers } from '../../simulators/instance/phone-numbers.ts'
import { halfOfThumb, thumb } from '../conformance-case.ts'
import { anasContacts } from '../instance-at-noon.ts'
import { plainMessage } from './message-readings.ts'

const pieces = fc.constantFrom(
  'a',
  'é',
  '€',
  '[',
  thumb,
  '漢',
  ' ',
  '\n',
  '\u0000',
  '\ufeff',
  '"',
  halfOfThumb,
)

const text = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z ]{1,9}$/) },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', 'é', thumb), fc.constantFrom(256, 257, 1_023, 1_024, 1_025, 4_097, 8_193))
      .map(([piece, times]) => piece.repeat(times)),
  },
)

const digits = fc.stringMatching(/^[0-9]{1,16}$/)

const number = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map((end) => `+120655501${String(end).padStart(2, '0')}`),
  fc.integer({ min: 0, max: 999 }).map((end) => `+447700900${String(end).padStart(3, '0')}`),
  digits.map((found) => `+${found}`),
  digits,
  fc.constantFrom(
    '',
    'tel:+12065550142',
    '+1 206 555 0142',
    '+12065550142\n',
    '+１２０６５５５０１４２',
    '00442079460958',
  ),
)

const value = fc.record({
  name: fc.constantFrom('firstName', 'orderId', 'day', 'time', 'other'),
  value: text,
})

const templates = Object.values(instanceMessageTemplates)

const message: fc.Arbitrary<MessageRequest['message']> = fc.oneof(
  fc.record({ type: fc.constant('text' as const), text }),
  fc.record({
    type: fc.constant('template' as const),
    templateId: fc.constantFrom(...templates.map(({ templateId }) => templateId), '', 'unknown'),
    values: fc.uniqueArray(value, { maxLength: 3, selector: ({ name }) => name }),
  }),
)

const attribute = fc.record({
  key: fc.oneof({ weight: 5, arbitrary: fc.stringMatching(/^[\w-]{1,5}$/) }, text),
  value: fc.oneof(
    text,
    fc.nat(40_000).map((length) => 'x'.repeat(length)),
  ),
})

const plain: MessageRequest = {
  kind: 'message',
  channel: 'sms',
  from: plainMessage.from,
  to: plainMessage.to,
  message: { type: 'text', text: 'Your order is ready.' },
  flowId: plainMessage.flowId,
  attributes: [],
  hasConsent: true,
}

const flows = Object.values(demoFlows).map(({ flowId }) => flowId)
const numbers = Object.values(instancePhoneNumbers).map(({ phoneNumberId }) => phoneNumberId)

const anyMember: fc.Arbitrary<Partial<MessageRequest>> = fc.oneof(
  fc.record({ channel: fc.constantFrom(...messageChannels), from: fc.constantFrom(...numbers), message }),
  fc.record({ from: fc.constantFrom(...numbers, '') }),
  fc.record({ to: number }),
  fc.record({ message }),
  fc.record({ flowId: fc.constantFrom(...flows, '', 'unknown') }),
  fc.record({ displayName: text }),
  fc.record({ durationMinutes: fc.oneof(fc.constantFrom(0, 59, 60, 60.5, 10_080, 10_081), fc.integer()) }),
  fc.record({ attributes: fc.array(attribute, { maxLength: 3 }) }),
  fc.record({
    link: fc.record({
      type: fc.constant('related' as const),
      contactId: fc.constantFrom(...anasContacts.map(({ contactId }) => contactId)),
    }),
  }),
  fc.record({ hasConsent: fc.boolean() }),
)

/**
 * Valid and invalid messages, many of them close to a limit. Most have few wrong members, because one is enough for a refusal
 * and would hide the others.
 */
export const anyMessage: fc.Arbitrary<MessageRequest> = fc
  .oneof(
    { weight: 3, arbitrary: anyMember.map((member) => [member]) },
    { weight: 1, arbitrary: fc.array(anyMember, { minLength: 2, maxLength: 3 }) },
  )
  .map((members) => Object.assign({}, plain, ...members))
