import { afterAll, describe, expect, it } from 'vitest'
import {
  agentSecurityProfileId,
  demoFlows,
  demoQuickConnects,
} from '../../simulators/connect/state/demo-seed.ts'
import { region, instanceId } from '../../simulators/instance/instance.ts'
import { readRates } from '../connect/connect-rates.ts'
import { createConnect } from '../connect/connect.ts'
import { checkPolicyFile, groupsSummary } from './policy-check.ts'
import { startProxyScene } from '../harness/proxy-scene.ts'

const { connect: simulator, close } = await startProxyScene()
const connect = createConnect({
  region,
  instanceId,
  rates: readRates([]).rates,
  endpoint: simulator.url,
  credentials: simulator.credentials,
})

afterAll(close)

const [quickConnect] = Object.values(demoQuickConnects)

const usualPermissions = [
  '  undo of own tasks: until another agent has accepted them',
  '  change of the time of own tasks: yes',
  '  names of colleagues and their tasks: not shown',
  '  drafts in the browser: whole',
].join('\n')

describe('checking a policy against the instance', () => {
  it('shows the names behind ids, and how many agents a policy is for', async () => {
    const check = await checkPolicyFile(
      {
        groupsClaim: 'groups',
        policies: [
          {
            name: 'Agents',
            for: { groups: ['desk'], securityProfiles: [agentSecurityProfileId] },
            flows: [demoFlows.callbackRequests.flowId, demoFlows.refundApprovals.flowId],
            quickConnects: [],
          },
          { name: 'Others', quickConnects: [quickConnect?.quickConnectId ?? ''] },
        ],
      },
      connect,
    )

    expect(check.mistakes).toEqual([])
    expect(check.summaries).toEqual([
      'Agents: for the groups desk and 4 of 5 users by security profile\n' +
        '  flows: Callback requests, Refund approvals\n' +
        `  quick connects: none\n${usualPermissions}`,
      `Others: for every other agent\n  flows: all 4\n  quick connects: ${quickConnect?.name}\n${usualPermissions}`,
    ])
  })

  it('says that a first policy without `for` is for every agent', async () => {
    const { summaries } = await checkPolicyFile({ policies: [{ name: 'All' }] }, connect)

    expect(summaries).toEqual([
      `All: for every agent\n  flows: all 4\n  quick connects: all 4\n${usualPermissions}`,
    ])
  })

  it('says what agents may do with their own tasks, and what the browser keeps', async () => {
    const permissions = {
      undo: 'never',
      reschedule: false,
      showColleaguesTasks: true,
      keepInBrowser: 'nothing',
    } as const
    const { summaries } = await checkPolicyFile({ policies: [{ name: 'All', ...permissions }] }, connect)

    expect(summaries[0]?.split('\n').slice(3)).toEqual([
      '  undo of own tasks: no',
      '  change of the time of own tasks: no',
      '  names of colleagues and their tasks: shown',
      '  drafts in the browser: none',
    ])
  })

  it.each([
    [undefined, 'a list of texts, or one text'],
    ['comma', 'one text with commas between the groups'],
    ['space', 'one text with spaces between the groups'],
    ['json', 'one text that is a JSON list of texts'],
  ] as const)('says how groups are read with the format %s', (groupsFormat, words) => {
    const file = { groupsClaim: '/ext/groups', ...(groupsFormat ? { groupsFormat } : {}), policies: [] }

    expect(groupsSummary(file)).toEqual([
      `Groups come from the claim /ext/groups: ${words}. A token with another form is refused.`,
    ])
  })

  it.each([
    ['a flow that is not there', { flows: ['not-there'] }, 'policies[0].flows[0]'],
    ['a flow that is only saved', { flows: [demoFlows.saved.flowId] }, 'policies[0].flows[0]'],
    ['an archived flow', { flows: [demoFlows.archived.flowId] }, 'policies[0].flows[0]'],
    ['a flow of another type', { flows: [demoFlows.agentWhisper.flowId] }, 'policies[0].flows[0]'],
    ['a quick connect that is not there', { quickConnects: ['not-there'] }, 'policies[0].quickConnects[0]'],
    [
      'a security profile that no user has',
      { for: { securityProfiles: ['Agent'] } },
      'policies[0].for.securityProfiles[0]',
    ],
    [
      'a preset flow that is not there',
      { fields: { destination: { default: { type: 'flow', flowId: 'not-there' } } } } as const,
      'policies[0].fields.destination.default',
    ],
  ])('finds %s', async (_, differs, path) => {
    const { mistakes } = await checkPolicyFile({ policies: [{ name: 'Agents', ...differs }] }, connect)

    expect(mistakes).toEqual([expect.stringContaining(`${path} is `)])
  })
})
