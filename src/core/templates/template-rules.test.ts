import { describe, expect, it } from 'vitest'
import { checkTask } from '../creating/check-task.ts'
import { prepare } from '../creating/prepare.ts'
import type { Destination } from '../fields/destination-key.ts'
import type { Reference } from '../fields/references/reference.ts'
import { emptyDraft } from '../task/task-draft.ts'
import type { FieldRules, TaskDraft, TaskRequest } from '../task/task-parts.ts'
import { draftUnder, mergeFieldRules } from '../task/task-rules.ts'
import { timeZoneOf } from '../time/zoned-time.ts'
import { templateOf } from './template-fields-harness.ts'
import { rulesWithTemplate, templateRules } from './template-rules.ts'
import type { TaskTemplate } from './template.ts'

const now = new Date('2026-11-29T12:00:00Z')

const request = (more: Partial<TaskRequest> = {}): TaskRequest => ({
  name: 'Call back',
  destination: { type: 'template', templateId: 't' },
  references: [],
  attributes: [],
  ...more,
})

interface Sources {
  readonly policy?: FieldRules
  readonly host?: FieldRules
}

function judged(template: TaskTemplate, asked: TaskRequest, { policy = {}, host = {} }: Sources = {}) {
  const fieldRules = rulesWithTemplate(policy, template, host)
  const check = checkTask(asked, { now, scheduleHorizonDays: 6, fieldRules })
  return check.ok
    ? check.task
    : check.issues.map((issue) => ('name' in issue ? `${issue.code} ${issue.name}` : issue.code))
}

const to = (more: Omit<Destination & { readonly type: 'template' }, 'type' | 'templateId'>): Destination => ({
  type: 'template',
  templateId: 't',
  ...more,
})

describe('where a task of a template goes', () => {
  const withFlow = templateOf([{ name: 'Assign to me', type: 'SELF_ASSIGN' }], { canSelfAssign: true })
  const withoutFlow = templateOf([{ name: 'Who', type: 'QUICK_CONNECT' }], { hasFlow: false })
  const fixed = templateOf(
    [{ name: 'Who', type: 'QUICK_CONNECT', isReadOnly: true, default: 'arn:aws:x:transfer-destination/q' }],
    { hasFlow: false },
  )
  const always = templateOf(
    [{ name: 'Assign to me', type: 'SELF_ASSIGN', isInvisible: true, default: 'TRUE' }],
    { canSelfAssign: true },
  )
  const never = templateOf([{ name: 'Assign to me', type: 'SELF_ASSIGN', isReadOnly: true }], {
    canSelfAssign: true,
  })
  const must = templateOf([{ name: 'Assign to me', type: 'SELF_ASSIGN', isRequired: true }], {
    canSelfAssign: true,
  })
  const mustAtLast = templateOf(
    [{ name: 'Assign to me', type: 'SELF_ASSIGN', isRequired: true, isReadOnly: true, default: 'false' }],
    { canSelfAssign: true },
  )
  const self = { SegmentAttributes: { 'connect:AssignmentType': { ValueString: 'SELF' } } }

  it.each([
    ['its own flow', withFlow, to({}), { TaskTemplateId: 't' }],
    [
      'a quick connect',
      withoutFlow,
      to({ quickConnectId: 'q' }),
      { TaskTemplateId: 't', QuickConnectId: 'q' },
    ],
    ['the agent', withFlow, to({ isSelfAssigned: true }), { TaskTemplateId: 't', ...self }],
    [
      'the quick connect that the template fixes',
      fixed,
      to({}),
      { TaskTemplateId: 't', QuickConnectId: 'q' },
    ],
    ['the agent, where the template fixes that', always, to({}), { TaskTemplateId: 't', ...self }],
    [
      'the agent, where the template requires that',
      must,
      to({ isSelfAssigned: true }),
      { TaskTemplateId: 't', ...self },
    ],
    [
      'the agent, where the template requires that and fixes nothing',
      mustAtLast,
      to({ isSelfAssigned: true }),
      { TaskTemplateId: 't', ...self },
    ],
  ])('is %s', (_, template, destination, sent) => {
    expect(judged(template, request({ destination }))).toEqual({ Name: 'Call back', ...sent })
  })

  it.each([
    ['a quick connect beside a flow', withFlow, to({ quickConnectId: 'q' }), 'template-has-flow'],
    ['the template alone, without a flow', withoutFlow, to({}), 'template-needs-quick-connect'],
    ['a blank quick connect', withoutFlow, to({ quickConnectId: ' ' }), 'template-needs-quick-connect'],
    ['another quick connect than the fixed one', fixed, to({ quickConnectId: 'r' }), 'field-locked'],
    [
      'the agent, without a field for it',
      withoutFlow,
      to({ isSelfAssigned: true }),
      'self-assign-not-offered',
    ],
    [
      'the agent, where the template rules it out',
      never,
      to({ isSelfAssigned: true }),
      'self-assign-not-offered',
    ],
    ['a queue, where it always is the agent', always, to({ quickConnectId: 'q' }), 'field-locked'],
    ['the flow, where the template requires the agent', must, to({}), 'field-required'],
    [
      'the agent and a quick connect',
      withoutFlow,
      to({ isSelfAssigned: true, quickConnectId: 'q' }),
      'self-assign-with-quick-connect',
    ],
  ])('is not %s', (_, template, destination, code) => {
    expect(judged(template, request({ destination }))).toEqual([code])
  })

  it.each([
    ['template1:tq', withFlow, 'template:t'],
    ['self:t', withoutFlow, 'template:t'],
    ['self:t', withFlow, 'self:t'],
    ['template:t', fixed, 'template1:tq'],
    ['template1:tr', fixed, 'template1:tq'],
    ['template1:tr', withoutFlow, 'template1:tr'],
    ['template:t', always, 'self:t'],
    ['flow:f', always, 'flow:f'],
    ['', always, ''],
  ])('in a draft: %j', (destination, template, laid) => {
    const rules = mergeFieldRules({}, templateRules(template))

    expect(draftUnder({ ...emptyDraft, destination }, rules).destination).toBe(laid)
  })

  it('is sent with the revision with which the draft was checked', () => {
    const draft: TaskDraft = { ...emptyDraft, name: 'n', destination: 'template:t' }
    const prepared = prepare(draft, {
      now,
      scheduleHorizonDays: 6,
      timeZone: timeZoneOf('Europe/London'),
      fieldRules: templateRules(withFlow),
    })

    expect(prepared).toMatchObject({ ok: true, request: { destination: to({ revision: 'r' }) } })
  })
})

