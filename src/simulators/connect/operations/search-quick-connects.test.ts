import { SearchQuickConnectsCommand, type SearchQuickConnectsCommandInput } from '@aws-sdk/client-connect'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { ana, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows, demoQuickConnects } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

beforeEach(() => connect.reset())

afterAll(async () => {
  client.destroy()
  await connect.close()
})

const search = (input: Partial<SearchQuickConnectsCommandInput> = {}) =>
  client.send(new SearchQuickConnectsCommand({ InstanceId: instanceId, ...input }))

const byName = (ComparisonType: 'STARTS_WITH' | 'CONTAINS', Value: string) => ({
  StringCondition: { FieldName: 'name', ComparisonType, Value },
})

const namesFor = async (
  FieldName: string,
  ComparisonType: 'EXACT' | 'STARTS_WITH' | 'CONTAINS',
  Value: string,
) => {
  const { QuickConnects = [] } = await search({
    SearchCriteria: { StringCondition: { FieldName, ComparisonType, Value } },
  })
  return QuickConnects.map(({ Name }) => Name)
}

describe('SearchQuickConnects', () => {
  it('tells who or what each quick connect leads to', async () => {
    const { QuickConnects = [], ApproximateTotalCount } = await search()
    const { queueId } = demoQuickConnects.billing
    const leadsTo = new Map(QuickConnects.map(({ Name, QuickConnectConfig }) => [Name, QuickConnectConfig]))

    expect(ApproximateTotalCount).toBe(6)
    expect(leadsTo.get('Ana Ruiz')).toEqual({
      QuickConnectType: 'USER',
      UserConfig: { UserId: ana.userId, ContactFlowId: demoFlows.agentTransfer.flowId },
    })
    expect(leadsTo.get('Billing')).toEqual({
      QuickConnectType: 'QUEUE',
      QueueConfig: { QueueId: queueId, ContactFlowId: demoFlows.queueTransfer.flowId },
    })
    expect(leadsTo.get('Head office')).toEqual({
      QuickConnectType: 'PHONE_NUMBER',
      PhoneConfig: { PhoneNumber: '+12065550199' },
    })
    expect(leadsTo.get('Survey')).toMatchObject({ QuickConnectType: 'FLOW', FlowConfig: {} })
  })

  it.each([
    ['name', 'EXACT', 'billing', ['Billing']],
    ['name', 'EXACT', 'bill', []],
    ['name', 'STARTS_WITH', 'b', ['Ben Okafor', 'Billing', 'Back office']],
    ['name', 'CONTAINS', 'office', ['Back office', 'Head office']],
    ['description', 'CONTAINS', 'invoices', ['Billing']],
    ['resourceID', 'EXACT', demoQuickConnects.survey.quickConnectId, ['Survey']],
  ] as const)('finds by %s %s %s', async (field, comparison, value, names) => {
    expect(await namesFor(field, comparison, value)).toEqual(names)
  })

  it('combines conditions with AND and OR', async () => {
    const either = await search({
      SearchCriteria: { OrConditions: [byName('CONTAINS', 'ana'), byName('CONTAINS', 'survey')] },
    })
    const both = await search({
      SearchCriteria: { AndConditions: [byName('STARTS_WITH', 'b'), byName('CONTAINS', 'office')] },
    })

    expect(either.QuickConnects?.map(({ Name }) => Name)).toEqual(['Ana Ruiz', 'Survey'])
    expect(both.QuickConnects?.map(({ Name }) => Name)).toEqual(['Back office'])
  })

  it('takes a filter by tags, which none of them has', async () => {
    const tagged = await search({
      SearchFilter: { TagFilter: { TagCondition: { TagKey: 'team', TagValue: 'billing' } } },
    })
    const either = await search({
      SearchFilter: { TagFilter: { OrConditions: [[{ TagKey: 'team' }], [{ TagKey: 'site' }]] } },
    })

    expect([tagged.QuickConnects, either.QuickConnects]).toEqual([[], []])
  })

  it('is cut in pages', async () => {
    const first = await search({ MaxResults: 4 })
    const second = await search({ MaxResults: 4, NextToken: first.NextToken })

    expect([first.QuickConnects?.length, second.QuickConnects?.length]).toEqual([4, 2])
    expect(second.NextToken).toBeUndefined()
  })

  it.each<[string, Partial<SearchQuickConnectsCommandInput>]>([
    ['a page of 0', { MaxResults: 0 }],
    ['a page of 101', { MaxResults: 101 }],
    ['a token of its own making', { NextToken: 'page-2' }],
    ['a field that cannot be searched', criteria('type', 'EXACT')],
    ['a search without a comparison', criteria('name', undefined)],
  ])('refuses %s', async (_, input) => {
    expect(await refusalOf(search(input))).toMatchObject({ status: 400 })
  })

  it('refuses another instance', async () => {
    expect(await refusalOf(search({ InstanceId: 'another' }))).toMatchObject({ status: 404 })
  })

  it('is throttled after a burst of five', async () => {
    connect.rates = 'documented'
    const calls = await Promise.allSettled(Array.from({ length: 6 }, () => search()))

    expect(calls.filter(({ status }) => status === 'rejected')).toHaveLength(1)
  })
})

function criteria(
  FieldName: string,
  ComparisonType: 'EXACT' | undefined,
): Partial<SearchQuickConnectsCommandInput> {
  return { SearchCriteria: { StringCondition: { FieldName, ComparisonType, Value: 'x' } } }
}
