import {
  DescribeContactCommand,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { agentArn, ana, instanceArn, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'
import { demoFlows, demoQuickConnects } from '../state/demo-seed.ts'
import { demoTemplates } from '../templates/demo-templates.ts'
import type { TaskTemplate } from '../templates/task-template.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

type Input = Partial<StartTaskContactCommandInput>

const start = (input: Input) =>
  client.send(new StartTaskContactCommand({ InstanceId: instanceId, Name: 'Call back', ...input }))

/** A template with the name alone. */
const template = (differs: Partial<TaskTemplate> = {}): TaskTemplate => ({
  templateId: 'template',
  name: 'Template',
  status: 'ACTIVE',
  fields: [{ name: 'Task name', type: 'NAME', isRequired: true }],
  version: 1,
  createdAt: 0,
  modifiedAt: 0,
  ...differs,
})

const withFlow = { flowId: demoFlows.callbackRequests.flowId }
const TaskTemplateId = 'template'
const { ben, headOffice } = demoQuickConnects
const QuickConnectId = ben.quickConnectId

const creator = { 'connect:CreatedByUser': { ValueString: agentArn(ana) } }
const self = { ...creator, 'connect:AssignmentType': { ValueString: 'SELF' } }
const ofOneself = template({
  ...withFlow,
  selfAssignFlowId: demoFlows.complaintFollowUp.flowId,
  fields: [{ name: 'Assign to me', type: 'SELF_ASSIGN' }],
})

const asText = (Value: string): Input => ({ References: { Note: { Type: 'STRING', Value } } })

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('the flow source of a task from a template', () => {
  it.each<[string, TaskTemplate, Input]>([
    ['is the flow of the template', template(withFlow), { TaskTemplateId }],
    ['is a quick connect if the template has no flow', template(), { TaskTemplateId, QuickConnectId }],
  ])('%s', async (_, used, input) => {
    connect.changeInstance({ templates: [used] })

    await expect(start(input)).resolves.toHaveProperty('ContactId')
  })

  it.each<[string, TaskTemplate, Input]>([
    ['a template with a flow and a quick connect', template(withFlow), { TaskTemplateId, QuickConnectId }],
    ['a template without a flow alone', template(), { TaskTemplateId }],
    ['a template and a flow', template(), { TaskTemplateId, ContactFlowId: withFlow.flowId }],
    [
      'a template, a flow and a quick connect',
      template(),
      { TaskTemplateId, QuickConnectId, ContactFlowId: 'f' },
    ],
    [
      'a template and a quick connect with a phone number',
      template(),
      { TaskTemplateId, QuickConnectId: headOffice.quickConnectId },
    ],
    ['an inactive template', template({ ...withFlow, status: 'INACTIVE' }), { TaskTemplateId }],
    ['a template with an archived flow', template({ flowId: demoFlows.archived.flowId }), { TaskTemplateId }],
  ])('is not %s', async (_, used, input) => {
    connect.changeInstance({ templates: [used] })

    expect(await refusalOf(start(input))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
    expect(connect.tasks).toEqual([])
  })

  it.each<[string, TaskTemplate, Input]>([
    ['an unknown template', template(withFlow), { TaskTemplateId: 'unknown' }],
    ['a template with a deleted flow', template({ flowId: 'deleted' }), { TaskTemplateId }],
    ['an unknown quick connect', template(), { TaskTemplateId, QuickConnectId: 'unknown' }],
  ])('must exist: %s', async (_, used, input) => {
    connect.changeInstance({ templates: [used] })

    expect(await refusalOf(start(input))).toMatchObject({ name: 'ResourceNotFoundException', status: 404 })
  })
})

describe('a task that an agent assigns to themselves', () => {
  beforeEach(() => connect.changeInstance({ templates: [ofOneself] }))

  it('is described with its assignment', async () => {
    const { ContactId } = await start({ TaskTemplateId, SegmentAttributes: self })
    const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }))

    expect(Contact?.SegmentAttributes).toEqual(self)
  })

  it.each<[string, Partial<TaskTemplate>, Input]>([
    ['a template', {}, { ContactFlowId: withFlow.flowId, SegmentAttributes: self }],
    [
      'the agent who creates it',
      {},
      { TaskTemplateId, SegmentAttributes: { 'connect:AssignmentType': { ValueString: 'SELF' } } },
    ],
    ['no quick connect', {}, { TaskTemplateId, QuickConnectId, SegmentAttributes: self }],
    [
      'a flow for it',
      { selfAssignFlowId: demoFlows.saved.flowId },
      { TaskTemplateId, SegmentAttributes: self },
    ],
    ['a field for it', { fields: [] }, { TaskTemplateId, SegmentAttributes: self }],
  ])('needs %s', async (_, differs, input) => {
    connect.changeInstance({ templates: [{ ...ofOneself, ...differs }] })

    expect(await refusalOf(start(input))).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('needs a template with a flow for it', async () => {
    const { selfAssignFlowId: _, ...without } = ofOneself
    connect.changeInstance({ templates: [without] })

    expect(await refusalOf(start({ TaskTemplateId, SegmentAttributes: self }))).toMatchObject({ status: 400 })
  })

  it.each([
    ['another value', { ValueString: 'OTHER' }],
    ['another kind of value', { ValueInteger: 1 }],
  ])('is not %s', async (_, value) => {
    const SegmentAttributes = { ...creator, 'connect:AssignmentType': value }

    expect(await refusalOf(start({ TaskTemplateId, SegmentAttributes }))).toMatchObject({
      name: 'InvalidParameterException',
      status: 400,
    })
  })
})

describe('a field of a template', () => {
  const field = { name: 'Note', type: 'TEXT' }

  it.each<[string, Input]>([
    ['of another type', { References: { Note: { Type: 'NUMBER', Value: '1' } } }],
    ['that has another case in its name', { References: { note: { Type: 'STRING', Value: 'x' } } }],
    ['of spaces alone', asText('  ')],
  ])('is not given by a reference %s', async (_, input) => {
    connect.changeInstance({
      templates: [template({ ...withFlow, fields: [{ ...field, isRequired: true }] })],
    })

    expect(await refusalOf(start({ TaskTemplateId, ...input }))).toMatchObject({ status: 400 })
  })

  it('may have a name that JavaScript’s objects have already', async () => {
    const names = ['__proto__', 'constructor', 'toString']
    const fields = names.map((name) => ({ name, type: 'TEXT', isRequired: true as const }))
    connect.changeInstance({ templates: [template({ ...withFlow, fields })] })
    const References = Object.fromEntries(
      names.map((name) => [name, { Type: 'STRING' as const, Value: 'x' }]),
    )

    expect(await refusalOf(start({ TaskTemplateId }))).toMatchObject({ status: 400 })
    await expect(start({ TaskTemplateId, References })).resolves.toHaveProperty('ContactId')
  })

  it('is not the only reference that a task may have', async () => {
    connect.changeInstance({ templates: [template(withFlow)] })

    await expect(start({ TaskTemplateId, ...asText('x') })).resolves.toHaveProperty('ContactId')
  })
})

it('a task from a template is described with it, and with its expiry', async () => {
  const { complaint } = demoTemplates
  const expiry = { 'connect:ContactExpiry': { ValueMap: { ExpiryDuration: { ValueInteger: 2_880 } } } }
  const { ContactId } = await start({
    TaskTemplateId: complaint.templateId,
    Description: 'The parcel was open',
    References: {
      Severity: { Type: 'STRING', Value: '2' },
      'Wants an answer': { Type: 'STRING', Value: 'true' },
    },
    SegmentAttributes: { ...creator, ...expiry },
  })
  connect.changeTemplate(complaint.templateId, { name: 'Renamed' })
  const { Contact } = await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }))

  expect(Contact).toMatchObject({
    TaskTemplateInfo: {
      Arn: `${instanceArn}/task-template/${complaint.templateId}`,
      Name: 'Complaint',
    },
    SegmentAttributes: { ...creator, ...expiry },
  })
})