describe('a field of a type that does not exist yet', () => {
  const field = { name: 'Mood', type: 'SMILEY' }

  it('does not block a task', () => {
    expect(judged(templateOf([field]), request())).toMatchObject({ TaskTemplateId: 't' })
  })

  it('blocks a task if the field is required, and the complaint names it', () => {
    expect(judged(templateOf([{ ...field, isRequired: true }]), request())).toEqual([
      'template-field-unknown Mood',
    ])
  })
})

describe('a template with policy and host', () => {
  const order: Reference = { name: 'Order', type: 'STRING', value: '42' }
  const template = templateOf([
    { name: 'Order', type: 'TEXT', isRequired: true },
    { name: 'Page', type: 'URL' },
  ])
  const filled = request({ references: [order] })

  it('refuses references that it does not have', () => {
    expect(judged(template, request({ references: [order, { ...order, name: 'Case' }] }))).toEqual([
      'reference-not-allowed',
    ])
  })

  it('keeps its fields where the policy allows no others', () => {
    const policy: FieldRules = { references: { isLocked: true } }

    expect(judged(template, filled, { policy })).toMatchObject({ References: { Order: { Value: '42' } } })
    expect(judged(template, request(), { policy })).toEqual(['reference-required Order'])
  })

  it('gets no fields from the host', () => {
    const host: FieldRules = { references: { byName: { Case: { type: 'STRING', isRequired: true } } } }

    expect(judged(template, filled, { host })).toMatchObject({ Name: 'Call back' })
  })

  it('keeps the hosts of web addresses to those of the policy', () => {
    const page: Reference = { name: 'Page', type: 'URL', value: 'https://other.example/1' }
    const policy: FieldRules = { references: { urlHosts: ['shop.example'] } }

    expect(judged(template, request({ references: [order, page] }), { policy })).toEqual([
      'reference-host-not-allowed',
    ])
  })

  it('cannot be used where it requires a reference of a type that the policy forbids', () => {
    const policy: FieldRules = { references: { types: ['URL'] } }

    expect(judged(template, request(), { policy })).toEqual(['template-field-unknown Order'])
  })

  it.each<readonly [string, TaskTemplate['fields'][number], FieldRules]>([
    [
      'reference',
      { name: 'Order', type: 'TEXT' },
      { references: { byName: { Order: { type: 'STRING', isHidden: true } } } },
    ],
    ['description', { name: 'About', type: 'DESCRIPTION' }, { description: { isLocked: true } }],
    ['start', { name: 'Start', type: 'SCHEDULED_TIME' }, { schedule: { isLocked: true } }],
  ])('cannot be used where it requires a %s that the policy fixes to nothing', (_, field, policy) => {
    const required = templateOf([{ ...field, isRequired: true }])

    expect(judged(required, request(), { policy })).toEqual([`template-field-unknown ${field.name}`])
    expect(judged(templateOf([field]), request(), { policy })).toMatchObject({ Name: 'Call back' })
  })

  it('has the stricter form of both', () => {
    const policy: FieldRules = {
      references: {
        byName: {
          Order: { type: 'STRING', form: { type: 'options', options: ['1', '42', 'x'.repeat(600)] } },
        },
      },
    }
    const long = { ...order, value: 'x'.repeat(600) }

    expect(judged(template, filled, { policy })).toMatchObject({ Name: 'Call back' })
    expect(judged(template, request({ references: [{ ...order, value: '2' }] }), { policy })).toEqual([
      'reference-option-unknown',
    ])
    expect(judged(template, request({ references: [long] }), { policy })).toEqual([
      'reference-option-unknown',
    ])
  })

  it('has the value that the policy fixes, before its own', () => {
    const described = templateOf([
      { name: 'About', type: 'DESCRIPTION', default: 'theirs', isReadOnly: true },
    ])
    const policy: FieldRules = { description: { default: 'ours', isLocked: true } }

    expect(judged(described, request(), { policy })).toMatchObject({ Description: 'ours' })
  })
})

