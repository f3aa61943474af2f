import { EventEmitter, once } from 'node:events'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { mePath } from '../../../contract/reads/reads.ts'
import { demoSeed } from '../../../simulators/connect/state/demo-seed.ts'
import { entityId } from '../../../simulators/instance/entity-id.ts'
import { agentArn, ana, instanceArn, instanceId, region } from '../../../simulators/instance/instance.ts'
import { createAgentDirectory, usersLimit } from './agent-directory.ts'
import { createConnect } from '../connect.ts'
import { searchUsers, type ConnectUser } from '../operations/search-users.ts'
import { readRates } from '../connect-rates.ts'
import { ProblemError } from '../../problem-error.ts'
import type { ProxyHarness } from '../../harness/proxy-harness.ts'
import { problemOf, startProxyScene } from '../../harness/proxy-scene.ts'

const startedAtMs = Date.now()
const { connect, identity, newProxy, close } = await startProxyScene(() => startedAtMs)
let proxy: ProxyHarness

beforeEach(() => {
  connect.reset()
  proxy = newProxy()
})

afterAll(close)

const exp = Math.floor(startedAtMs / 1_000) + 86_400
const claiming = (agent: string) => identity.tokenFor(ana, { exp, connect_username: agent })
const statusAs = async (agent: string) => (await proxy.get(mePath, await claiming(agent))).status

const [template = { ...ana, routingProfileId: '', securityProfileIds: [] }, ...others] = demoSeed.users
const manyUsers = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...template,
    userId: entityId('0a6f4f0e-53a2', index),
    username: `agent-${index}`,
  }))
const renamed = (username: string) => [{ ...template, username }, ...others]

const someUsers = (count: number): ConnectUser[] =>
  Array.from({ length: count }, (_, index) => ({
    userId: `id-${index}`,
    arn: `arn-${index}`,
    username: `agent-${index}`,
    name: 'Agent',
    securityProfileIds: [],
  }))

const searches = () => connect.received.filter(({ operation }) => operation === 'SearchUsers')

describe('the users of an instance', () => {
  it('are read in pages of 500, and the last of 1,200 is known', async () => {
    connect.changeInstance({ users: manyUsers(1_200) })

    expect(await statusAs('agent-1199')).toBe(200)
    expect(searches().map(({ body }): unknown => JSON.parse(body))).toEqual([
      expect.objectContaining({ MaxResults: 500 }),
      expect.objectContaining({ MaxResults: 500, NextToken: expect.any(String) }),
      expect.objectContaining({ MaxResults: 500, NextToken: expect.any(String) }),
    ])
    expect(await statusAs('agent-0')).toBe(200)
    expect(searches()).toHaveLength(3)
    expect(await proxy.metrics()).toContain('tasklink_list_size{list="users"} 1200')
  })

  it('are known by exact name, id or ARN', async () => {
    expect(await statusAs('ana')).toBe(200)
    expect(await statusAs(ana.userId)).toBe(200)
    expect(await statusAs(agentArn(ana))).toBe(200)
    for (const other of [
      'Ana',
      'an',
      'ana ',
      'anab',
      `${instanceArn}/agent/`,
      '*',
      '__proto__',
      'constructor',
    ]) {
      expect(await statusAs(other), other).toBe(403)
    }
  })
})

describe('a user who was renamed', () => {
  it('works under the new name as soon as the list is half a minute old', async () => {
    await statusAs('ana')
    connect.changeInstance({ users: renamed('ana.ruiz') })
    proxy.passTime(30_001)

    expect(await statusAs('ana.ruiz')).toBe(200)
    // The list was read again for the new name, so the old one is unknown.
    expect(await statusAs('ana')).toBe(403)
  })

  it('no longer works under the old name after five minutes', async () => {
    await statusAs('ana')
    connect.changeInstance({ users: renamed('ana.ruiz') })
    proxy.passTime(5 * 60_000)
    await statusAs('ana')
    proxy.passTime(1)

    expect(await statusAs('ana')).toBe(403)
  })

  it('stays the same user for a token with the id', async () => {
    await statusAs(ana.userId)
    connect.changeInstance({ users: renamed('ana.ruiz') })
    proxy.passTime(5 * 60_000 + 1)

    const response = await proxy.get(mePath, await claiming(ana.userId))

    expect(await response.json()).toMatchObject({ userId: ana.userId, username: 'ana.ruiz' })
  })
})

describe('a user who was deleted', () => {
  it('is unknown after five minutes, by name and by id', async () => {
    await Promise.all([statusAs('ana'), statusAs(ana.userId)])
    connect.changeInstance({ users: others })
    proxy.passTime(5 * 60_000 + 1)

    expect([await statusAs('ana'), await statusAs(ana.userId)]).toEqual([403, 403])
  })

  it('is not confused with the next user who gets the name', async () => {
    await statusAs('ana')
    const successor = { ...template, userId: entityId('0a6f4f0e-53a1', 77) }
    connect.changeInstance({ users: [successor, ...others] })
    proxy.passTime(5 * 60_000 + 1)

    const response = await proxy.get(mePath, await claiming('ana'))

    expect(await response.json()).toMatchObject({ userId: successor.userId })
  })
})

describe('a claim that no user has', () => {
  it('makes the proxy read the users once in half a minute, however often it comes', async () => {
    await statusAs('ana')
    proxy.passTime(30_001)
    for (let second = 0; second < 29; second += 1) {
      expect(await statusAs(`unknown-${second}`)).toBe(403)
      proxy.passTime(1_000)
    }

    expect(searches()).toHaveLength(2)
  })

  it('does not make known agents wait while the users are read for it', async () => {
    let nowMs = startedAtMs
    const stage = new EventEmitter()
    const readAgain = once(stage, 'read again')
    const directory = createAgentDirectory({
      async listUsers() {
        if (nowMs > startedAtMs) {
          stage.emit('read again')
          await once(stage, 'never')
        }
        return someUsers(1)
      },
      now: () => new Date(nowMs),
    })
    await directory.prepare()
    nowMs += 30_001
    void directory.find('unknown')
    await readAgain

    expect(await directory.find('agent-0')).toMatchObject({ userId: 'id-0' })
  })
})

describe('more users than a proxy keeps', () => {
  it('are not read beyond the limit', async () => {
    connect.changeInstance({ users: manyUsers(1_200) })
    const { call } = createConnect({
      region,
      instanceId,
      rates: readRates([]).rates,
      endpoint: connect.url,
      credentials: connect.credentials,
    })

    expect(await call(searchUsers, 700)).toHaveLength(700)
    expect(searches()).toHaveLength(2)
  })

  it('are known up to the limit, and the problem of the others says why', async () => {
    const directory = createAgentDirectory({
      listUsers: async (limit) => someUsers(limit),
      now: () => new Date(startedAtMs),
    })

    expect(await directory.find(`agent-${usersLimit - 1}`)).toMatchObject({ userId: `id-${usersLimit - 1}` })
    const refused: unknown = await directory.find(`agent-${usersLimit}`).catch((error: unknown) => error)
    expect(refused instanceof ProblemError && refused.facts).toMatchObject({
      code: 'unknown-agent',
      detail: expect.stringContaining('this Connect instance may have more'),
    })
  })
})

describe('an agent claim', () => {
  it('is refused as unknown, and is not repeated', async () => {
    const response = await proxy.get(mePath, await claiming('marked-name'))
    const text = await response.clone().text()

    expect(await problemOf(response)).toMatchObject({ status: 403, code: 'unknown-agent' })
    expect(`${text}${proxy.logged()}`).not.toContain('marked-name')
  })
})
