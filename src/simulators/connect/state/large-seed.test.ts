import {
  paginateListContactFlows,
  paginateListQuickConnects,
  paginateSearchQuickConnects,
} from '@aws-sdk/client-connect'
import { afterAll, describe, expect, it } from 'vitest'
import { instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { sdkClient } from '../sdk-client.ts'
import { demoSeed } from './demo-seed.ts'
import { largeSeed } from './large-seed.ts'

const connect = await startConnectSimulator({ seed: largeSeed })
const client = sdkClient(connect)

afterAll(async () => {
  client.destroy()
  await connect.close()
})

async function sizes<Page>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly unknown[] | undefined,
) {
  const found: (number | undefined)[] = []
  for await (const page of pages) found.push(itemsOf(page)?.length)
  return found
}

const thousand = { client, pageSize: 1_000 }
// The SDK writes the next token into the input, so each list needs its own.
const input = () => ({ InstanceId: instanceId })

describe('the large instance', () => {
  it('has 1,100 flows on several pages, one of them empty', async () => {
    const pages = paginateListContactFlows(thousand, input())

    expect(await sizes(pages, (page) => page.ContactFlowSummaryList)).toEqual([367, 0, 367, 366])
  })

  it('has 100 quick connects on several pages, one of them empty', async () => {
    const listed = paginateListQuickConnects(thousand, input())
    const searched = paginateSearchQuickConnects({ client, pageSize: 100 }, input())

    expect(await sizes(listed, (page) => page.QuickConnectSummaryList)).toEqual([34, 0, 34, 32])
    expect(await sizes(searched, (page) => page.QuickConnects)).toEqual([34, 0, 34, 32])
  })

  it('can be listed within the documented rates', async () => {
    connect.rates = 'documented'
    const pages = paginateListContactFlows(thousand, input())

    expect(await sizes(pages, (page) => page.ContactFlowSummaryList)).toHaveLength(4)
    connect.rates = 'unlimited'
  })

  it('begins with all that the small one has', () => {
    expect(largeSeed).toMatchObject({
      users: expect.arrayContaining([...demoSeed.users]),
      flows: expect.arrayContaining([...demoSeed.flows]),
      quickConnects: expect.arrayContaining([...demoSeed.quickConnects]),
      templates: demoSeed.templates,
    })
  })

  it('has each id, each name of a flow and each name of a user once', () => {
    const { users, flows, quickConnects } = largeSeed
    const unique = [
      users.map(({ userId }) => userId),
      users.map(({ username }) => username),
      flows.map(({ flowId }) => flowId),
      flows.map(({ name }) => name),
      quickConnects.map(({ quickConnectId }) => quickConnectId),
      quickConnects.map(({ name }) => name),
    ]

    expect(unique.map((values) => new Set(values).size)).toEqual(unique.map(({ length }) => length))
  })

  it('has UUIDs for ids', () => {
    const ids = [
      ...largeSeed.users.map(({ userId }) => userId),
      ...largeSeed.flows.map(({ flowId }) => flowId),
      ...largeSeed.quickConnects.map(({ quickConnectId }) => quickConnectId),
      ...largeSeed.templates.map(({ templateId }) => templateId),
    ]
    const uuid = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/

    expect(ids.filter((id) => !uuid.test(id))).toEqual([])
  })

  it('has flows that no task may go to, and quick connects of each type', () => {
    const { flows, quickConnects } = largeSeed

    expect(new Set(flows.map(({ type }) => type)).size).toBeGreaterThan(5)
    expect(flows.filter(({ state }) => state === 'ARCHIVED').length).toBeGreaterThan(20)
    expect(flows.filter(({ status }) => status === 'SAVED').length).toBeGreaterThan(20)
    expect(flows.filter((flow) => isUsable(flow)).length).toBeGreaterThan(900)
    expect(new Set(quickConnects.map(({ type }) => type)).size).toBe(4)
  })
})

const isUsable = ({ type, state, status }: (typeof largeSeed.flows)[number]) =>
  type === 'CONTACT_FLOW' && state === 'ACTIVE' && status === 'PUBLISHED'
