import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { parseEnvironment } from '../environment/node-environment.ts'
import { deploymentOf, readWithPolicy } from './start-reading.ts'

const complete = {
  CONNECT_INSTANCE_ARN: 'arn:aws:connect:eu-central-1:111122223333:instance/abc-123',
  CONNECT_CCP_URL: 'https://example.my.connect.aws/ccp-v2',
  OIDC_ISSUER: 'https://login.example.com/',
  OIDC_AUDIENCE: 'tasklink',
  OIDC_CLIENT_ID: 'panel',
  AGENT_CLAIM: 'connect_username',
}

const folder = mkdtempSync(join(tmpdir(), 'tasklink-policy-'))
afterAll(() => rmSync(folder, { recursive: true }))

const policyFile = (content: unknown) => {
  const path = join(folder, 'policy.json')
  writeFileSync(path, JSON.stringify(content))
  return path
}

const readStart = (differs: Readonly<Record<string, string>>) => {
  const environment = { ...complete, ...differs }
  return readWithPolicy(environment, parseEnvironment(environment), ({ app }) => deploymentOf(app))
}

const mistakesWith = (differs: Readonly<Record<string, string>>) => {
  const reading = readStart(differs)
  return reading.ok ? [] : reading.mistakes
}

describe('what the proxy reads at its start', () => {
  it('reports a missing policy file beside a wrong ARN', () => {
    expect(mistakesWith({ CONNECT_INSTANCE_ARN: 'abc-123', POLICY_FILE: join(folder, 'none.json') })).toEqual(
      [
        expect.stringMatching(/^CONNECT_INSTANCE_ARN must be an instance ARN, such as arn:aws:connect:/),
        expect.stringMatching(
          /^POLICY_FILE names a file that does not exist\. Write the whole path, .*\(ENOENT\)\.$/,
        ),
      ],
    )
  })

  it('says that a policy file is a folder, which Docker makes of a missing one', () => {
    expect(mistakesWith({ POLICY_FILE: folder })).toEqual([
      expect.stringMatching(/^POLICY_FILE names a file that is a folder\. .*Docker.*\(EISDIR\)\.$/),
    ])
  })

  it('reports mistakes in the policy beside a wrong limit of the deployment, which they do not depend on', () => {
    const path = policyFile({ policies: [{ name: '', scheduleHorizonDays: 60 }] })

    expect(mistakesWith({ SCHEDULE_HORIZON_DAYS: 'six', POLICY_FILE: path })).toEqual([
      expect.stringMatching(/^SCHEDULE_HORIZON_DAYS must be a whole number/),
      'POLICY_FILE: policies[0].name must not be empty.',
    ])
  })

  it('reports a policy that asks for files where there is no bucket', () => {
    const path = policyFile({ policies: [{ name: 'All', fields: { attachments: { isRequired: true } } }] })

    expect(mistakesWith({ POLICY_FILE: path })).toEqual([
      'POLICY_FILE: policies[0].fields.attachments.isRequired asks for a file, but the proxy has no bucket for files. Set ATTACHMENTS_BUCKET, or leave it out.',
    ])
    const bucket = { ATTACHMENTS_BUCKET: 'tasklink-files', SEAL_SECRET: 'x'.repeat(40) }
    expect(mistakesWith({ POLICY_FILE: path, ...bucket })).toEqual([])
  })

  it('reports a policy with messages where there is no secret for numbers', () => {
    const path = policyFile({ policies: [{ name: 'All', messages: {} }] })

    expect(mistakesWith({ POLICY_FILE: path })).toEqual([
      expect.stringMatching(/^POLICY_FILE: policies\[0\]\.messages needs NUMBER_HASH_SECRET/),
    ])
    expect(mistakesWith({ POLICY_FILE: path, NUMBER_HASH_SECRET: 'x'.repeat(40) })).toEqual([])
  })

  it('stops at a misspelt POLICY_FILE, because everything would be allowed without the policy', () => {
    expect(mistakesWith({ POLICY_FLE: 'policy.json' })).toEqual([
      'POLICY_FLE is not a variable of the proxy and has no effect. Write POLICY_FILE, or remove it.',
    ])
  })

  it('names a misspelt variable beside the required one that is missing', () => {
    expect(mistakesWith({ OIDC_ISSUER: '', OIDC_ISUER: 'https://login.example.com/' })).toEqual([
      expect.stringMatching(/^OIDC_ISSUER is missing/),
      expect.stringMatching(/^OIDC_ISUER is not a variable of the proxy/),
    ])
  })

  it('warns of another misspelt optional variable', () => {
    expect(readStart({ ALLOWED_ORIGIN: 'https://crm.example.com' })).toMatchObject({
      ok: true,
      configuration: { warnings: [expect.stringMatching(/^ALLOWED_ORIGIN .* Write ALLOWED_ORIGINS/)] },
    })
  })

  it('does not take the address of a Kubernetes service named metrics for a port', () => {
    expect(readStart({ METRICS_PORT: 'tcp://10.0.0.1:9464' })).toMatchObject({
      ok: true,
      configuration: { configuration: { node: { port: 8_080 } } },
    })
  })

  it('is the configuration and the policy', () => {
    const file = { policies: [{ name: 'Desk' }] }

    expect(readStart({ POLICY_FILE: policyFile(file) })).toMatchObject({
      ok: true,
      configuration: { configuration: { app: { instanceId: 'abc-123' } }, policyFile: file },
    })
  })
})
