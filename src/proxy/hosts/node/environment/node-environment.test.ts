import { describe, expect, it } from 'vitest'
import { parsedDuring } from '../../../harness/parsed-texts-harness.ts'
import { parseEnvironment } from './node-environment.ts'

const complete = {
  CONNECT_INSTANCE_ARN: 'arn:aws:connect:eu-central-1:111122223333:instance/abc-123',
  CONNECT_CCP_URL: 'https://example.my.connect.aws/ccp-v2',
  OIDC_ISSUER: 'https://login.example.com/',
  OIDC_AUDIENCE: 'tasklink',
  OIDC_CLIENT_ID: 'panel',
  AGENT_CLAIM: 'connect_username',
}

describe('parseEnvironment()', () => {
  it('requires six variables and has defaults for the rest', () => {
    expect(parseEnvironment(complete)).toEqual({
      ok: true,
      configuration: {
        app: {
          basePath: '',
          instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/abc-123',
          instanceId: 'abc-123',
          accountId: '111122223333',
          region: 'eu-central-1',
          ccpUrl: 'https://example.my.connect.aws/ccp-v2',
          issuer: 'https://login.example.com/',
          audience: 'tasklink',
          clientId: 'panel',
          scope: 'openid profile',
          agentClaim: 'connect_username',
          allowedOrigins: [],
          frameAncestors: ["'self'"],
          scheduleHorizonDays: 6,
          connectRates: {
            StartTaskContact: { perSecond: 2, burst: 5 },
            StopContact: { perSecond: 10, burst: 15 },
            UpdateContactSchedule: { perSecond: 2, burst: 5 },
            DescribeContact: { perSecond: 10, burst: 15 },
            ListAssociatedContacts: { perSecond: 2, burst: 5 },
            ListContactReferences: { perSecond: 2, burst: 5 },
            DescribeAttachedFilesConfiguration: { perSecond: 2, burst: 5 },
            GetCurrentUserData: { perSecond: 2, burst: 5 },
            ListContactFlows: { perSecond: 2, burst: 5 },
            ListQuickConnects: { perSecond: 2, burst: 5 },
            SearchQuickConnects: { perSecond: 2, burst: 5 },
            ListTaskTemplates: { perSecond: 2, burst: 5 },
            GetTaskTemplate: { perSecond: 2, burst: 5 },
            SearchUsers: { perSecond: 2, burst: 5 },
            StartOutboundChatContact: { perSecond: 2, burst: 5 },
            ListPhoneNumbersV2: { perSecond: 2, burst: 5 },
          },
        },
        node: { host: '127.0.0.1', port: 8_080, logLevel: 'info' },
      },
    })
  })

  it('reads lists and numbers, and treats an empty variable as absent', () => {
    const reading = parseEnvironment({
      ...complete,
      ALLOWED_ORIGINS: 'https://crm.example.com, http://localhost:5173',
      FRAME_ANCESTORS: 'https://*.example.com',
      SCHEDULE_HORIZON_DAYS: '90',
      PORT: '',
      AWS_REGION: 'eu-central-1',
    })

    expect(reading).toMatchObject({
      ok: true,
      configuration: {
        app: {
          allowedOrigins: ['https://crm.example.com', 'http://localhost:5173'],
          frameAncestors: ["'self'", 'https://*.example.com'],
          scheduleHorizonDays: 90,
        },
        node: { port: 8_080 },
      },
    })
  })

  it('reads the secret for numbers, and refuses one that could be guessed without repeating it', () => {
    const secret = 'marked'.repeat(6)

    expect(parseEnvironment({ ...complete, NUMBER_HASH_SECRET: ` ${secret}\n` })).toMatchObject({
      configuration: { app: { numberHashSecret: secret } },
    })
    expect(parseEnvironment({ ...complete, NUMBER_HASH_SECRET: 'marked' })).toEqual({
      ok: false,
      mistakes: [
        'NUMBER_HASH_SECRET must have 32 to 1000 characters that cannot be guessed, such as those that openssl rand -base64 32 writes.',
      ],
    })
  })

  it('reads this deployment’s share of the rates by operation, and leaves the others as documented', () => {
    const reading = parseEnvironment({
      ...complete,
      CONNECT_RATES: 'StartTaskContact=0.5/2, DescribeContact=100/150',
    })

    expect(reading).toMatchObject({
      ok: true,
      configuration: {
        app: {
          connectRates: {
            StartTaskContact: { perSecond: 0.5, burst: 2 },
            DescribeContact: { perSecond: 100, burst: 150 },
            SearchUsers: { perSecond: 2, burst: 5 },
          },
        },
      },
    })
  })

  it('reports every mistake in the rates, and repeats only names of operations', () => {
    const reading = parseEnvironment({
      ...complete,
      CONNECT_RATES:
        'StartTaskContact=2, AKIASECRET=1/1, SearchUsers=0/5, DescribeContact=10/0, ListContactFlows=1/1, ListContactFlows=2/2, GetCurrentUserData=-1/5',
    })

    const mistakes = reading.ok ? [] : reading.mistakes
    expect(mistakes).toEqual([
      expect.stringMatching(/^CONNECT_RATES must list operations like .*entry 1/),
      expect.stringMatching(/^CONNECT_RATES names in entry 2 no operation/),
      expect.stringMatching(/^CONNECT_RATES must give SearchUsers more than 0/),
      expect.stringMatching(/^CONNECT_RATES must give DescribeContact .* 1 or more at once/),
      expect.stringMatching(/^CONNECT_RATES names ListContactFlows more than once/),
      expect.stringMatching(/^CONNECT_RATES must list operations like .*entry 7/),
    ])
    expect(mistakes.join('\n')).not.toContain('AKIASECRET')
  })

  it('reports every mistake of the app and of the host at once, by name and without the value', () => {
    const secret = 'AKIA-SECRET'
    const reading = parseEnvironment({
      CONNECT_INSTANCE_ARN: secret,
      CONNECT_CCP_URL: 'http://example.my.connect.aws/ccp-v2',
      CONNECT_LOGIN_URL: 'javascript:alert(1)',
      OIDC_SCOPES: 'profile',
      OIDC_ISSUER: secret,
      OIDC_CLIENT_ID: ' ',
      ALLOWED_ORIGINS: 'https://crm.example.com/path null',
      FRAME_ANCESTORS: "'none'; script-src *",
      PORT: '80a',
      METRICS_PORT: '0',
      SCHEDULE_HORIZON_DAYS: '91',
      CONNECT_RATES: 'fast',
      REDIS_URL: `https://:${secret}@localhost`,
      LOG_LEVEL: 'loud',
    })

    const mistakes = reading.ok ? [] : reading.mistakes
    expect(mistakes.map((mistake) => mistake.split(' ')[0])).toEqual([
      'CONNECT_INSTANCE_ARN',
      'CONNECT_CCP_URL',
      'CONNECT_LOGIN_URL',
      'OIDC_ISSUER',
      'OIDC_AUDIENCE',
      'OIDC_CLIENT_ID',
      'OIDC_SCOPES',
      'AGENT_CLAIM',
      'ALLOWED_ORIGINS',
      'ALLOWED_ORIGINS',
      'FRAME_ANCESTORS',
      'FRAME_ANCESTORS',
      'FRAME_ANCESTORS',
      'SCHEDULE_HORIZON_DAYS',
      'CONNECT_RATES',
      'PORT',
      'METRICS_PORT',
      'REDIS_URL',
      'LOG_LEVEL',
    ])
    expect(mistakes.join('\n')).not.toContain(secret)
  })

  it.each([
    ['redis://localhost', { host: 'localhost', port: 6_379, isEncrypted: false, database: 0 }],
    [
      'redis://:p%40ss@[::1]:7000/',
      { host: '::1', port: 7_000, isEncrypted: false, database: 0, password: 'p@ss' },
    ],
    [
      'rediss://proxy:secret@redis.example.com/3',
      {
        host: 'redis.example.com',
        port: 6_379,
        isEncrypted: true,
        database: 3,
        username: 'proxy',
        password: 'secret',
      },
    ],
  ])('reads the address of the Redis that proxies share: %s', (REDIS_URL, redis) => {
    expect(parseEnvironment({ ...complete, REDIS_URL })).toMatchObject({
      ok: true,
      configuration: { node: { redis } },
    })
  })

  it.each([
    'localhost:6379',
    'http://marked@localhost',
    'redis://',
    'redis://:marked%zz@localhost',
    'redis://:mar#ked@localhost',
    'redis://localhost/marked',
    'redis://localhost?password=marked',
    `redis://:${'marked'.repeat(400)}@localhost`,
  ])('refuses a wrong address of a Redis, and does not repeat it: %s', (REDIS_URL) => {
    const reading = parseEnvironment({ ...complete, REDIS_URL })

    const mistakes = reading.ok ? [] : reading.mistakes
    expect(mistakes).toEqual([expect.stringMatching(/^REDIS_URL must be an address like rediss:/)])
    expect(mistakes.join()).not.toContain('marked')
  })

  it.each([
    'CONNECT_CCP_URL',
    'CONNECT_LOGIN_URL',
    'OIDC_ISSUER',
    'ALLOWED_ORIGINS',
    'FRAME_ANCESTORS',
    'REDIS_URL',
  ])('does not parse an address of any length in %s', async (name) => {
    const address = `https://${'漢'.repeat(100_000)}.example`
    const { addresses } = await parsedDuring(() => parseEnvironment({ ...complete, [name]: address }))

    expect(parseEnvironment({ ...complete, [name]: address })).toMatchObject({
      ok: false,
      mistakes: [expect.stringContaining(name)],
    })
    expect(addresses).not.toContain(address)
  })

  it('serves metrics only on a separate port', () => {
    expect(parseEnvironment({ ...complete, METRICS_PORT: '9464' })).toMatchObject({
      ok: true,
      configuration: { node: { metricsPort: 9_464 } },
    })
    expect(parseEnvironment({ ...complete, METRICS_PORT: '8080' })).toMatchObject({
      ok: false,
      mistakes: [expect.stringMatching(/^METRICS_PORT must be another port/)],
    })
  })

  it('refuses an AWS_REGION that is not the region of the instance', () => {
    const reading = parseEnvironment({ ...complete, AWS_REGION: 'us-east-1' })

    expect(reading).toMatchObject({ ok: false, mistakes: [expect.stringMatching(/^AWS_REGION differs/)] })
  })
})

