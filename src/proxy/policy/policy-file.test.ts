import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { policyFileJsonSchema, readPolicyFile } from './policy-file.ts'

const deployment = { ceilingDays: 6, takesFiles: true, hashesNumbers: true }

const everyAgent = { name: 'Every agent' }

const full = {
  $schema: 'https://tasklink.example.com/policy.schema.json',
  groupsClaim: 'groups',
  policies: [
    {
      name: 'Team leads',
      for: { groups: ['leads'], securityProfiles: ['5ec0de01'] },
      flows: ['f-1'],
      quickConnects: [],
      scheduleHorizonDays: 3,
      fields: {
        name: { default: 'Escalation' },
        link: { types: ['related'] },
        references: { types: ['URL'], urlHosts: ['crm.example.com'] },
        attributes: { isLocked: true, byKey: { reason: { isRequired: true } } },
      },
    },
    everyAgent,
  ],
}

const mistakesIn = (file: unknown) => {
  const reading = readPolicyFile(JSON.stringify(file), deployment)
  return reading.ok ? [] : reading.mistakes
}

const inPolicy = (differs: object) =>
  mistakesIn({ groupsClaim: 'groups', policies: [{ ...everyAgent, ...differs }] })

describe('a policy file', () => {
  it('is read whole', () => {
    expect(readPolicyFile(JSON.stringify(full), deployment)).toEqual({ ok: true, file: full })
  })

  it('may begin with a byte order mark, as on Windows', () => {
    expect(readPolicyFile(`\uFEFF${JSON.stringify(full)}`, deployment)).toEqual({ ok: true, file: full })
  })

  it.each(['comma', 'space', 'json'])('may say that one text lists the groups: %s', (groupsFormat) => {
    const file = { ...full, groupsFormat }

    expect(readPolicyFile(JSON.stringify(file), deployment)).toEqual({ ok: true, file })
    expect(policyFileJsonSchema).toMatchObject({
      properties: { groupsFormat: { enum: ['comma', 'space', 'json'] } },
    })
  })

  it.each([
    [{ groupsClaim: 'groups', groupsFormat: 'semicolon' }, 'groupsFormat must be one of comma, space, json.'],
    [{ groupsFormat: 'comma' }, 'groupsFormat needs groupsClaim: the claim of the token that it describes.'],
    [
      { groupsClaim: '/realm~access/roles' },
      'groupsClaim begins with a slash, so it is a JSON Pointer: ~ must be followed by 0 (for a tilde) or 1 (for a slash).',
    ],
  ])('cannot say how groups are read with %j', (differs, mistake) => {
    expect(mistakesIn({ policies: [everyAgent], ...differs })).toEqual([mistake])
  })

  it('of the operators’ README is valid', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const [, example = ''] = /```json\n(\{\n {2}"\$schema"[\s\S]*?)```/.exec(readme) ?? []

    expect(readPolicyFile(example, deployment)).toMatchObject({ ok: true })
  })

  it('that is not JSON is refused with the place of the mistake', () => {
    const text = '{\n  "policies": [1 2]\n}'

    expect(readPolicyFile(text, deployment)).toEqual({
      ok: false,
      mistakes: [
        'It is not JSON (line 2, column 18, near "policies": [1 2]): a comma must be here, between two members.',
      ],
    })
  })

  it.each<[string, string, readonly string[]]>([
    ['nothing', '', ['it is empty']],
    ['a key', '-----BEGIN MARKED KEY-----', ['it does not begin with {']],
    ['a word without quotes', '{\n"name": marked}', ['(line 2, column 9, near "name": marked})']],
    ['text after it', '{} {}', ['(line 1, column 4, near {} {}): the file must end here']],
    ['an end that is missing', '{"policies":[', ['(line 1, column 14, near {"policies":[): a ] is missing']],
    ['a comment', '{\r\n  // ours\r\n}', ['(line 2, column 3, near // ours): JSON has no comments']],
    ['a comma at the end', '{"policies":[1,]}', ['(line 1, column 16, ']],
    [
      'mistakes in several lines',
      '{\n"a": TRUE,\n"b" 1,\n"c": "\\q"\n}',
      ['(line 2, column 6, ', '(line 3, column 5, near "b" 1,): a colon', '(line 4, column 6, '],
    ],
  ])('that has %s is refused with the place, in every version of Node', (_, text, parts) => {
    const reading = readPolicyFile(text, deployment)

    expect(reading).toEqual({ ok: false, mistakes: parts.map((part) => expect.stringContaining(part)) })
  })

  it('is not repeated if it is something else than JSON, and otherwise only a few characters of it', () => {
    const key = readPolicyFile('-----BEGIN MARKED KEY-----', deployment)
    const long = readPolicyFile(`{"a": "${'x'.repeat(10_000)}" 7 ${'y'.repeat(10_000)}`, deployment)

    expect(JSON.stringify(key)).not.toContain('MARKED')
    expect(long.ok ? [] : long.mistakes.map(({ length }) => length < 200)).toEqual([true])
  })

  it.each<[string, object, string]>([
    [
      'a `for` without agents',
      { for: {} },
      'policies[0].for names no agent: give groups or securityProfiles, or leave it out for every agent.',
    ],
    ['an empty list of groups', { for: { groups: [] } }, 'policies[0].for.groups must not be empty.'],
    ['an empty name', { name: '' }, 'policies[0].name must not be empty.'],
    [
      'a name like a tale',
      { name: 'x'.repeat(129) },
      'policies[0].name must not be longer than 128 characters.',
    ],
    ['no day', { scheduleHorizonDays: 0 }, 'policies[0].scheduleHorizonDays must be 1 at the least.'],
    [
      'a day too many',
      { scheduleHorizonDays: 91 },
      'policies[0].scheduleHorizonDays must be 90 at the most.',
    ],
    ['a member there is not', { flow: ['f'] }, 'policies[0] must not have the member flow.'],
    ['a flow that is a number', { flows: [7] }, 'policies[0].flows[0] must be a text.'],
    [
      'nowhere to send a task',
      { flows: [], quickConnects: [] },
      'policies[0] leaves no flow, no quick connect and no template, so no task could be created.',
    ],
    ['half a day', { scheduleHorizonDays: 0.5 }, 'policies[0].scheduleHorizonDays must be a whole number.'],
    [
      'more days than the deployment allows',
      { scheduleHorizonDays: 7 },
      'policies[0].scheduleHorizonDays is beyond the 6 days of SCHEDULE_HORIZON_DAYS, which a policy may only shorten.',
    ],
    [
      'an extension with its dot',
      { fields: { attachments: { extensions: ['.pdf'] } } },
      'policies[0].fields.attachments.extensions[0] must be the extension of a file in lower case and without its dot, such as pdf.',
    ],
    [
      'six files',
      { fields: { attachments: { mostFiles: 6 } } },
      'policies[0].fields.attachments.mostFiles must be 5 at the most.',
    ],
    [
      'a file for every task',
      { fields: { attachments: { default: 'invoice.pdf' } } },
      'policies[0].fields.attachments must not have the member default.',
    ],
    [
      'a file that is asked for and forbidden',
      { fields: { attachments: { isRequired: true, mostFiles: 0 } } },
      'policies[0].fields.attachments is needed and kept from the agent: give it a default, or do not lock or hide it.',
    ],
    [
      'a change of times where no task has one',
      { reschedule: true, fields: { schedule: { isLocked: true } } },
      'policies[0].reschedule allows another time for a task, but policies[0].fields.schedule lets no task have one. Leave out one of the two.',
    ],
    [
      'an illegal key',
      { fields: { attributes: { byKey: { 'a b': {} } } } },
      'policies[0].fields.attributes.byKey["a b"] must be what Amazon Connect takes (attribute-key-invalid).',
    ],
    [
      'a value that does not fit',
      { fields: { name: { default: 'x'.repeat(1_025) } } },
      'policies[0].fields.name.default must be what Amazon Connect takes (name-too-long).',
    ],
    [
      'a required field that cannot be filled in',
      { fields: { name: { isHidden: true } } },
      'policies[0].fields.name is needed and kept from the agent: give it a default, or do not lock or hide it.',
    ],
    [
      'an address where a host belongs',
      { fields: { references: { urlHosts: ['https://crm.example.com'] } } },
      'policies[0].fields.references.urlHosts[0] must be a host in lower case, without https://, port or path: shop.example.com, or *.example.com for all below it.',
    ],
    [
      'the ARN of a flow',
      { flows: ['arn:aws:connect:us-east-1:111122223333:instance/i/contact-flow/f'] },
      'policies[0].flows[0] is an ARN: give the id alone, which is its last part.',
    ],
    [
      'the ARN of a security profile',
      { for: { securityProfiles: ['arn:aws:connect:us-east-1:111122223333:instance/i/security-profile/p'] } },
      'policies[0].for.securityProfiles[0] is an ARN: give the id alone, which is its last part.',
    ],
    [
      'templates that are required and none',
      { requireTemplate: true, templates: [] },
      'policies[0].requireTemplate leaves nothing to choose, because templates is empty.',
    ],
    [
      'templates that are required beside quick connects, and not named',
      { requireTemplate: true, quickConnects: ['q'] },
      'policies[0].requireTemplate leaves nothing to choose, because a policy with flows or quickConnects allows only the templates that it names. List them in templates.',
    ],
    [
      'a preset flow where templates are required',
      { requireTemplate: true, fields: { destination: { default: { type: 'flow', flowId: 'f' } } } },
      'policies[0].fields.destination.default is not among the flows, quick connects or templates of its policy.',
    ],
    [
      'a form for a number',
      {
        fields: { references: { byName: { Amount: { type: 'NUMBER', form: { type: 'boolean' } } } } },
      },
      'policies[0].fields.references.byName.Amount.form is only for references of the type STRING: leave it out, or change the type.',
    ],
    [
      'an expiry beyond what Connect allows',
      { fields: { expiry: { default: 129_601 } } },
      'policies[0].fields.expiry.default must be what Amazon Connect takes (expiry-too-long).',
    ],
    [
      'a destination that it does not allow',
      { flows: ['f-1'], fields: { destination: { default: { type: 'flow', flowId: 'f-2' } } } },
      'policies[0].fields.destination.default is not among the flows, quick connects or templates of its policy.',
    ],
  ])('with %s is refused with the place and what to do', (_, differs, mistake) => {
    expect(inPolicy(differs)).toEqual([mistake])
  })

  it('reports every mistake at once', () => {
    expect(mistakesIn({ policies: [{ name: '' }, { name: 'B', flows: 'all' }], extra: 1 })).toHaveLength(4)
  })

  it('reports mistakes of members and mistakes between members together, with their paths', () => {
    const policies = [
      { name: 'Desk', flows: 'all', scheduleHorizonDays: 60, fields: { name: { isHidden: true }, link: 7 } },
      { name: 'Leads', for: { groups: [7] } },
      { name: 'Desk', for: { groups: ['desk'] }, quickConnects: [], flows: [] },
      'Everybody',
    ]

    expect(mistakesIn({ groupsFormat: 'comma', policies, extra: 1 })).toEqual([
      'policies[0].flows must be a list.',
      'policies[0].fields.link must be an object.',
      'policies[1].for.groups[0] must be a text.',
      'policies[3] must be an object.',
      'It must not have the member extra.',
      'policies[0].fields.name is needed and kept from the agent: give it a default, or do not lock or hide it.',
      'groupsFormat needs groupsClaim: the claim of the token that it describes.',
      'policies[0] is for every agent, so the policies after it are never used. Put it last, or say which agents it is for.',
      'policies[0].scheduleHorizonDays is beyond the 6 days of SCHEDULE_HORIZON_DAYS, which a policy may only shorten.',
      'policies[2].name is another policy’s. Give each its own.',
      'policies[2].for.groups needs groupsClaim: the claim of the token that holds an agent’s groups.',
      'policies[2] leaves no flow, no quick connect and no template, so no task could be created.',
    ])
  })

  it('has no mistake that only follows from another one', () => {
    const wrongMembers = { name: 'Leads', for: 'leads' }

    expect(mistakesIn({ groupsClaim: 7, policies: [wrongMembers, { name: 7 }, { name: '' }] })).toEqual([
      'groupsClaim must be a text.',
      'policies[0].for must be an object.',
      'policies[1].name must be a text.',
      'policies[2].name must not be empty.',
      'policies[1] is for every agent, so the policies after it are never used. Put it last, or say which agents it is for.',
    ])
    expect(
      inPolicy({ flows: [7], fields: { destination: { default: { type: 'flow', flowId: 'f-2' } } } }),
    ).toEqual(['policies[0].flows[0] must be a text.'])
  })

  it('has no policy after the one for every agent, and no name twice', () => {
    expect(mistakesIn({ policies: [everyAgent, everyAgent] })).toEqual([
      'policies[0] is for every agent, so the policies after it are never used. Put it last, or say which agents it is for.',
      'policies[1].name is another policy’s. Give each its own.',
    ])
  })

  it.each([
    { reschedule: false, fields: { schedule: { isLocked: true } } },
    { fields: { schedule: { isLocked: true } } },
    { reschedule: true, fields: { schedule: { isLocked: true, default: 'later' } } },
    { reschedule: true, fields: { schedule: { default: 'now' } } },
  ])('may say which schedules and changes of times it allows: %j', (differs) => {
    expect(inPolicy(differs)).toEqual([])
  })

  it('names the claim with the groups', () => {
    expect(mistakesIn({ policies: [{ name: 'Leads', for: { groups: ['leads'] } }] })).toEqual([
      'policies[0].for.groups needs groupsClaim: the claim of the token that holds an agent’s groups.',
    ])
  })

  it('has a JSON Schema for editors', () => {
    expect(policyFileJsonSchema).toMatchObject({
      type: 'object',
      additionalProperties: false,
      required: ['policies'],
      properties: {
        policies: { items: { properties: { fields: { properties: { attributes: expect.anything() } } } } },
      },
    })
  })
})
