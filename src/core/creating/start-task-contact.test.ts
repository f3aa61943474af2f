import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reference } from '../fields/references/reference.ts'
import { startTaskContact, type TaskOrigin } from './start-task-contact.ts'
import { isBlank } from '../text/text.ts'
import { checkTask } from './check-task.ts'
import type { TaskRequest } from '../task/task-parts.ts'

const now = new Date('2026-10-01T12:00:00.250Z')
const origin: TaskOrigin = {
  instanceId: 'i',
  createdByUserArn: 'arn:aws:connect:…/agent/a',
  clientToken: 't',
}

/** The parameters of a request that must be acceptable. */
function parametersFor(request: TaskRequest) {
  const check = checkTask(request, { now, scheduleHorizonDays: 90 })
  if (!check.ok) throw new Error(JSON.stringify(check.issues))
  return startTaskContact(check.task, origin)
}

const id = fc.stringMatching(/^[a-z0-9-]{1,36}$/)
const visible = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => !isBlank(text))
const oddNames = fc.constantFrom('__proto__', 'constructor', 'toString', '1', '0')

const reference: fc.Arbitrary<Reference> = fc.oneof(
  fc.record({ name: fc.oneof(visible, oddNames), type: fc.constant('STRING' as const), value: visible }),
  fc.record({
    name: visible,
    type: fc.constant('DATE' as const),
    value: fc
      .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  }),
  fc.record({ name: visible, type: fc.constant('NUMBER' as const), value: fc.integer().map(String) }),
)

const acceptableRequest: fc.Arbitrary<TaskRequest> = fc.record(
  {
    name: visible,
    description: fc.oneof(fc.constant(''), visible),
    destination: fc.oneof(
      id.map((flowId) => ({ type: 'flow' as const, flowId })),
      id.map((quickConnectId) => ({ type: 'quickConnect' as const, quickConnectId })),
    ),
    link: fc.record({ type: fc.constantFrom('related', 'previous'), contactId: id }),
    references: fc.uniqueArray(reference, { maxLength: 5, selector: ({ name }) => name }),
    attributes: fc.uniqueArray(
      fc.record({
        key: fc.oneof(fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/), oddNames),
        value: fc.string({ unit: 'grapheme' }),
      }),
      { maxLength: 10, selector: ({ key }) => key },
    ),
    scheduledTime: fc
      .integer({ min: 1_000, max: 80 * 86_400_000 })
      .map((ahead) => new Date(now.getTime() + ahead)),
    expiryMinutes: fc.constantFrom(129_000, 129_600),
  },
  { requiredKeys: ['name', 'destination', 'references', 'attributes', 'expiryMinutes'] },
)

/** The paths of empty values: `undefined`, an empty text, list or object. */
function emptyAt(value: unknown, path: string): string[] {
  if (value === undefined || value === '') return [path]
  if (typeof value !== 'object' || value === null || value instanceof Date) return []
  const members = Object.entries(value)
  return members.length === 0 ? [path] : members.flatMap(([key, member]) => emptyAt(member, `${path}/${key}`))
}

describe('startTaskContact', () => {
  it('names the least a task needs in Connect’s words', () => {
    const parameters = parametersFor({
      name: 'Call back',
      destination: { type: 'flow', flowId: 'f' },
      references: [],
      attributes: [],
    })

    expect(parameters).toStrictEqual({
      InstanceId: 'i',
      ClientToken: 't',
      Name: 'Call back',
      ContactFlowId: 'f',
      SegmentAttributes: { 'connect:CreatedByUser': { ValueString: 'arn:aws:connect:…/agent/a' } },
    })
  })

  it('names everything a task may have in Connect’s words', () => {
    const parameters = parametersFor({
      name: 'Call back',
      description: 'About the refund',
      destination: { type: 'quickConnect', quickConnectId: 'q' },
      link: { type: 'previous', contactId: 'c' },
      references: [{ name: 'Due', type: 'DATE', value: '2026-10-01T12:00:00Z' }],
      attributes: [{ key: 'note', value: '' }],
      scheduledTime: new Date('2026-10-02T12:00:00.999Z'),
      expiryMinutes: 2_880,
    })

    expect(parameters).toStrictEqual({
      InstanceId: 'i',
      ClientToken: 't',
      Name: 'Call back',
      Description: 'About the refund',
      QuickConnectId: 'q',
      PreviousContactId: 'c',
      References: { Due: { Type: 'DATE', Value: '1790856000' } },
      Attributes: { note: '' },
      ScheduledTime: new Date('2026-10-02T12:00:00Z'),
      SegmentAttributes: {
        'connect:CreatedByUser': { ValueString: 'arn:aws:connect:…/agent/a' },
        'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 2_880 } } },
      },
    })
  })

  it('never sends an empty member, except the value of an attribute', () => {
    fc.assert(
      fc.property(acceptableRequest, (request) => {
        const { Attributes, ...parameters } = parametersFor(request)
        expect(emptyAt(parameters, '')).toEqual([])
        expect(Object.keys(Attributes ?? { none: '' })).not.toEqual([])
      }),
    )
  })

  it('leaves out what is absent instead of naming it undefined', () => {
    fc.assert(
      fc.property(acceptableRequest, (request) => {
        expect(Object.values(parametersFor(request))).not.toContain(undefined)
      }),
    )
  })

  it('names exactly one source of a flow, and never both links', () => {
    fc.assert(
      fc.property(acceptableRequest, (request) => {
        const names = Object.keys(parametersFor(request))
        expect(names.filter((name) => name === 'ContactFlowId' || name === 'QuickConnectId')).toHaveLength(1)
        expect(
          names.filter((name) => name === 'RelatedContactId' || name === 'PreviousContactId'),
        ).toHaveLength('link' in request ? 1 : 0)
      }),
    )
  })

  it('schedules in whole seconds', () => {
    fc.assert(
      fc.property(acceptableRequest, (request) => {
        const { ScheduledTime } = parametersFor(request)
        expect((ScheduledTime?.getTime() ?? 0) % 1_000).toBe(0)
      }),
    )
  })

  it('sends every reference and every attribute under its own name', () => {
    fc.assert(
      fc.property(acceptableRequest, (request) => {
        const { References = {}, Attributes = {} } = parametersFor(request)
        expect(Object.keys(References).toSorted()).toEqual(
          request.references.map(({ name }) => name).toSorted(),
        )
        expect(new Map(Object.entries(Attributes))).toEqual(
          new Map(request.attributes.map(({ key, value }) => [key, value])),
        )
      }),
    )
  })
})
