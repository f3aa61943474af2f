import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { destinationsSchema, templateSchema } from '../../contract/reads/read-answers.ts'
import { destinationsPath, templatePath } from '../../contract/reads/reads.ts'
import type { Destinations } from '../../core/fields/destination-key.ts'
import { demoQuickConnects, demoFlows } from '../../simulators/connect/state/demo-seed.ts'
import { demoTemplates } from '../../simulators/connect/templates/demo-templates.ts'
import { ana } from '../../simulators/instance/instance.ts'
import { plainTask, problemOf } from '../harness/proxy-scene.ts'
import { minute, refusal, startTaskScene } from '../harness/task-scene.ts'

const scene = await startTaskScene()
const { connect, token, bensToken, proxy, startProxy, callsOf, passTime } = scene

afterAll(scene.close)
beforeEach(scene.reset)

const { refund, ownFollowUp, colleague, addressChange, warranty, faxOrder, identityCheck, signature } =
  demoTemplates
const { ben, billing } = demoQuickConnects

const to = (template: { readonly templateId: string }, more: object = {}) => ({
  ...plainTask,
  destination: { type: 'template', templateId: template.templateId, ...more },
})

const amount = { name: 'Amount', type: 'NUMBER', value: '12.5' }
const reason = { name: 'Reason', type: 'STRING', value: 'Damaged' }
const refundTask = { ...to(refund), references: [amount, reason] }

const create = (body: object, by = token) => proxy().post(body, by)

const codesOf = async (response: Response) => {
  const { code, issues = [] } = await problemOf(response)
  return [code, ...issues.map((issue) => `${issue.field} ${issue.code}`)]
}

const lists = async (by = token): Promise<Destinations> =>
  destinationsSchema.parse(await (await proxy().get(destinationsPath, by)).json())

const template = async (templateId: string) =>
  templateSchema.parse(await (await proxy().get(templatePath(templateId), token)).json())

const lastTask = (): unknown =>
  JSON.parse(connect.received.findLast(({ operation }) => operation === 'StartTaskContact')?.body ?? '')

describe('the list of destinations', () => {
  it('has the active templates by name, and says which quick connect leads to the agent', async () => {
    const { templates = [], quickConnects, unread } = await lists(bensToken)

    expect(unread).toBeUndefined()
    expect(templates).toHaveLength(Object.keys(demoTemplates).length - 1)
    expect(templates.map(({ templateId }) => templateId)).not.toContain(faxOrder.templateId)
    expect(templates[0]).toEqual({
      templateId: addressChange.templateId,
      name: 'Change of address',
      description: 'Moves the customer to a new address',
    })
    expect(quickConnects.filter(({ isSelf }) => isSelf).map(({ quickConnectId }) => quickConnectId)).toEqual([
      ben.quickConnectId,
    ])
  })

  it('has flows and quick connects also for a role that may not read templates', async () => {
    connect.failNext('ListTaskTemplates', refusal(403, 'AccessDeniedException'))
    connect.failNext('SearchQuickConnects', refusal(403, 'AccessDeniedException'))
    const { flows, quickConnects, templates, unread } = await lists()
    await lists(bensToken)

    expect(flows.length * quickConnects.length).toBeGreaterThan(0)
    expect(templates).toBeUndefined()
    expect(unread).toEqual(['templates', 'self'])
    expect(callsOf('ListTaskTemplates')).toBe(1)
    const warned = proxy()
      .logged()
      .match(/Allow the IAM action connect:\w+/g)
    expect(warned?.toSorted()).toEqual([
      'Allow the IAM action connect:ListTaskTemplates',
      'Allow the IAM action connect:SearchQuickConnects',
    ])
    passTime(minute)
    expect((await lists()).unread).toBeUndefined()
  })

  it('has only what the policy allows', async () => {
    startProxy({ templates: [refund.templateId], requireTemplate: true, quickConnects: [] })

    expect(await lists()).toEqual({
      flows: [],
      quickConnects: [],
      templates: [
        { templateId: refund.templateId, name: 'Refund request', description: 'Money back to a customer' },
      ],
      templatesRequired: true,
    })
    expect(await codesOf(await create(plainTask))).toEqual(['destination-gone'])
    expect(await codesOf(await create(to(ownFollowUp)))).toEqual(['destination-gone'])
  })

  it('has no template where a policy limits flows and names none', async () => {
    startProxy({ flows: [demoFlows.callbackRequests.flowId] })

    expect((await lists()).templates).toBeUndefined()
    expect(callsOf('ListTaskTemplates')).toBe(0)
    expect(await codesOf(await create(refundTask))).toEqual(['destination-gone'])
  })
})

