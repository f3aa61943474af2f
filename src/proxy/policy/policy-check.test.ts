import { afterAll, describe, expect, it } from 'vitest'
import {
  agentSecurityProfileId,
  demoFlows,
  demoQuickConnects,
} from '../../simulators/connect/state/demo-seed.ts'
import { demoTemplates } from '../../simulators/connect/templates/demo-templates.ts'
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
  '  messages: none',
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
        `  quick connects: none\n  templates: none\n${usualPermissions}`,
      `Others: for every other agent\n  flows: all 4\n  quick connects: ${quickConnect?.name}\n  templates: none\n${usualPermissions}`,
    ])
  })

  it('says that a first policy without `for` is for every agent', async () => {
    const { summaries } = await checkPolicyFile({ policies: [{ name: 'All' }] }, connect)

    expect(summaries).toEqual([
      `All: for every agent\n  flows: all 4\n  quick connects: all 4\n  templates: all\n${usualPermissions}`,
    ])
  })

  it('shows the names of templates, and that nothing else is offered', async () => {
    const { refund } = demoTemplates
    const { summaries, mistakes } = await checkPolicyFile(
      { policies: [{ name: 'All', templates: [refund.templateId], requireTemplate: true }] },
      connect,
    )

    expect(mistakes).toEqual([])
    expect(summaries[0]).toContain('  templates: Refund request, and nothing else\n')
  })

  it('says that templates are required where none is active', async () => {
    simulator.changeInstance({ templates: [] })
    const { mistakes } = await checkPolicyFile(
      { policies: [{ name: 'All', requireTemplate: true }] },
      connect,
    )
    simulator.reset()

    expect(mistakes).toEqual([
      'policies[0].requireTemplate leaves nothing to choose: no task template of this instance is active.',
    ])
  })

  it('does not read templates for a policy that says nothing about them', async () => {
    simulator.reset()
    await checkPolicyFile({ policies: [{ name: 'All' }] }, connect)

    expect(simulator.received.map(({ operation }) => operation)).not.toContain('ListTaskTemplates')
  })

  it('says what agents may do with their own tasks, and what the browser keeps', async () => {
    const permissions = {
      undo: 'never',
      reschedule: false,
      showColleaguesTasks: true,
      keepInBrowser: 'nothing',
    } as const
    const { summaries } = await checkPolicyFile({ policies: [{ name: 'All', ...permissions }] }, connect)

    expect(summaries[0]?.split('\n').slice(4)).toEqual([
      '  undo of own tasks: no',
      '  change of the time of own tasks: no',
      '  names of colleagues and their tasks: shown',
      '  drafts in the browser: none',
      '  messages: none',
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
    ['a template that is not there', { templates: ['not-there'] }, 'policies[0].templates[0]'],
    [
      'a template that is not active',
      { templates: [demoTemplates.faxOrder.templateId] },
      'policies[0].templates[0]',
    ],
    [
      'a preset template that is not there',
      { fields: { destination: { default: { type: 'template', templateId: 'not-there' } } } } as const,
      'policies[0].fields.destination.default',
    ],
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
