import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attemptFor, type Attempt } from '../../core/attempts/attempt.ts'
import { linkTypes } from '../../core/fields/link-types.ts'
import { referenceTypes } from '../../core/fields/references/reference.ts'
import type { TaskRequest } from '../../core/task/task-parts.ts'
import { attemptOf, createTaskSchema, withKnownFiles } from './task-request.ts'
import { createdTaskSchema, createTaskBody } from './tasks.ts'

const body = { clientToken: 't', name: 'Call back', destination: { type: 'flow', flowId: 'f' } }

const isAccepted = (value: unknown) => createTaskSchema.safeParse(value).success

/** Any text that a form can hold, even with half an emoji. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.integer({ min: 0xd7f0, max: 0xe010 })).map((units) => String.fromCharCode(...units)),
  fc.constantFrom('__proto__', 'constructor', ''),
)
const id = fc.string({ minLength: 1, maxLength: 200 })

const attempt: fc.Arbitrary<Attempt<TaskRequest>> = fc
  .record({
    clientToken: id,
    request: fc.record(
      {
        name: text,
        description: text,
        destination: fc.oneof(
          id.map((flowId) => ({ type: 'flow' as const, flowId })),
          id.map((quickConnectId) => ({ type: 'quickConnect' as const, quickConnectId })),
          fc.record(
            {
              type: fc.constant('template' as const),
              templateId: id,
              quickConnectId: id,
              isSelfAssigned: fc.constant(true as const),
              revision: fc.string({ minLength: 1, maxLength: 64 }),
            },
            { requiredKeys: ['type', 'templateId'] },
          ),
        ),
        link: fc.record({ type: fc.constantFrom(...linkTypes), contactId: fc.uuid() }),
        references: fc.array(
          fc.record({ name: text, type: fc.constantFrom(...referenceTypes), value: text }),
        ),
        attributes: fc.array(fc.record({ key: text, value: text })),
        scheduledTime: fc.date({
          min: new Date('2000-01-01'),
          max: new Date('2100-01-01'),
          noInvalidDate: true,
        }),
        expiryMinutes: fc.oneof(
          fc.integer({ min: 1 }),
          fc.double({ min: 0.1, noNaN: true, noDefaultInfinity: true }),
        ),
      },
      { requiredKeys: ['name', 'destination', 'references', 'attributes'] },
    ),
  })
  // A clone has the ordinary prototypes that objects read from JSON have.
  .map((sent) => structuredClone(sent))

const overTheWire = (sent: Attempt<TaskRequest>) =>
  attemptOf(withKnownFiles(createTaskSchema.parse(JSON.parse(JSON.stringify(createTaskBody(sent))))))

describe('an attempt on the wire', () => {
  it('arrives as it was sent', () => {
    fc.assert(
      fc.property(attempt, (sent) => {
        expect(overTheWire(sent)).toStrictEqual(sent)
      }),
    )
  })

  it('is the same content on both sides, so it keeps its token', () => {
    fc.assert(
      fc.property(attempt, (sent) => {
        expect(attemptFor(overTheWire(sent).request, [sent], () => 'another token')).toBe(sent)
      }),
    )
  })

  it('names nothing that is empty', () => {
    const request = { name: 'Call back', references: [], attributes: [] }

    expect(createTaskBody({ clientToken: 't', request })).toStrictEqual({
      clientToken: 't',
      name: 'Call back',
    })
  })

  it('carries the scheduled time as an ISO instant', () => {
    const scheduledTime = new Date('2026-11-22T09:00:00Z')
    const request = { name: 'Call back', references: [], attributes: [], scheduledTime }

    expect(createTaskBody({ clientToken: 't', request })).toMatchObject({
      scheduledTime: '2026-11-22T09:00:00.000Z',
    })
  })
})

describe('createTaskSchema', () => {
  it('accepts the least a task needs', () => {
    expect(isAccepted(body)).toBe(true)
  })

  it.each([
    ['a stray member', { ...body, priority: 1 }],
    ['a creator named by the browser', { ...body, createdByUserArn: 'arn' }],
    ['Connect’s own words', { ...body, RelatedContactId: 'c' }],
    ['two sources of a flow', { ...body, destination: { type: 'flow', flowId: 'f', quickConnectId: 'q' } }],
    ['a flow source of the other kind', { ...body, destination: { type: 'quickConnect', flowId: 'f' } }],
    ['a template without an id', { ...body, destination: { type: 'template', templateId: '' } }],
    ['a template with a flow', { ...body, destination: { type: 'template', templateId: 't', flowId: 'f' } }],
    [
      'a self-assignment that is off',
      { ...body, destination: { type: 'template', templateId: 't', isSelfAssigned: false } },
    ],
    [
      'a revision longer than any',
      { ...body, destination: { type: 'template', templateId: 't', revision: 'x'.repeat(65) } },
    ],
    ['several links', { ...body, link: [{ type: 'related', contactId: 'c' }] }],
    [
      'two contacts in one link',
      { ...body, link: { type: 'related', contactId: 'c', previousContactId: 'd' } },
    ],
    [
      'a stray member of a reference',
      { ...body, references: [{ name: 'n', type: 'URL', value: 'v', arn: 'a' }] },
    ],
    ['a stray member of an attribute', { ...body, attributes: [{ key: 'k', value: 'v', locked: true }] }],
  ])('refuses %s', (_, value) => {
    expect(isAccepted(value)).toBe(false)
  })

  it.each([
    ['no token', { ...body, clientToken: undefined }],
    ['an empty token', { ...body, clientToken: '' }],
    ['a token of 501 characters', { ...body, clientToken: 'x'.repeat(501) }],
    ['no name', { ...body, name: undefined }],
    ['a name that is no text', { ...body, name: 1 }],
    ['no destination', { ...body, destination: undefined }],
    ['an empty flow id', { ...body, destination: { type: 'flow', flowId: '' } }],
    ['a flow id of 501 characters', { ...body, destination: { type: 'flow', flowId: 'x'.repeat(501) } }],
    ['an empty contact id', { ...body, link: { type: 'related', contactId: '' } }],
    ['a contact id that names another path', { ...body, link: { type: 'related', contactId: '..' } }],
    ['a contact id of 257 characters', { ...body, link: { type: 'related', contactId: 'x'.repeat(257) } }],
    ['a third kind of link', { ...body, link: { type: 'none', contactId: 'c' } }],
    ['references as a map', { ...body, references: { n: { type: 'URL', value: 'v' } } }],
    ['attributes as a map', { ...body, attributes: { k: 'v' } }],
    ['an attribute that is a number', { ...body, attributes: [{ key: 'k', value: 1 }] }],
    ['null for none', { ...body, scheduledTime: null }],
    ['a time in epoch seconds', { ...body, scheduledTime: 1_790_856_000 }],
    ['a time without a zone', { ...body, scheduledTime: '2026-10-01T12:00:00' }],
    ['a day that does not exist', { ...body, scheduledTime: '2026-02-30T12:00:00Z' }],
    ['an expiry in a text', { ...body, expiryMinutes: '60' }],
    ['a list', [body]],
    ['nothing', null],
  ])('refuses %s', (_, value) => {
    expect(isAccepted(value)).toBe(false)
  })

  it.each([
    ['a token of 500 characters', { ...body, clientToken: 'x'.repeat(500) }],
    ['a flow id of 500 characters', { ...body, destination: { type: 'flow', flowId: 'x'.repeat(500) } }],
    [
      'a template with all that it can have',
      {
        ...body,
        destination: { type: 'template', templateId: 't', quickConnectId: 'q', revision: 'r' },
      },
    ],
    [
      'a template for the agent',
      { ...body, destination: { type: 'template', templateId: 't', isSelfAssigned: true } },
    ],
    ['a contact id of 256 characters', { ...body, link: { type: 'related', contactId: 'x'.repeat(256) } }],
    ['a time with an offset', { ...body, scheduledTime: '2026-10-01T14:00:00+02:00' }],
    ['a name that only the rules refuse', { ...body, name: '' }],
  ])('accepts %s', (_, value) => {
    expect(isAccepted(value)).toBe(true)
  })

  it.each([
    ['beside the members', '"name":"n","__proto__":{"description":"x"}'],
    ['as constructor', '"name":"n","constructor":{}'],
    ['instead of a member', '"__proto__":{"name":"n"}'],
  ])('refuses the JSON member __proto__ %s', (_, members) => {
    const json = `{"clientToken":"t","destination":{"type":"flow","flowId":"f"},${members}}`

    expect(isAccepted(JSON.parse(json))).toBe(false)
  })

  it('refuses __proto__ inside a destination', () => {
    const json = '{"clientToken":"t","name":"n","destination":{"type":"flow","flowId":"f","__proto__":{}}}'

    expect(isAccepted(JSON.parse(json))).toBe(false)
  })

  it('takes __proto__ for a text like any other where texts are expected', () => {
    const attributes = [{ key: '__proto__', value: '__proto__' }]
    const references = [{ name: '__proto__', type: 'STRING', value: 'constructor' }]

    expect(createTaskSchema.parse({ ...body, attributes, references })).toMatchObject({
      attributes,
      references,
    })
  })
})

describe('createdTaskSchema', () => {
  it.each([null, '2026-11-22T09:00:00.000Z', '2026-11-22T09:00:00Z'])(
    'reads a task scheduled at %s',
    (scheduledTime) => {
      expect(createdTaskSchema.parse({ contactId: 'c', scheduledTime })).toEqual({
        contactId: 'c',
        scheduledTime,
      })
    },
  )

  it.each([
    ['no contact', { scheduledTime: null }],
    ['an empty contact id', { contactId: '', scheduledTime: null }],
    ['no word about the schedule', { contactId: 'c' }],
    ['a day that does not exist', { contactId: 'c', scheduledTime: '2026-02-31T09:00:00Z' }],
    ['a schedule in other words', { contactId: 'c', scheduledTime: 'tomorrow' }],
  ])('refuses %s', (_, value) => {
    expect(createdTaskSchema.safeParse(value).success).toBe(false)
  })
})
