import { describe, expect, it } from 'vitest'
import { checkTask } from '../creating/check-task.ts'
import type { DraftCircumstances } from './circumstances.ts'
import { formatFieldPath, fieldsOfTask } from '../issues/field-path.ts'
import { referenceTypes } from '../fields/references/reference.ts'
import { kindOf } from '../fields/references/reference-kinds.ts'
import { prepare, readDraft } from '../creating/prepare.ts'
import { emptyDraft } from './task-draft.ts'
import type { TaskDraft } from './task-parts.ts'
import { taskFields } from './task-fields.ts'
import { timeZoneOf } from '../time/zoned-time.ts'

const circumstances: DraftCircumstances = {
  timeZone: timeZoneOf('Europe/London'),
  now: new Date('2027-01-01T12:00:00Z'),
  scheduleHorizonDays: 30,
  contactId: 'c',
}

const filled: TaskDraft = {
  name: 'Call back',
  description: 'About the refund',
  destination: 'flow:f',
  link: 'related',
  references: [{ name: 'Order', type: 'NUMBER', value: '42' }],
  attachments: [
    {
      id: 'file-1',
      name: 'invoice.pdf',
      bytes: 7,
      type: 'application/pdf',
      upload: { token: 'upload-1', expiresAt: Date.parse('2027-01-01T13:00:00Z') },
    },
  ],
  attributes: [{ key: 'city', value: 'Köln' }],
  schedule: { when: 'later', date: '2027-01-02', time: '09:00', occurrence: 'first' },
  expiry: { amount: '', unit: 'days' },
}

describe('the table of fields', () => {
  it('has a line for every member of a draft, in the order of the form', () => {
    expect(Object.keys(emptyDraft)).toEqual(Object.keys(taskFields))
  })

  it('leaves no member of a request without a field that writes it', () => {
    const { request } = readDraft(filled, circumstances)

    expect(Object.keys(request).toSorted()).toEqual([...fieldsOfTask].toSorted())
  })

  it('leads a draft with every field filled in to Connect', () => {
    const prepared = prepare(filled, circumstances)

    expect(prepared.ok && checkTask(prepared.request, circumstances)).toEqual({
      ok: true,
      task: {
        Name: 'Call back',
        Description: 'About the refund',
        ContactFlowId: 'f',
        RelatedContactId: 'c',
        References: { Order: { Type: 'NUMBER', Value: '42' } },
        Attributes: { city: 'Köln' },
        ScheduledTime: new Date('2027-01-02T09:00:00Z'),
        SegmentAttributes: {
          'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 53_280 } } },
        },
      },
    })
  })
})

describe('the table of reference kinds', () => {
  it.each(referenceTypes)('has a kind that makes a row of the type %s', (type) => {
    expect(kindOf(type).newRow('Order', '')).toMatchObject({ name: 'Order', type })
  })

  it.each(referenceTypes)('complains about a %s without a value at its row', (type) => {
    const request = { name: 'n', references: [kindOf(type).fixed('Order', '')], attributes: [] }
    const issues = taskFields.references.issues(request, {}, circumstances)

    expect(issues.map(({ field, code }) => `${formatFieldPath(field)} ${code}`)).toEqual([
      'references.0.value reference-value-missing',
    ])
  })
})
