import {
  GetTaskTemplateCommand,
  ListTaskTemplatesCommand,
  type ListTaskTemplatesCommandInput,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceArn, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'
import { demoTemplates } from '../templates/demo-templates.ts'
import { type TaskTemplate, templateFieldTypes } from '../templates/task-template.ts'

const now = Date.UTC(2026, 10, 20, 9)
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

const list = (input: Partial<ListTaskTemplatesCommandInput> = {}) =>
  client.send(new ListTaskTemplatesCommand({ InstanceId: instanceId, ...input }))
const get = (TaskTemplateId: string, SnapshotVersion?: string) =>
  client.send(new GetTaskTemplateCommand({ InstanceId: instanceId, TaskTemplateId, SnapshotVersion }))

const { refund, addressChange, faxOrder, claim, signature } = demoTemplates

describe('ListTaskTemplates', () => {
  it('lists twelve templates, and its next token is always null', async () => {
    const { TaskTemplates = [], NextToken } = await list()

    expect(TaskTemplates).toHaveLength(12)
    expect(TaskTemplates[0]).toEqual({
      Id: refund.templateId,
      Arn: `${instanceArn}/task-template/${refund.templateId}`,
      Name: 'Refund request',
      Description: 'Money back to a customer',
      Status: 'ACTIVE',
      LastModifiedTime: new Date(refund.modifiedAt),
      CreatedTime: new Date(refund.createdAt),
    })
    // Connect answers null, and the SDK passes it on.
    expect(NextToken ?? null).toBeNull()
  })

  it.each<[string, Partial<ListTaskTemplatesCommandInput>, number]>([
    ['active ones', { Status: 'ACTIVE' }, 11],
    ['inactive ones', { Status: 'INACTIVE' }, 1],
    ['one by name', { Name: 'Fax order' }, 1],
    ['none of a name in another status', { Name: 'Fax order', Status: 'ACTIVE' }, 0],
    ['as many as asked for', { MaxResults: 5 }, 5],
  ])('lists %s', async (_, input, count) => {
    expect((await list(input)).TaskTemplates).toHaveLength(count)
  })

  it.each<[string, Partial<ListTaskTemplatesCommandInput>, number]>([
    ['a page of 0', { MaxResults: 0 }, 400],
    ['a page of 101', { MaxResults: 101 }, 400],
    ['a next token', { NextToken: 'page-2' }, 400],
    ['another instance', { InstanceId: 'another' }, 404],
  ])('refuses %s', async (_, input, status) => {
    expect(await refusalOf(list(input))).toMatchObject({ status })
  })
})

describe('GetTaskTemplate', () => {
  it('has the fields, their constraints and their defaults', async () => {
    const template = await get(addressChange.templateId)

    expect(template).toMatchObject({
      Name: 'Change of address',
      Status: 'ACTIVE',
      ContactFlowId: demoFlows.documentChase.flowId,
      Constraints: {
        RequiredFields: [
          { Id: { Name: 'Task name' } },
          { Id: { Name: 'New address' } },
          { Id: { Name: 'Valid from' } },
        ],
        ReadOnlyFields: [{ Id: { Name: 'Task name' } }, { Id: { Name: 'Process' } }],
        InvisibleFields: [{ Id: { Name: 'Cost centre' } }],
      },
      Defaults: {
        DefaultFieldValues: [
          { Id: { Name: 'Task name' }, DefaultValue: 'Change the customer’s address' },
          { Id: { Name: 'Process' }, DefaultValue: 'ADDR-7' },
          { Id: { Name: 'Cost centre' }, DefaultValue: 'CC-4410' },
        ],
      },
    })
    expect(template.Fields?.[1]).toEqual({
      Id: { Name: 'New address' },
      Description: 'As on an envelope',
      Type: 'TEXT_AREA',
    })
  })

  it('has the options of a list', async () => {
    const { Fields = [] } = await get(refund.templateId)

    expect(Fields.find(({ Id }) => Id?.Name === 'Reason')?.SingleSelectOptions).toEqual([
      'Damaged',
      'Too late',
      'Not as described',
      'Changed mind',
    ])
  })

  it('returns an unknown type unchanged', async () => {
    const { Fields = [] } = await get(signature.templateId)

    expect(Fields.map(({ Type }) => Type)).toContain('SIGNATURE')
  })

  it('has 50 custom fields beside the name', async () => {
    expect((await get(claim.templateId)).Fields).toHaveLength(51)
  })

  it('answers for an inactive template too', async () => {
    expect((await get(faxOrder.templateId)).Status).toBe('INACTIVE')
  })

  it('answers with 404 for an unknown template', async () => {
    expect(await refusalOf(get('unknown'))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })
})

it.each([
  ['ListTaskTemplates', () => list()],
  ['GetTaskTemplate', () => get(refund.templateId)],
])('%s is throttled after a burst of five', async (_, send) => {
  connect.rates = 'documented'
  const calls = await Promise.allSettled(Array.from({ length: 6 }, send))

  expect(calls.filter(({ status }) => status === 'rejected')).toHaveLength(1)
})

describe('a changed template', () => {
  it('has a new version, and the earlier version can still be read', async () => {
    connect.changeTemplate(refund.templateId, { name: 'Refund', fields: [] })

    expect(await get(refund.templateId)).toMatchObject({
      Name: 'Refund',
      Fields: [],
      LastModifiedTime: new Date(now),
    })
    expect((await get(refund.templateId, '1')).Name).toBe('Refund request')
    expect((await get(refund.templateId, '2')).Name).toBe('Refund')
    expect(await refusalOf(get(refund.templateId, '3'))).toMatchObject({ status: 404 })
  })

  it('is as before after a reset', async () => {
    connect.changeTemplate(refund.templateId, { status: 'INACTIVE' })
    connect.reset()

    expect((await get(refund.templateId)).Status).toBe('ACTIVE')
  })
})

/** As an administrator, in a terminal. */
const put = (templateId: string, change: string) =>
  fetch(`${connect.url}/simulator/templates/${templateId}`, {
    method: 'PUT',
    body: JSON.stringify({ change }),
  })

describe('a control call', () => {
  it('takes a template out of use and back', async () => {
    await put(refund.templateId, 'deactivate')
    expect((await get(refund.templateId)).Status).toBe('INACTIVE')

    await put(refund.templateId, 'activate')
    expect((await get(refund.templateId)).Status).toBe('ACTIVE')
  })

  it('lists the templates with their status', async () => {
    const answer: unknown = await (await fetch(`${connect.url}/simulator/templates`)).json()
    const { templateId } = faxOrder

    expect(answer).toMatchObject({
      templates: expect.arrayContaining([{ templateId, name: 'Fax order', status: 'INACTIVE' }]),
    })
  })

  it('publishes a template without its last field and with a required one', async () => {
    await put(refund.templateId, 'republish')
    const { Fields = [], Constraints } = await get(refund.templateId)

    expect(Fields.map(({ Id }) => Id?.Name)).toEqual([
      'Task name',
      'Notes',
      'Amount',
      'Reason',
      'Order page',
      'Approval code',
    ])
    expect(Constraints?.RequiredFields).toContainEqual({ Id: { Name: 'Approval code' } })
  })

  it.each([
    ['unknown', 'deactivate', 404],
    [refund.templateId, 'delete', 400],
  ])('to %s to %s is answered with %i', async (templateId, change, status) => {
    expect((await put(templateId, change)).status).toBe(status)
  })
})

describe('the twelve templates', () => {
  const templates = Object.values<TaskTemplate>(demoTemplates)
  const fields = templates.flatMap((template) => template.fields)

  it('have every type of field, and an unknown type', () => {
    const types = new Set(fields.map(({ type }) => type))

    expect(templateFieldTypes.filter((type) => !types.has(type))).toEqual([])
    expect(types.size).toBeGreaterThan(templateFieldTypes.length)
  })

  it('have every constraint and defaults for them', () => {
    expect(fields.some(({ isReadOnly, default: value }) => isReadOnly && value !== undefined)).toBe(true)
    expect(fields.some(({ isInvisible, default: value }) => isInvisible && value !== undefined)).toBe(true)
    expect(fields.some(({ isRequired, default: value }) => isRequired && value === undefined)).toBe(true)
  })

  it('keep to Connect’s limits', () => {
    const names = templates.map((template) => template.fields.map(({ name }) => name))

    expect(templates.every(({ name }) => name.length <= 100)).toBe(true)
    expect(names.flat().every((name) => name.length >= 1 && name.length <= 100)).toBe(true)
    expect(names.every((ofOne) => new Set(ofOne).size === ofOne.length)).toBe(true)
    expect(
      templates.every((template) =>
        template.fields.some(({ type, isRequired }) => type === 'NAME' && isRequired),
      ),
    ).toBe(true)
  })
})