describe('a template', () => {
  it('is read with its fields, their constraints and defaults', async () => {
    expect(await template(warranty.templateId)).toMatchObject({
      name: 'Warranty claim',
      hasFlow: true,
      canSelfAssign: false,
      fields: expect.arrayContaining([
        { name: 'Product', type: 'TEXT', isRequired: true },
        { name: 'Desk', type: 'EMAIL', isInvisible: true, default: 'warranty@example.com' },
        {
          name: 'Channel',
          type: 'SINGLE_SELECT',
          isReadOnly: true,
          default: 'Phone',
          options: ['Phone', 'Shop'],
        },
      ]),
    })
    expect(await template(colleague.templateId)).toMatchObject({ hasFlow: false })
    expect(await template(ownFollowUp.templateId)).toMatchObject({ canSelfAssign: true })
  })

  it('is read once for many callers, and again after 30 seconds', async () => {
    await Promise.all([1, 2, 3, 4, 5, 6].map(() => template(refund.templateId)))
    expect(callsOf('GetTaskTemplate')).toBe(1)
    passTime(30_001)
    await template(refund.templateId)
    expect(callsOf('GetTaskTemplate')).toBe(2)
  })

  it('has another revision after each change, and only then', async () => {
    const { revision } = await template(refund.templateId)
    passTime(minute)
    expect((await template(refund.templateId)).revision).toBe(revision)
    connect.changeTemplate(refund.templateId, { fields: refund.fields.slice(1) })
    passTime(minute)
    expect((await template(refund.templateId)).revision).not.toBe(revision)
  })

  it.each([
    ['that is not active', faxOrder.templateId],
    ['that does not exist', 'not-there'],
  ])('%s is not read from Connect', async (_, templateId) => {
    const response = await proxy().get(templatePath(templateId), token)

    expect(await codesOf(response)).toEqual(['destination-gone'])
    expect(callsOf('GetTaskTemplate')).toBe(0)
  })

  it('that was taken out of use lately is gone, and the list is read again', async () => {
    await lists()
    connect.changeTemplate(refund.templateId, { status: 'INACTIVE' })

    expect(await codesOf(await proxy().get(templatePath(refund.templateId), token))).toEqual([
      'destination-gone',
    ])
    expect((await lists()).templates?.map(({ name }) => name)).not.toContain('Refund request')
  })

  it('is not read without a token', async () => {
    expect((await proxy().get(templatePath(refund.templateId))).status).toBe(401)
  })
})

