import { expect, it } from 'vitest'
import { parseEnvironment } from '../environment/node-environment.ts'
import { startSummary } from './start-summary.ts'

const summaryOf = (
  differs: Readonly<Record<string, string>>,
  policyFile?: Parameters<typeof startSummary>[1],
) => {
  const reading = parseEnvironment({
    CONNECT_INSTANCE_ARN: 'arn:aws:connect:eu-central-1:111122223333:instance/abc-123',
    CONNECT_CCP_URL: 'https://example.my.connect.aws/ccp-v2?marked',
    OIDC_ISSUER: 'https://login.example.com/',
    OIDC_AUDIENCE: 'tasklink',
    OIDC_CLIENT_ID: 'panel',
    AGENT_CLAIM: 'connect_username',
    ...differs,
  })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  return startSummary(reading.configuration, policyFile, { tasklink: '1.2.3', node: 'v20.19.0' })
}

it('the proxy says at its start how it understood its configuration, without secrets and the account', () => {
  const summary = summaryOf(
    {
      OIDC_ISSUER: 'https://login.example.com/?marked',
      CONNECT_LOGIN_URL: 'https://sso.example.com/app/marked',
      CONNECT_RATES: 'StartTaskContact=1/3',
      REDIS_URL: 'rediss://marked:marked@redis.example.com',
      ALLOWED_ORIGINS: 'https://crm.example.com',
      NUMBER_HASH_SECRET: 'marked'.repeat(12),
      ATTACHMENTS_BUCKET: 'uploads',
      SEAL_SECRET: 'marked'.repeat(10),
      SEAL_SECRET_PREVIOUS: 'marked'.repeat(11),
      AWS_ENDPOINT_URL_S3: 'https://s3.example.com/marked',
    },
    {
      groupsClaim: 'groups',
      policies: [
        { name: 'Refund desk', for: { groups: ['refunds'] }, messages: { displayName: 'marked' } },
        { name: 'Everybody else' },
      ],
    },
  )

  expect(summary).toMatchObject({
    versions: { tasklink: '1.2.3', node: 'v20.19.0' },
    instanceId: 'abc-123',
    region: 'eu-central-1',
    ccpHost: 'example.my.connect.aws',
    loginHost: 'sso.example.com',
    issuer: 'https://login.example.com/',
    audience: 'tasklink',
    clientId: 'panel',
    scopes: 'openid profile',
    agentClaim: 'connect_username',
    policy: {
      groupsClaim: 'groups',
      policies: [
        { name: 'Refund desk', for: { groups: ['refunds'] }, messages: true },
        { name: 'Everybody else', for: 'every agent' },
      ],
    },
    rates: { StartTaskContact: '1/3', DescribeContact: '10/15' },
    ratesSharedBy: 'Redis',
    allowedOrigins: ['https://crm.example.com'],
    frameAncestors: ["'self'"],
    scheduleHorizonDays: 6,
    attachments: { bucket: 'uploads', storeHost: 's3.example.com', secretsAccepted: 2 },
  })
  expect(JSON.stringify(summary)).not.toMatch(/marked|111122223333/)
})

it('the proxy says at its start that everything is allowed without a policy file', () => {
  expect(summaryOf({})).toMatchObject({
    policy: 'everything is allowed to every agent, because POLICY_FILE is not set',
    ratesSharedBy: 'no other proxy',
    attachments: 'no files, because ATTACHMENTS_BUCKET is not set',
  })
})
