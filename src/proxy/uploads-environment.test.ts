import { describe, expect, it } from 'vitest'
import { parseAppEnvironment } from './environment.ts'

const secret = 'x'.repeat(32)

const readingWith = (differs: Readonly<Record<string, string>>) =>
  parseAppEnvironment({
    CONNECT_INSTANCE_ARN: 'arn:aws:connect:eu-central-1:111122223333:instance/abc-123',
    CONNECT_CCP_URL: 'https://example.my.connect.aws/ccp-v2',
    OIDC_ISSUER: 'https://login.example.com/',
    OIDC_AUDIENCE: 'tasklink',
    OIDC_CLIENT_ID: 'panel',
    AGENT_CLAIM: 'connect_username',
    ...differs,
  })

const mistakesIn = (differs: Readonly<Record<string, string>>) => {
  const reading = readingWith(differs)
  return reading.ok ? [] : reading.mistakes
}

describe('the variables about files', () => {
  it('may all be absent', () => {
    const reading = readingWith({})

    expect(reading.ok && reading.configuration).not.toHaveProperty('uploads')
  })

  it('turn files on', () => {
    const reading = readingWith({
      ATTACHMENTS_BUCKET: 'example-tasklink.uploads',
      SEAL_SECRET: ` ${secret}\n`,
      SEAL_SECRET_PREVIOUS: secret.replaceAll('x', 'y'),
      AWS_ENDPOINT_URL_S3: 'http://localhost:9000',
    })

    expect(reading.ok && reading.configuration.uploads).toEqual({
      bucket: 'example-tasklink.uploads',
      sealSecret: secret,
      previousSealSecret: secret.replaceAll('x', 'y'),
      storeEndpoint: 'http://localhost:9000',
    })
  })

  it.each([
    ['a bucket without a secret', { ATTACHMENTS_BUCKET: 'uploads' }, 'SEAL_SECRET is missing'],
    ['a previous secret alone', { SEAL_SECRET_PREVIOUS: secret }, 'SEAL_SECRET_PREVIOUS has no effect'],
    ['a short secret', { ATTACHMENTS_BUCKET: 'uploads', SEAL_SECRET: 'marked' }, 'SEAL_SECRET must have 32'],
    ['a short secret between blanks', { SEAL_SECRET: `marked${' '.repeat(40)}` }, 'SEAL_SECRET must have 32'],
    ['an ARN as the bucket', { ATTACHMENTS_BUCKET: 'arn:aws:s3:::marked' }, 'ATTACHMENTS_BUCKET must be'],
    ['an address as the bucket', { ATTACHMENTS_BUCKET: '10.0.0.1' }, 'ATTACHMENTS_BUCKET must be'],
    [
      'a directory bucket',
      { ATTACHMENTS_BUCKET: 'marked--use1-az4--x-s3', SEAL_SECRET: secret },
      'ATTACHMENTS_BUCKET must be',
    ],
    ['a bucket in capitals', { ATTACHMENTS_BUCKET: 'Marked' }, 'ATTACHMENTS_BUCKET must be'],
    ['a store without TLS', { AWS_ENDPOINT_URL_S3: 'http://marked.example' }, 'AWS_ENDPOINT_URL_S3 must be'],
  ])('are refused with %s, and no value is repeated', (_, differs, mistake) => {
    const mistakes = mistakesIn(differs).join('\n')

    expect(mistakes).toContain(mistake)
    expect(mistakes).not.toMatch(/marked/i)
  })
})
