import { Sha256 } from '@aws-crypto/sha256-js'
import { HttpRequest } from '@smithy/protocol-http'
import { SignatureV4 } from '@smithy/signature-v4'
import { region } from '../../instance/instance.ts'
import { demoCredentials } from './credentials.ts'
import { splitTarget } from './http-exchange.ts'
import { ServiceError } from './service-error.ts'

interface SignedCall {
  readonly method: string
  /** As received: encoded, with the query. */
  readonly target: string
  readonly headers: ReadonlyMap<string, string>
  readonly body: Uint8Array
}

const allowedSkew = 5 * 60 * 1_000

const refuse = (type: string, message: string) => new ServiceError(403, type, message)

/** Verifies a SigV4 signature: computes it again from the request and compares. */
export async function verifySignature(call: SignedCall, now: number) {
  const claim = readAuthorization(call.headers)
  if (claim.accessKeyId !== demoCredentials.accessKeyId) {
    throw refuse('UnrecognizedClientException', 'The security token included in the request is invalid.')
  }
  const date = readDate(call.headers)
  checkScope(claim, date.text)
  checkSignedHeaders(claim, call.headers)
  if (Math.abs(now - date.milliseconds) > allowedSkew) {
    throw refuse('InvalidSignatureException', 'Signature expired or not yet valid: check the clock.')
  }
  if ((await signatureOf(call, claim.signedHeaders, date.milliseconds)) !== claim.signature) {
    throw refuse(
      'InvalidSignatureException',
      'The request signature we calculated does not match the one you provided.',
    )
  }
}

interface Claim {
  readonly accessKeyId: string
  readonly scope: string
  readonly signedHeaders: ReadonlySet<string>
  readonly signature: string
}

function readAuthorization(headers: ReadonlyMap<string, string>): Claim {
  const text = headers.get('authorization')
  if (text === undefined) throw refuse('MissingAuthenticationTokenException', 'Missing Authentication Token')
  const match =
    /^AWS4-HMAC-SHA256 Credential=(?<key>[^/,\s]+)\/(?<scope>[^,\s]+), ?SignedHeaders=(?<names>[^,\s]+), ?Signature=(?<signature>[0-9a-f]{64})$/.exec(
      text,
    )
  const { key, scope, names, signature } = match?.groups ?? {}
  if (key === undefined || scope === undefined || names === undefined || signature === undefined) {
    throw refuse(
      'IncompleteSignatureException',
      'The Authorization header is not a complete SigV4 signature.',
    )
  }
  return { accessKeyId: key, scope, signedHeaders: new Set(names.split(';')), signature }
}

function readDate(headers: ReadonlyMap<string, string>) {
  const text = headers.get('x-amz-date') ?? ''
  const iso = text.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  const milliseconds = iso === text ? Number.NaN : Date.parse(iso)
  if (Number.isNaN(milliseconds))
    throw refuse('IncompleteSignatureException', 'X-Amz-Date is missing or malformed.')
  return { text, milliseconds }
}

function checkScope({ scope }: Claim, date: string) {
  const expected = `${date.slice(0, 8)}/${region}/connect/aws4_request`
  if (scope !== expected)
    throw refuse('InvalidSignatureException', `Credential should be scoped to ${expected}.`)
}

/** SigV4 requires `host` and all `x-amz-*` headers to be signed, so that a proxy on the way cannot add one. */
function checkSignedHeaders({ signedHeaders }: Claim, headers: ReadonlyMap<string, string>) {
  const demanded = ['host', ...[...headers.keys()].filter((name) => name.startsWith('x-amz-'))]
  const unsigned = demanded.find((name) => !signedHeaders.has(name))
  if (unsigned !== undefined)
    throw refuse('InvalidSignatureException', `The header ${unsigned} must be signed.`)
}

// Computed from the received body and not taken from the header: an attacker who changes the body can change both.
const bodyHashHeader = 'x-amz-content-sha256'

async function signatureOf(call: SignedCall, signedHeaders: ReadonlySet<string>, date: number) {
  const { path, query } = splitTarget(call.target)
  const named = [...call.headers].filter(([name]) => signedHeaders.has(name) && name !== bodyHashHeader)
  const signer = new SignatureV4({
    credentials: demoCredentials,
    region,
    service: 'connect',
    sha256: Sha256,
    applyChecksum: signedHeaders.has(bodyHashHeader),
  })
  const request = new HttpRequest({
    method: call.method,
    path,
    query: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    headers: Object.fromEntries(named),
    body: call.body,
  })
  const signed = await signer.sign(request, {
    signingDate: new Date(date),
    signableHeaders: new Set(signedHeaders),
  })
  return /Signature=([0-9a-f]{64})$/.exec(signed.headers['authorization'] ?? '')?.[1]
}