describe('the default of a date', () => {
  it.each([
    ['1790856000', '1790856000'],
    ['15', '15'],
    ['-86400', '-86400'],
    ['2026-10-01T14:00:00+02:00', '1790856000'],
    ['1790856000000', undefined],
    ['999999999999', undefined],
    ['2026-10-01', undefined],
  ])('that is written %j is sent as %j', (written, sent) => {
    const due = templateOf([{ name: 'Due', type: 'DATE_TIME', isInvisible: true, default: written }])

    expect(judged(due, request())).toEqual({
      Name: 'Call back',
      TaskTemplateId: 't',
      ...(sent === undefined ? {} : { References: { Due: { Type: 'DATE', Value: sent } } }),
    })
  })
})

const fixedTo = (value: { readonly default?: string }) =>
  templateOf([
    { name: 'About', type: 'DESCRIPTION', isReadOnly: true, ...value },
    { name: 'When', type: 'SCHEDULED_TIME', isReadOnly: true, ...value },
    { name: 'Order', type: 'TEXT', isInvisible: true, ...value },
  ])

describe('a field that the template fixes, and that the policy only presets', () => {
  const presets: FieldRules = {
    description: { default: 'ours' },
    schedule: { default: 'later' },
    references: { byName: { Order: { type: 'STRING', default: '7' } } },
  }
  it('has the value of the template', () => {
    expect(judged(fixedTo({ default: 'theirs' }), request(), { policy: presets })).toEqual({
      Name: 'Call back',
      TaskTemplateId: 't',
      Description: 'theirs',
      References: { Order: { Type: 'STRING', Value: 'theirs' } },
    })
  })

  it('stays empty where the template fixes nothing else', () => {
    expect(judged(fixedTo({}), request(), { policy: presets })).toEqual({
      Name: 'Call back',
      TaskTemplateId: 't',
    })
  })

  it('keeps the preset where the template lets the agent fill in the field', () => {
    const open = templateOf([{ name: 'About', type: 'DESCRIPTION', isReadOnly: true, isRequired: true }])
    const rules = mergeFieldRules(presets, templateRules(open))

    expect(draftUnder({ ...emptyDraft, description: 'ours' }, rules).description).toBe('ours')
    expect(rules.description?.default).toBe('ours')
  })
})

describe('names of fields', () => {
  it.each([' Order ', '__proto__', 'constructor', '1', 'a.b$'])('may be %j', (name) => {
    const template = templateOf([{ name, type: 'TEXT', isRequired: true }])
    const fieldRules = mergeFieldRules({}, templateRules(template))
    const circumstances = { now, scheduleHorizonDays: 6, timeZone: timeZoneOf('Europe/London'), fieldRules }
    const laid = draftUnder({ ...emptyDraft, name: 'n', destination: 'template:t' }, fieldRules)
    const references = laid.references.map((row) => ({ ...row, value: '42' }))
    const prepared = prepare({ ...laid, references }, circumstances)
    const check = prepared.ok ? checkTask(prepared.request, circumstances) : prepared

    expect(check.ok && Object.entries(check.task.References ?? {})).toEqual([
      [name, { Type: 'STRING', Value: '42' }],
    ])
  })

  it('may be those of the agent’s own references, whose values are kept', () => {
    const template = templateOf([{ name: 'Order', type: 'TEXT' }])
    const draft: TaskDraft = { ...emptyDraft, references: [{ name: 'Order', type: 'STRING', value: '42' }] }

    expect(draftUnder(draft, templateRules(template)).references).toEqual(draft.references)
  })
})
