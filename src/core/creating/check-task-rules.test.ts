import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatFieldPath } from '../issues/field-path.ts'
import { withFixedFields, requestIssues, checkTask } from './check-task.ts'
import type { Circumstances } from '../task/circumstances.ts'
import type { Channel } from '../contact/contact.ts'
import type { FieldRules, TaskRequest } from '../task/task-parts.ts'

const request: TaskRequest = {
  name: 'Call back',
  destination: { type: 'flow', flowId: 'f' },
  references: [],
  attributes: [],
}

/** Before any time that a test schedules. */
const circumstances: Circumstances = { now: new Date(-60_000), scheduleHorizonDays: 6 }

const complaints = (edit: Partial<TaskRequest>, rules: FieldRules) =>
  requestIssues(withFixedFields({ ...request, ...edit }, rules), { ...circumstances, fieldRules: rules })

const vip = { key: 'vip', value: 'yes' }
const order = { name: 'Order', type: 'URL', value: 'https://example.com/1' } as const

describe('withFixedFields', () => {
  it('leaves a request as it is where nothing is ruled', () => {
    expect(withFixedFields(request, {})).toEqual(request)
  })

  it('sends locked and hidden fields too, and leaves out what is only preset', () => {
    const rules: FieldRules = {
      description: { default: 'From the CRM', isHidden: true },
      references: { byName: { Order: { type: 'URL', default: order.value, isLocked: true } } },
      attributes: { byKey: { vip: { default: 'yes', isHidden: true }, mood: { default: 'fine' } } },
    }

    expect(withFixedFields(request, rules)).toEqual({
      ...request,
      description: 'From the CRM',
      references: [order],
      attributes: [vip],
    })
  })

  it('fills in a name and a destination that are fixed', () => {
    const rules: FieldRules = {
      name: { default: 'Complaint', isHidden: true },
      destination: { default: { type: 'flow', flowId: 'f' }, isHidden: true },
    }

    expect(withFixedFields({ name: '', references: [], attributes: [] }, rules)).toEqual({
      ...request,
      name: 'Complaint',
    })
  })

  it('fixes the same fields when applied twice', () => {
    const value = fc.constantFrom('', 'yes', 'no')
    const rule = fc.record(
      { default: value, isLocked: fc.boolean(), isHidden: fc.boolean(), isRequired: fc.boolean() },
      { requiredKeys: [] },
    )
    const key = fc.constantFrom('vip', 'mood', '__proto__')
    fc.assert(
      fc.property(
        fc.dictionary(key, rule),
        fc.array(fc.record({ key, value })),
        rule,
        (byKey, attributes, description) => {
          const rules: FieldRules = { description, attributes: { byKey } }
          const once = withFixedFields({ ...request, attributes }, rules)
          expect(withFixedFields(once, rules)).toEqual(once)
        },
      ),
    )
  })

  it('lets a task be related to a contact that it cannot continue, though continuing is fixed', () => {
    const rules: FieldRules = { link: { default: 'previous', isHidden: true } }
    const asked: TaskRequest = { ...request, link: { type: 'related', contactId: 'c' } }

    const on = (channel: Channel) =>
      requestIssues(asked, { ...circumstances, fieldRules: rules, linkedContact: { channel } })

    expect(on('voice')).toEqual([{ field: 'link', code: 'field-locked' }])
    expect(on('email')).toEqual([])
  })
})

