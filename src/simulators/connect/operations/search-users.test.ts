import { SearchUsersCommand, type UserSearchCriteria } from '@aws-sdk/client-connect'
import { afterAll, describe, expect, it } from 'vitest'
import { agentArn, ana, ben, instanceId } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { agentSecurityProfileId } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()
const client = sdkClient(connect)

const search = async (SearchCriteria: UserSearchCriteria) => {
  const { Users } = await client.send(new SearchUsersCommand({ InstanceId: instanceId, SearchCriteria }))
  return Users?.map(({ Username }) => Username)
}
const username = (ComparisonType: 'EXACT' | 'STARTS_WITH' | 'CONTAINS', Value: string) => ({
  StringCondition: { FieldName: 'Username', Value, ComparisonType },
})

afterAll(async () => {
  client.destroy()
  await connect.close()
})

describe('SearchUsers', () => {
  it('describes a user', async () => {
    const { Users, ApproximateTotalCount } = await client.send(
      new SearchUsersCommand({ InstanceId: instanceId, SearchCriteria: username('EXACT', 'ana') }),
    )
    expect(ApproximateTotalCount).toBe(1)
    expect(Users).toMatchObject([
      {
        Id: ana.userId,
        Arn: agentArn(ana),
        Username: 'ana',
        IdentityInfo: { FirstName: 'Ana', LastName: 'Ruiz' },
        SecurityProfileIds: [agentSecurityProfileId],
      },
    ])
  })

  it.each<[string, UserSearchCriteria, string[]]>([
    ['nothing', {}, ['ana', 'ben', 'anabel', 'susana', 'mira.kovac']],
    ['a user name in another case', username('EXACT', 'ANA'), ['ana']],
    ['the beginning of a user name', username('STARTS_WITH', 'ana'), ['ana', 'anabel']],
    ['a part of a user name', username('CONTAINS', 'ana'), ['ana', 'anabel', 'susana']],
    [
      'either of two conditions',
      { OrConditions: [username('EXACT', 'ana'), username('EXACT', 'ben')] },
      ['ana', 'ben'],
    ],
    [
      'two conditions together',
      {
        AndConditions: [
          username('STARTS_WITH', 'ana'),
          { StringCondition: { FieldName: 'LastName', Value: 'Stone', ComparisonType: 'EXACT' } },
        ],
      },
      ['anabel'],
    ],
    [
      'an id',
      { StringCondition: { FieldName: 'resourceId', Value: ben.userId, ComparisonType: 'EXACT' } },
      ['ben'],
    ],
  ])('finds by %s', async (_, criteria, found) => {
    expect(await search(criteria)).toEqual(found)
  })

  it('comes in pages', async () => {
    const first = await client.send(new SearchUsersCommand({ InstanceId: instanceId, MaxResults: 3 }))
    const second = await client.send(
      new SearchUsersCommand({ InstanceId: instanceId, MaxResults: 3, NextToken: first.NextToken }),
    )
    expect([first.Users?.length, second.Users?.length, second.NextToken]).toEqual([3, 2, undefined])
    expect(first.ApproximateTotalCount).toBe(5)
  })

  it.each<[string, UserSearchCriteria]>([
    ['an unknown field', { StringCondition: { FieldName: 'Email', Value: 'x', ComparisonType: 'EXACT' } }],
    ['no comparison', { StringCondition: { FieldName: 'Username', Value: 'x' } }],
    ['no value', { StringCondition: { FieldName: 'Username', ComparisonType: 'EXACT' } }],
    ['a condition that is not simulated', { HierarchyGroupCondition: { Value: 'x' } }],
  ])('refuses %s', async (_, criteria) => {
    expect(await refusalOf(search(criteria))).toMatchObject({ status: 400 })
  })

  it('refuses a filter by tags, which is not simulated', async () => {
    const SearchFilter = { TagFilter: { TagCondition: { TagKey: 'team' } } }
    const refusal = await refusalOf(
      client.send(new SearchUsersCommand({ InstanceId: instanceId, SearchFilter })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidRequestException', status: 400 })
  })

  it('refuses a page of 501', async () => {
    const refusal = await refusalOf(
      client.send(new SearchUsersCommand({ InstanceId: instanceId, MaxResults: 501 })),
    )
    expect(refusal).toMatchObject({ name: 'InvalidParameterException', status: 400 })
  })
})
