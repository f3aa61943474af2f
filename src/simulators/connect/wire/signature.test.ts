import { ConnectClient, StartTaskContactCommand } from '@aws-sdk/client-connect'
import { Sha256 } from '@aws-crypto/sha256-js'
import { HttpRequest } from '@smithy/protocol-http'
import { SignatureV4 } from '@smithy/signature-v4'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { instanceId, region } from '../../instance/instance.ts'
import { startConnectSimulator } from '../connect-simulator.ts'
import { demoFlows } from '../state/demo-seed.ts'
import { refusalOf, sdkClient } from '../sdk-client.ts'

const connect = await startConnectSimulator()

beforeEach(() => connect.reset())
afterAll(() => connect.close())

const body = JSON.stringify({
  InstanceId: instanceId,
  Name: 'Call back',
  ContactFlowId: demoFlows.callbackRequests.flowId,
})

interface Signing {
  readonly content?: string | Uint8Array
  readonly date?: Date
  readonly service?: string
  readonly region?: string
}

/** The headers of a correctly signed StartTaskContact. */
async function sign({
  content = body,
  date = new Date(),
  service = 'connect',
  region: scope = region,
}: Signing = {}) {
  const { hostname, host, port } = new URL(connect.url)
  const signer = new SignatureV4({ credentials: connect.credentials, region: scope, service, sha256: Sha256 })
  const signed = await signer.sign(
    new HttpRequest({
      method: 'PUT',
      hostname,
      port: Number(port),
      path: '/contact/task',
      headers: { host, 'content-type': 'application/json' },
      body: content,
    }),
    { signingDate: date },
  )
  const { host: _, ...headers } = signed.headers
  return headers
}

async function put(headers: Record<string, string>, content: string | Uint8Array<ArrayBuffer> = body) {
  const response = await fetch(`${connect.url}/contact/task`, { method: 'PUT', headers, body: content })
  return { status: response.status, type: response.headers.get('x-amzn-errortype') }
}

describe('a signed call', () => {
  it('is accepted', async () => {
    expect(await put(await sign())).toEqual({ status: 200, type: null })
  })

  it('is accepted with an unsigned header', async () => {
    expect(await put({ ...(await sign()), 'x-forwarded-for': '10.0.0.1' })).toEqual({
      status: 200,
      type: null,
    })
  })

  it('is refused unless its body is JSON in UTF-8', async () => {
    const latin1 = Buffer.from(body.replace('Call back', 'Rückruf'), 'latin1')
    expect(await put(await sign({ content: latin1 }), latin1)).toEqual({
      status: 400,
      type: 'SerializationException',
    })
  })

  it.each([
    ['no JSON', '{"InstanceId":'],
    ['a bare NaN', body.replace('"Call back"', 'NaN')],
    ['a list', '[]'],
    ['a number as the name', body.replace('"Call back"', '7')],
    ['a list as the name', body.replace('"Call back"', '["Call back"]')],
    ['half of a surrogate pair', body.replace('Call back', '\\ud83d')],
    ['a number as an attribute', body.replace('}', ',"Attributes":{"orderId":42}}')],
    ['null as an attribute', body.replace('}', ',"Attributes":{"orderId":null}}')],
    ['a list as attributes', body.replace('}', ',"Attributes":[]}')],
    ['a text as a reference', body.replace('}', ',"References":{"Order":"https://example.com"}}')],
    ['an ISO text as schedule', body.replace('}', ',"ScheduledTime":"2026-11-22T09:00:00Z"}')],
    [
      'an expiry in a text',
      body.replace(
        '}',
        ',"SegmentAttributes":{"connect:ContactExpiry":{"ValueMap":{"ExpiryDuration":{"ValueInteger":"9"}}}}}',
      ),
    ],
    [
      'an expiry with a fraction',
      body.replace(
        '}',
        ',"SegmentAttributes":{"connect:ContactExpiry":{"ValueMap":{"ExpiryDuration":{"ValueInteger":9.5}}}}}',
      ),
    ],
  ])('is refused with %s', async (_, content) => {
    expect(await put(await sign({ content }), content)).toEqual({
      status: 400,
      type: 'SerializationException',
    })
  })

  it('is accepted with null for an absent member, and with unknown members', async () => {
    const content = body.replace('}', ',"RelatedContactId":null,"Attributes":null,"Colour":"blue"}')
    expect(await put(await sign({ content }), content)).toEqual({ status: 200, type: null })
  })
})

