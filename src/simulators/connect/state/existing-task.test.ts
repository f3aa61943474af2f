import {
  DescribeContactCommand,
  GetCurrentUserDataCommand,
  ListAssociatedContactsCommand,
  StartTaskContactCommand,
  type StartTaskContactCommandInput,
  StopContactCommand,
  UpdateContactScheduleCommand,
} from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ben, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from './demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const nine = Date.UTC(2026, 10, 20, 9)
const minute = 60_000
const day = 24 * 60 * minute
let now = nine
const connect = await startConnectSimulator({ now: () => now })
const client = sdkClient(connect)

async function start(input: Partial<StartTaskContactCommandInput> = {}): Promise<string> {
  const { flowId } = demoFlows.callbackRequests
  const task = { InstanceId: instanceId, Name: 'Call back', ContactFlowId: flowId, ...input }
  const { ContactId = '' } = await client.send(new StartTaskContactCommand(task))
  return ContactId
}
const at = (milliseconds: number) => new Date(nine + milliseconds)
const stop = (ContactId: string) => client.send(new StopContactCommand({ InstanceId: instanceId, ContactId }))
const move = (ContactId: string, ScheduledTime: Date) =>
  client.send(new UpdateContactScheduleCommand({ InstanceId: instanceId, ContactId, ScheduledTime }))
const described = async (ContactId: string) =>
  (await client.send(new DescribeContactCommand({ InstanceId: instanceId, ContactId }))).Contact

beforeEach(() => {
  connect.reset()
  now = nine
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('StopContact', () => {
  it('ends a task in any state, once', async () => {
    const scheduled = await start({ ScheduledTime: at(day) })
    const waiting = await start()
    now += minute
    await stop(scheduled)
    await stop(waiting)

    expect(await described(scheduled)).toMatchObject({ DisconnectTimestamp: at(minute) })
    expect(await described(waiting)).toMatchObject({ DisconnectTimestamp: at(minute) })
    expect(await refusalOf(stop(waiting))).toMatchObject({ name: 'ContactNotFoundException', status: 410 })
  })

  it('takes an accepted task from its agent', async () => {
    const task = await start()
    connect.acceptTask(task, ben.userId)
    await stop(task)
    const filter = { InstanceId: instanceId, Filters: { Agents: [ben.userId] } }
    const { UserDataList } = await client.send(new GetCurrentUserDataCommand(filter))

    expect(UserDataList?.flatMap(({ Contacts = [] }) => Contacts)).toEqual([])
  })

  it('does not know a contact that does not exist', async () => {
    expect(await refusalOf(stop('unknown'))).toMatchObject({ status: 404 })
  })
})

describe('UpdateContactSchedule', () => {
  it('moves the start of a scheduled task 20 times', async () => {
    const task = await start({ ScheduledTime: at(day) })
    for (let change = 1; change <= 20; change += 1) await move(task, at(day + change * minute))

    expect(await described(task)).toMatchObject({ ScheduledTimestamp: at(day + 20 * minute) })
    expect(await refusalOf(move(task, at(day)))).toMatchObject({
      name: 'LimitExceededException',
      status: 429,
    })
  })

  it('refuses a task that has started, has ended or was never scheduled', async () => {
    const started = await start({ ScheduledTime: at(minute) })
    const ended = await start({ ScheduledTime: at(day) })
    const unscheduled = await start()
    await stop(ended)
    now += minute

    for (const task of [started, ended, unscheduled]) {
      expect(await refusalOf(move(task, at(day)))).toMatchObject({
        name: 'InvalidRequestException',
        status: 400,
      })
    }
  })

  it.each([
    ['in the past', at(-minute)],
    ['beyond six days', at(6 * day + minute)],
  ])('refuses a time %s', async (_, time) => {
    const task = await start({ ScheduledTime: at(day) })

    expect(await refusalOf(move(task, time))).toMatchObject({ status: 400 })
  })

  it('counts the expiry from the creation of the task', async () => {
    const task = await start({ ScheduledTime: at(5 * day) })
    now += 2 * day

    expect(await refusalOf(move(task, at(7 * day)))).toMatchObject({ name: 'InvalidRequestException' })
    await move(task, at(7 * day - minute))
  })
})

describe('a task as time passes', () => {
  it('can be accepted once it has started, by one agent', async () => {
    const task = await start({ ScheduledTime: at(minute) })
    expect(() => connect.acceptTask(task, ben.userId)).toThrow('has not started')
    now += minute
    connect.acceptTask(task, ben.userId)

    expect(await described(task)).toMatchObject({ AgentInfo: { Id: ben.userId } })
    expect(() => connect.acceptTask(task, ben.userId)).toThrow('an agent has accepted it')
  })

  it('ends when it expires', async () => {
    const task = await start()
    now += 7 * day

    expect(await described(task)).toMatchObject({ DisconnectTimestamp: at(7 * day) })
    expect(await refusalOf(stop(task))).toMatchObject({ status: 410 })
  })

  it('is unknown for as long as a test wants', async () => {
    connect.tasksKnownAfterMs = 2_000
    const task = await start()
    const list = new ListAssociatedContactsCommand({ InstanceId: instanceId, ContactId: task })

    expect(await refusalOf(described(task))).toMatchObject({ status: 404 })
    expect(await refusalOf(stop(task))).toMatchObject({ status: 404 })
    expect(await refusalOf(client.send(list))).toMatchObject({ status: 404 })
    now += 2_000
    await expect(described(task)).resolves.toMatchObject({ Id: task })
  })
})