const mistakesWithAgentClaim = (AGENT_CLAIM: string) => {
  const reading = parseEnvironment({ ...complete, AGENT_CLAIM })
  return reading.ok ? [] : reading.mistakes
}

it('refuses an AGENT_CLAIM that is a wrong JSON Pointer, and takes a URL or a right one', () => {
  expect(mistakesWithAgentClaim('/ext~user')).toEqual([
    'AGENT_CLAIM begins with a slash, so it is a JSON Pointer: ~ must be followed by 0 (for a tilde) or 1 (for a slash).',
  ])
  expect(mistakesWithAgentClaim('/ext/connect~1user')).toEqual([])
  expect(mistakesWithAgentClaim('https://example.com/~user')).toEqual([])
})

const mistakesWith = (differs: Readonly<Record<string, string>>) => {
  const reading = parseEnvironment({ ...complete, ...differs })
  return reading.ok ? [] : reading.mistakes
}

describe('a list of origins', () => {
  it.each([
    ['crm.example.com', 'has no scheme: begin it with https://'],
    ['https://crm.example.com/', 'ends with a slash: remove it'],
    ['https://crm.example.com/desk', 'has a path: end it after the host, or its port'],
    ['http://crm.example.com', 'begins with http://, which is only for localhost: write https://'],
    ['"https://crm.example.com"', 'is in quotation marks: remove them'],
    ['https://user:marked@crm.example.com', 'has a user name or password: remove it'],
    ['https://crm.example.com:443', 'without the port 443'],
    ['https://CRM.example.com', 'in lower case'],
    ['ftp://crm.example.com', 'has another scheme than https://'],
    ['https://:8443', 'is no address'],
    ['null', 'is null'],
  ])('says which entry is wrong and why, and does not repeat it: %s', (entry, why) => {
    const [allowed, ancestors, ...more] = mistakesWith({
      ALLOWED_ORIGINS: `https://desk.example.org, ${entry}`,
      FRAME_ANCESTORS: `https://*.example.org 'self' ${entry}`,
    })

    expect(allowed).toMatch(/^ALLOWED_ORIGINS must list origins, such as https:/)
    expect(allowed).toContain(`; entry 2 `)
    expect(allowed).toContain(why)
    expect(ancestors).toMatch(/^FRAME_ANCESTORS must list origins or hosts, such as https:/)
    expect(ancestors).toContain(`; entry 3 `)
    expect(ancestors).toContain(why)
    expect(`${allowed}${ancestors}`).not.toContain('marked')
    expect(more).toEqual([])
  })

  it('may have a wildcard only for pages that frame the panel, and only below a domain', () => {
    const mistakes = mistakesWith({
      ALLOWED_ORIGINS: 'https://*.example.com *',
      FRAME_ANCESTORS: "https://*.com 'none'",
    })

    expect(mistakes).toEqual([
      expect.stringContaining('entry 1 has a *, which is no name of a host'),
      expect.stringContaining('entry 2 would be every origin'),
      expect.stringContaining('entry 1 has a * in another place'),
      expect.stringContaining("entry 2 is 'none'"),
    ])
  })

  it('with many wrong entries does not hide the other mistakes', () => {
    const mistakes = mistakesWith({ ALLOWED_ORIGINS: 'x '.repeat(1_000), PORT: 'x' })

    expect(mistakes).toHaveLength(12)
    expect(mistakes[10]).toMatch(/ 990 more entries are wrong\.$/)
  })
})

it.each([
  ['localhost:6379', 'it begins with neither rediss:// nor redis://'],
  ['redis://', 'its host is missing'],
  ['redis://:mar%zz@localhost', 'write a % in the password as %25'],
  ['redis://:mar#ked@localhost', 'its host or port cannot be read'],
  ['redis://:marked@localhost#x', 'write a # in the password as %23'],
  ['redis://localhost?password=marked', 'write a ? in the password as %3F'],
  ['redis://localhost/marked', 'must be / and the number of the database'],
])('says what is wrong with the address of a Redis: %s', (REDIS_URL, why) => {
  expect(mistakesWith({ REDIS_URL })).toEqual([expect.stringContaining(why)])
})