it('a segment attribute with two values is refused', async () => {
  const twice = '{"ValueMap":{"ExpiryDuration":{"ValueInteger":9}},"ValueString":"9"}'
  const content = body.replace('}', `,"SegmentAttributes":{"connect:ContactExpiry":${twice}}}`)
  const refusal = { status: 400, type: 'InvalidParameterException' }
  expect(await put(await sign({ content }), content)).toEqual(refusal)
})

describe('a call with a wrong signature', () => {
  it('is refused without a signature', async () => {
    expect(await put({})).toEqual({ status: 403, type: 'MissingAuthenticationTokenException' })
  })

  it('is refused with an incomplete signature', async () => {
    const headers = { ...(await sign()), authorization: 'AWS4-HMAC-SHA256 Credential=x' }
    expect(await put(headers)).toEqual({ status: 403, type: 'IncompleteSignatureException' })
  })

  it('is refused when its body was changed', async () => {
    const changed = body.replace('Call back', 'Call Mack')
    expect(await put(await sign(), changed)).toEqual({ status: 403, type: 'InvalidSignatureException' })
  })

  it('is refused when a signed header was changed', async () => {
    const headers = { ...(await sign()), 'content-type': 'text/plain' }
    expect(await put(headers)).toEqual({ status: 403, type: 'InvalidSignatureException' })
  })

  it('is refused when an x-amz header was added on the way', async () => {
    const headers = { ...(await sign()), 'x-amz-extra': '1' }
    expect(await put(headers)).toEqual({ status: 403, type: 'InvalidSignatureException' })
  })

  it.each([
    ['for another service', { service: 's3' }],
    ['for another Region', { region: 'eu-west-2' }],
    ['six minutes ago', { date: new Date(Date.now() - 360_000) }],
    ['six minutes ahead', { date: new Date(Date.now() + 360_000) }],
  ])('is refused when it was signed %s', async (_, signing) => {
    expect(await put(await sign(signing))).toEqual({ status: 403, type: 'InvalidSignatureException' })
  })

  it('is accepted four minutes late', async () => {
    expect(await put(await sign({ date: new Date(Date.now() - 240_000) }))).toEqual({
      status: 200,
      type: null,
    })
  })

  it('creates no task, and is logged with its status', async () => {
    await put({})
    expect(connect.tasks).toEqual([])
    expect(connect.received).toMatchObject([{ operation: 'StartTaskContact', status: 403 }])
  })
})

describe('other credentials', () => {
  const command = new StartTaskContactCommand({ InstanceId: instanceId, Name: 'Call back' })
  const send = (credentials: { accessKeyId: string; secretAccessKey: string }) => {
    const client: ConnectClient = sdkClient(connect, { credentials })
    return refusalOf(client.send(command)).finally(() => client.destroy())
  }

  it('are refused as unrecognized when the access key is unknown', async () => {
    const refusal = await send({
      accessKeyId: 'AKIAOTHER',
      secretAccessKey: connect.credentials.secretAccessKey,
    })
    expect(refusal).toMatchObject({ name: 'UnrecognizedClientException', status: 403 })
  })

  it('are refused for their signature when the secret is wrong', async () => {
    const refusal = await send({ ...connect.credentials, secretAccessKey: 'other' })
    expect(refusal).toMatchObject({ name: 'InvalidSignatureException', status: 403 })
  })
})