describe('requestIssues', () => {
  it.each<[string, FieldRules, Partial<TaskRequest>, string]>([
    ['another name', { name: { default: 'Complaint', isLocked: true } }, { name: 'x' }, 'name field-locked'],
    ['a description', { description: { isLocked: true } }, { description: 'x' }, 'description field-locked'],
    ['no description', { description: { isRequired: true } }, {}, 'description field-required'],
    [
      'another destination',
      { destination: { default: { type: 'flow', flowId: 'g' }, isHidden: true } },
      {},
      'destination field-locked',
    ],
    ['no link', { link: { isRequired: true } }, {}, 'link field-required'],
    [
      'a link',
      { link: { default: 'none', isLocked: true } },
      { link: { type: 'related', contactId: 'c' } },
      'link field-locked',
    ],
    [
      'another link',
      { link: { isLocked: true, isRequired: true } },
      { link: { type: 'previous', contactId: 'c' } },
      'link field-locked',
    ],
    ['no time', { schedule: { isRequired: true } }, {}, 'scheduledTime field-required'],
    [
      'a time',
      { schedule: { isHidden: true } },
      { scheduledTime: new Date(0) },
      'scheduledTime field-locked',
    ],
    [
      'an expiry',
      { schedule: { default: 'now', isLocked: true } },
      { expiryMinutes: 60 },
      'expiryMinutes field-locked',
    ],
    [
      'another value of a reference',
      {
        references: { byName: { Order: { type: 'URL', default: 'https://example.com/2', isLocked: true } } },
      },
      { references: [order] },
      'references.0.value field-locked',
    ],
    [
      'another type of a reference',
      { references: { byName: { Order: { type: 'STRING' } } } },
      { references: [order] },
      'references.0.value field-locked',
    ],
    [
      'a reference of the agent’s own',
      { references: { isLocked: true } },
      { references: [order] },
      'references.0.name reference-not-allowed',
    ],
    [
      'another value of an attribute',
      { attributes: { byKey: { vip: { default: 'no', isHidden: true } } } },
      { attributes: [vip] },
      'attributes.0.value field-locked',
    ],
    [
      'an attribute that is locked to nothing',
      { attributes: { byKey: { vip: { isLocked: true } } } },
      { attributes: [vip] },
      'attributes.0.key attribute-not-allowed',
    ],
    [
      'an attribute of the agent’s own',
      { attributes: { isLocked: true } },
      { attributes: [vip] },
      'attributes.0.key attribute-not-allowed',
    ],
    [
      'a blank attribute',
      { attributes: { byKey: { vip: { isRequired: true } } } },
      { attributes: [{ key: 'vip', value: ' ' }] },
      'attributes.0.value field-required',
    ],
  ])('refuses %s', (_, rules, edit, complaint) => {
    expect(complaints(edit, rules).map(({ field, code }) => `${formatFieldPath(field)} ${code}`)).toEqual([
      complaint,
    ])
  })

  it('names the reference and the attribute that are missing', () => {
    const rules: FieldRules = {
      references: { byName: { Order: { type: 'URL', isRequired: true } } },
      attributes: { byKey: { vip: { isRequired: true } } },
    }

    expect(complaints({}, rules)).toEqual([
      { field: 'references', code: 'reference-required', name: 'Order' },
      { field: 'attributes', code: 'attribute-required', name: 'vip' },
    ])
    expect(complaints({ references: [order], attributes: [vip] }, rules)).toEqual([])
  })

  it('lets the agent fill in a required field that is locked or hidden without a value', () => {
    const rules: FieldRules = {
      description: { isRequired: true, isLocked: true },
      attributes: { isHidden: true, byKey: { vip: { isRequired: true } } },
    }

    expect(complaints({ description: 'x', attributes: [vip] }, rules)).toEqual([])
  })

  it('takes two spellings of one instant for the same date', () => {
    const due = { type: 'DATE', default: '2027-01-01T00:00:00Z', isHidden: true } as const

    expect(
      complaints(
        { references: [{ name: 'Due', type: 'DATE', value: '2027-01-01T01:00:00+01:00' }] },
        { references: { byName: { Due: due } } },
      ),
    ).toEqual([])
  })
})

describe('checkTask under field rules', () => {
  const now = new Date('2026-10-01T12:00:00Z')

  it('makes a task with what the rules add', () => {
    const fieldRules: FieldRules = { attributes: { byKey: { vip: { default: 'yes', isHidden: true } } } }

    expect(checkTask(request, { now, scheduleHorizonDays: 6, fieldRules })).toMatchObject({
      ok: true,
      task: { Attributes: { vip: 'yes' } },
    })
  })

  it('counts the bytes of what is hidden', () => {
    const fieldRules: FieldRules = { attributes: { byKey: { vip: { default: 'yes', isHidden: true } } } }
    const attributes = [{ key: 'k', value: 'x'.repeat(32_762) }]

    expect(checkTask({ ...request, attributes }, { now, scheduleHorizonDays: 6, fieldRules })).toEqual({
      ok: false,
      issues: [{ field: 'attributes', code: 'attributes-too-large', actual: 32_769, limit: 32_768 }],
    })
  })
})