describe('a task from a template', () => {
  it('has the values of its fields', async () => {
    expect((await create(refundTask)).status).toBe(201)
    expect(lastTask()).toMatchObject({
      TaskTemplateId: refund.templateId,
      References: {
        Amount: { Type: 'NUMBER', Value: '12.5' },
        Reason: { Type: 'STRING', Value: 'Damaged' },
      },
    })
    expect(lastTask()).not.toHaveProperty('ContactFlowId')
    expect(lastTask()).not.toHaveProperty('QuickConnectId')
  })

  it('goes with a quick connect where the template has no flow', async () => {
    const question = { name: 'Question', type: 'STRING', value: 'May I?' }
    const task = to(colleague, { quickConnectId: billing.quickConnectId })

    expect((await create({ ...task, references: [question] })).status).toBe(201)
    expect(lastTask()).toMatchObject({
      TaskTemplateId: colleague.templateId,
      QuickConnectId: billing.quickConnectId,
    })
  })

  it('goes to its creator, whom the proxy has verified', async () => {
    const priority = { name: 'Priority', type: 'STRING', value: 'High' }
    const task = to(ownFollowUp, { isSelfAssigned: true })

    expect((await create({ ...task, references: [priority] })).status).toBe(201)
    expect(lastTask()).toMatchObject({
      TaskTemplateId: ownFollowUp.templateId,
      SegmentAttributes: {
        'connect:AssignmentType': { ValueString: 'SELF' },
        'connect:CreatedByUser': { ValueString: expect.stringContaining(ana.userId) },
      },
    })
  })

  it('has the values that the template fixes, even if the caller leaves them out', async () => {
    const product = { name: 'Product', type: 'STRING', value: 'Kettle' }

    expect((await create({ ...to(warranty), references: [product] })).status).toBe(201)
    expect(lastTask()).toMatchObject({
      References: { Level: { Value: '2' }, Desk: { Value: 'warranty@example.com' } },
      SegmentAttributes: {
        'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 20_160 } } },
      },
    })
  })

  it('may leave out a field of a type that does not exist yet', async () => {
    const document = { name: 'Document', type: 'STRING', value: 'Contract' }

    expect((await create({ ...to(signature), references: [document] })).status).toBe(201)
  })

  it.each([
    [
      'a quick connect beside the flow of the template',
      { ...refundTask, ...to(refund, { quickConnectId: billing.quickConnectId }) },
      ['destination template-has-flow'],
    ],
    [
      'no quick connect and no flow',
      { ...to(colleague), references: [{ name: 'Question', type: 'STRING', value: 'x' }] },
      ['destination template-needs-quick-connect'],
    ],
    [
      'a self-assignment that the template does not offer',
      { ...refundTask, ...to(refund, { isSelfAssigned: true }) },
      ['destination self-assign-not-offered'],
    ],
    [
      'a self-assignment and a quick connect',
      to(ownFollowUp, { isSelfAssigned: true, quickConnectId: ben.quickConnectId }),
      ['destination self-assign-with-quick-connect'],
    ],
    [
      'a required field missing, and an unknown one',
      { ...to(refund), references: [amount, { name: 'Colour', type: 'STRING', value: 'red' }] },
      ['references.1.name reference-not-allowed', 'references reference-required'],
    ],
    [
      'no option of the list',
      { ...refundTask, references: [amount, { ...reason, value: 'Lost' }] },
      ['references.1.value reference-option-unknown'],
    ],
    [
      'a field of another type',
      { ...refundTask, references: [{ ...amount, type: 'STRING' }, reason] },
      ['references.0.value field-locked'],
    ],
    [
      'another value than a read-only field has',
      {
        ...to(warranty),
        references: [
          { name: 'Product', type: 'STRING', value: 'Kettle' },
          { name: 'Level', type: 'NUMBER', value: '9' },
        ],
      },
      ['references.1.value field-locked'],
    ],
    [
      'another name than a read-only one',
      {
        ...to(addressChange),
        references: [
          { name: 'New address', type: 'STRING', value: 'x' },
          { name: 'Valid from', type: 'DATE', value: '2026-12-01T00:00:00Z' },
        ],
      },
      ['name field-locked'],
    ],
    ['a required field of an unknown type', to(identityCheck), ['destination template-field-unknown']],
  ])('is refused with %s, before Connect is asked', async (_, body, issues) => {
    expect(await codesOf(await create(body))).toEqual(['invalid', ...issues])
    expect(callsOf('StartTaskContact')).toBe(0)
  })

  it('is refused with a quick connect that the policy does not allow', async () => {
    startProxy({ templates: [colleague.templateId], quickConnects: [] })
    const question = { name: 'Question', type: 'STRING', value: 'May I?' }
    const task = to(colleague, { quickConnectId: billing.quickConnectId })

    expect(await codesOf(await create({ ...task, references: [question] }))).toEqual(['destination-gone'])
  })

  it('names the template in the log, and not the caller’s revision', async () => {
    await create({ ...refundTask, ...to(refund, { revision: 'marked-by-caller' }) })

    expect(proxy().logged()).toContain(refund.templateId)
    expect(proxy().logged()).not.toContain('marked-by-caller')
  })
})

/** A task as a panel sends it that has read the template. */
async function judgedUnder() {
  const { revision } = await template(refund.templateId)
  return { ...refundTask, ...to(refund, { revision }) }
}

describe('a template that has changed', () => {
  const approval = { name: 'Approval code', type: 'TEXT', isRequired: true } as const
  it('is reported together with what is wrong now', async () => {
    const task = await judgedUnder()
    connect.changeTemplate(refund.templateId, { fields: [...refund.fields, approval] })
    passTime(minute)

    expect(await codesOf(await create(task))).toEqual(['template-changed', 'references reference-required'])
  })

  it('does not matter to a task that still fits', async () => {
    const task = await judgedUnder()
    connect.changeTemplate(refund.templateId, { fields: refund.fields.slice(0, -1) })
    passTime(minute)

    expect((await create(task)).status).toBe(201)
  })

  it('within the last 30 seconds is found when Connect refuses the task', async () => {
    const task = await judgedUnder()
    connect.changeTemplate(refund.templateId, { fields: [...refund.fields, approval] })

    expect(await codesOf(await create(task))).toEqual(['template-changed'])
    expect(proxy().logged()).toContain('InvalidRequestException')
    expect(await codesOf(await create(task))).toEqual(['template-changed', 'references reference-required'])
  })

  it('is not blamed for another refusal of Connect', async () => {
    const task = await judgedUnder()
    connect.failNext('StartTaskContact', refusal(400, 'InvalidRequestException'))

    expect(await codesOf(await create(task))).toEqual(['invalid'])
  })

  it.each([
    ['seconds ago', 0],
    ['a minute ago', minute],
    ['before the list was read again', 10 * minute],
  ])('and is no longer active after %s is reported and left out of the list', async (_, passed) => {
    await lists()
    const task = await judgedUnder()
    connect.changeTemplate(refund.templateId, { status: 'INACTIVE' })
    passTime(passed)

    expect(await codesOf(await create(task))).toEqual(['template-changed'])
    expect((await lists()).templates?.map(({ name }) => name)).not.toContain('Refund request')
  })
})
