import * as fc from 'fast-check'
import { linkTypes } from '../core/fields/link-types.ts'
import { referenceTypes } from '../core/fields/references/reference.ts'
import type { TaskRequest } from '../core/task/task-parts.ts'
import { demoFlows, demoQuickConnects } from '../simulators/connect/state/demo-seed.ts'
import { halfOfThumb, thumb } from './conformance-case.ts'
import { anasContacts, now } from './instance-at-noon.ts'

const pieces = fc.constantFrom(
  'a',
  'é',
  thumb,
  '漢',
  ' ',
  '\n',
  '\u0000',
  '\ufeff',
  '"',
  '\\',
  '<',
  halfOfThumb,
)

const text = fc.oneof(
  { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,9}$/) },
  { weight: 2, arbitrary: fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('')) },
  { weight: 1, arbitrary: fc.constantFrom('__proto__', 'constructor', '1', '') },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom('x', 'é', thumb), fc.constantFrom(1_023, 1_024, 1_025, 2_048, 4_095, 4_096))
      .map(([piece, times]) => piece.repeat(times)),
  },
)

const valueByType = {
  URL: fc.oneof(fc.webUrl({ withQueryParameters: true, withFragments: true }), text),
  NUMBER: fc.oneof(
    fc.double({ noNaN: true }).map(String),
    fc.bigInt().map(String),
    fc.constantFrom('-0', '007', '1.', '.5', '+1', '9'.repeat(400)),
  ),
  STRING: text,
  DATE: fc.oneof(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('0000-01-01T00:00Z', '9999-12-31T23:59:59-23:59', '2026-02-29T00:00:00Z'),
  ),
  EMAIL: fc.oneof(fc.emailAddress(), fc.constantFrom('a@b', 'a@b@c', 'a b@c', '@', 'a@')),
}

const reference = fc
  .constantFrom(...referenceTypes)
  .chain((type) => fc.record({ name: text, type: fc.constant(type), value: valueByType[type] }))

const attribute = fc.record({
  key: fc.oneof({ weight: 5, arbitrary: fc.stringMatching(/^[\w-]{1,5}$/) }, text),
  value: fc.oneof(
    text,
    fc.nat(40_000).map((length) => 'x'.repeat(length)),
  ),
})

const day = 86_400_000

const ahead = fc.oneof(
  fc.constantFrom(-1, 0, 1, 999, 1_000, 6 * day, 6 * day + 1, 6 * day + 1_000, 90 * day, 90 * day + 1_000),
  fc.integer({ min: -1_000, max: 91 * day }),
)

const plain: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: demoFlows.callbackRequests.flowId },
  references: [],
  attributes: [],
}

/** One line for each member with its values. There are no files, because each would need an upload. */
const members: Readonly<
  Record<Exclude<keyof TaskRequest, 'attachments'>, fc.Arbitrary<Partial<TaskRequest>>>
> = {
  name: fc.record({ name: text }),
  description: fc.record({ description: text }),
  destination: fc.constant({
    destination: { type: 'quickConnect', quickConnectId: demoQuickConnects.billing.quickConnectId },
  } as const),
  link: fc.record({
    link: fc.record({
      type: fc.constantFrom(...linkTypes),
      contactId: fc.constantFrom(...anasContacts.map(({ contactId }) => contactId)),
    }),
  }),
  references: fc.record({ references: fc.array(reference, { maxLength: 3 }) }),
  attributes: fc.record({ attributes: fc.array(attribute, { maxLength: 3 }) }),
  scheduledTime: fc.record({
    scheduledTime: ahead.map((milliseconds) => new Date(now.getTime() + milliseconds)),
  }),
  expiryMinutes: fc.record({
    expiryMinutes: fc.oneof(fc.constantFrom(0, 1, 8_640, 10_080, 129_600, 129_601), fc.integer()),
  }),
}

const anyMember = fc.oneof(...Object.values(members))

/** Valid and invalid tasks, many of them close to a limit. */
export const anyTask: fc.Arbitrary<TaskRequest> = fc
  .tuple(anyMember, anyMember, anyMember)
  .map((changed) => Object.assign({}, plain, ...changed))
